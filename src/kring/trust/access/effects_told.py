"""The effect of an answer in sentences, for whoever is about to give it."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.registry.network.models import Organisation
from kring.registry.people.models import Person
from kring.trust.access.effects import Change, Effect, Turn
from kring.trust.access.table import EVERYTHING
from kring.trust.consent.models import Consent

YES, NO = Consent.Outcome.YES, Consent.Outcome.NO


def effect_told(
    effect: Effect,
    receiver: Person | Organisation,
    outcome: str,
    domain_words: Callable[[str], str],
) -> list[str]:
    """What changes, one sentence each; ``domain_words`` gives the words of a life domain."""
    told = [_lost(effect.who(Turn.LOSES))] if effect.who(Turn.LOSES) else []
    told += _by_domains(effect.who(Turn.NARROWS), domain_words, only=True)
    told += _by_domains(effect.who(Turn.GAINS) + effect.who(Turn.WIDENS), domain_words, only=False)
    if not told:
        told.append(_unchanged(effect, receiver, outcome))
    if outcome == NO and isinstance(receiver, Organisation):
        told.append(_("Wat deze organisatie zelf schreef, blijft bij haar."))
        told.append(_("Open vragen gaan naar een andere dienst. De hulp en de belofte lopen door."))
    return told


def _lost(changes: list[Change]) -> str:
    return ngettext(
        "Deze persoon verliest toegang: %(names)s.",
        "Deze %(count)s mensen verliezen toegang: %(names)s.",
        len(changes),
    ) % {"count": len(changes), "names": _names(changes)}


def _by_domains(changes: list[Change], domain_words: Callable[[str], str], *, only: bool) -> list[str]:
    """One sentence for all who read the same afterwards."""
    groups: dict[frozenset[str], list[Change]] = defaultdict(list)
    for change in changes:
        groups[change.after].append(change)
    told = []
    for domains, same in groups.items():
        words = {"names": _names(same), "domains": _domains(domains, domain_words)}
        if EVERYTHING in domains:
            told.append(_("Kan meelezen over alle onderwerpen: %(names)s.") % words)
        elif only:
            told.append(_("Kan alleen nog meelezen over %(domains)s: %(names)s.") % words)
        else:
            told.append(_("Kan meelezen over %(domains)s: %(names)s.") % words)
    return told


def _unchanged(effect: Effect, receiver: Person | Organisation, outcome: str) -> str:
    if outcome == YES and not effect.present:
        return _("Nu helpt niemand van deze organisatie mee. Wie later komt helpen, kan dan meelezen.")
    if outcome == YES and not effect.reads:
        return _("%(name)s leest alleen wat apart te lezen gegeven wordt.") % {"name": receiver.name}
    return _("Er verandert niets in wie meeleest.")


def _names(changes: list[Change]) -> str:
    return ", ".join(change.who or _("iemand zonder naam") for change in changes)


def _domains(domains: Iterable[str], domain_words: Callable[[str], str]) -> str:
    return ", ".join(sorted(domain_words(domain) for domain in domains))
