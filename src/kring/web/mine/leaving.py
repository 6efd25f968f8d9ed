"""Taking back that one's own question may lie with the family: what that changes, told beforehand."""

from django.utils.translation import gettext as _

from kring.foundation.journal import ledger
from kring.registry.people.models import Person
from kring.registry.people.queries import members_of
from kring.support.requests.models import Request
from kring.support.requests.queries import laid_with_family
from kring.trust.access.effects import who_loses_alone
from kring.trust.access.own_part import see_family_through, who_may_read_along
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import agreed_themself
from kring.web.mine.seen import Seen
from kring.web.mine.words import helper_words


def said_yes(person: Person) -> bool:
    """Whether there is a yes of this person to take back."""
    return agreed_themself(person, Consent.Purpose.JOIN_FAMILY)


def effects_of_leaving(seen: Seen) -> list[str]:
    """Who reads less then, one sentence each; by the rules that will hold afterwards."""
    laid = list(laid_with_family(seen.person).select_related("family", "item").order_by("pk"))
    if not laid:
        return [_("Je vraag ligt nog niet bij je gezin. Dat gebeurt dan ook niet.")]
    said = []
    at_home = _at_home(laid, seen)
    if at_home:
        said.append(_("Mogen je vraag dan niet meer lezen: %(who)s.") % {"who": ", ".join(at_home)})
    helpers = _helpers(laid, seen)
    if helpers:
        words = _("Zien je gezin dan niet meer, maar helpen jou verder: %(who)s.")
        said.append(words % {"who": ", ".join(helpers)})
    return [*said, _("Je vraag staat dan niet meer bij je gezin. Ze blijft een vraag van jou alleen.")]


def _at_home(laid: list[Request], seen: Seen) -> list[str]:
    """Names of those around this person who read one of these questions now, and then no more."""
    around = {one.pk: one for one in who_may_read_along(seen.person, seen.at)}
    for question in laid:
        if question.family is not None:
            around |= {row.person_id: row.person for row in members_of(question.family, seen.at)}
    around.pop(seen.person.pk, None)
    items = [question.item for question in laid if question.item is not None]
    lost = {one.pk: one for item in items for one in who_loses_alone(item, around.values(), seen.at)}
    ledger.saw_all("person", (one.key for one in lost.values()))
    return sorted(one.name or _("iemand zonder naam") for one in lost.values())


def _helpers(laid: list[Request], seen: Seen) -> list[str]:
    """Who sees the family because of these questions."""
    rows = see_family_through((question.key for question in laid), seen.at)
    return list(dict.fromkeys(helper_words(row) for row in rows))
