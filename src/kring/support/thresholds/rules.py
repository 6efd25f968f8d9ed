"""What a threshold needs; pairs of a check with its reason and a plain answer."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from itertools import chain

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.registry.network.models import Organisation
from kring.registry.people.free_text import holds_a_national_number, holds_a_street
from kring.registry.people.models import Person
from kring.support.thresholds.kinds import kinds_on
from kring.support.thresholds.models import Threshold
from kring.support.thresholds.states import WITH_THE_ORGANISATION

MOST_SIGNS = 1000
SHORTEST_NAME, SHORTEST_PART = 2, 3
PARTICLES = frozenset("van den der ter ten von del dos las los ben bin ibn gezin familie".split())
"""Parts of a longer name that tell nobody apart, and stand in many a sentence."""
COUNTRY = "BE"
MAIL = re.compile(r"\S@\S+\.\w")
WORD = re.compile(r"\w+")


def check_kind(code: str, day: date) -> None:
    """The kind is one of those that can be chosen that day; raises ValidationError."""
    if code not in {kind.code for kind in kinds_on(day)}:
        raise ValidationError({"kind": _("Kies welke drempel het is.")})


def check_open(organisation: Organisation, at: datetime) -> None:
    """Nothing is asked of an organisation that is closed; raises ValidationError."""
    closed = organisation.closed_on
    if closed is not None and closed <= local_day(at):
        raise ValidationError({"organisation": _("Deze organisatie bestaat niet meer.")})


def check_words(words: str, field: str) -> None:
    """Something is said, in not too many words; raises ValidationError."""
    if not words.strip():
        raise ValidationError({field: _("Schrijf in gewone woorden wat je wilt zeggen.")})
    if len(words) > MOST_SIGNS:
        too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s.")
        raise ValidationError({field: too_long % {"signs": len(words), "most": MOST_SIGNS}})


def check_words_sent(words: str, persons: Iterable[Person], family: str = "") -> None:
    """Words that leave for the organisation tell nobody apart; raises ValidationError.

    No name of these people or of their ``family``, no national number, no telephone, mail or street
    with a number. The sentence repeats nothing of what was written.
    """
    check_words(words, "words_sent")
    if why := what_points_at_somebody(words, persons, family):
        raise ValidationError({"words_sent": why})


def what_points_at_somebody(words: str, persons: Iterable[Person], family: str = "") -> str:
    """Why these words could point at somebody; empty when nothing does."""
    if holds_a_national_number(words):
        return _("Hier staat een rijksregisternummer. De organisatie leest dit: laat het weg.")
    if MAIL.search(words) or any(phonenumbers.PhoneNumberMatcher(words, COUNTRY)):
        return _("Hier staat een nummer of e-mailadres. De organisatie leest dit: laat het weg.")
    if holds_a_street(words):
        return _("Hier staat een adres. De organisatie leest dit: laat het weg.")
    if _folded_words(words) & set(_names_of(persons, family)):
        return _("Hier staat een naam van het gezin. De organisatie leest dit: laat die weg.")
    return ""


def may_send(words: str, persons: Iterable[Person], family: str = "") -> bool:
    """Whether ``check_words_sent`` has nothing against it."""
    try:
        check_words_sent(words, persons, family)
    except ValidationError:
        return False
    return True


def may_answer(threshold: Threshold, organisations: Collection[int]) -> bool:
    """Whoever works for the organisation answers for it."""
    return threshold.organisation_id in organisations


def may_follow(threshold: Threshold, organisations: Collection[int]) -> bool:
    """Whoever works where it was logged asks, and says what came of it."""
    return threshold.owner_id in organisations


def may_ask(
    threshold: Threshold, organisations: Collection[int], worker: int | None, *, knows: bool
) -> bool:
    """Who logged it, or a colleague who ``knows`` who met it.

    The words are checked for the names of that family: to anybody else a refusal would tell one.
    """
    return may_follow(threshold, organisations) and (knows or threshold.worker_id == worker)


def may_see(threshold: Threshold, organisations: Collection[int]) -> bool:
    """Its own organisation, and the one it was asked of once it was asked."""
    asked = threshold.asked_at is not None and threshold.state in WITH_THE_ORGANISATION
    return may_follow(threshold, organisations) or (asked and may_answer(threshold, organisations))


def _names_of(persons: Iterable[Person], family: str) -> Iterator[str]:
    """Every name of one word, and the telling parts of a longer one."""
    own = ((one.given_name, one.family_name, one.nickname) for one in persons)
    for name in (family, *chain.from_iterable(own)):
        parts = _folded_words(name)
        if len(parts) > 1:
            yield from (part for part in parts - PARTICLES if len(part) >= SHORTEST_PART)
        else:
            yield from (part for part in parts if len(part) >= SHORTEST_NAME)


def _folded_words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return set(WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))
