"""Who looked, gathered per helper, with the way to stop each of them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from kring.registry.network.models import WorkerRole
from kring.registry.people.models import Person
from kring.trust.access.looking import Look
from kring.web.mine.parts import looks_at_child, own_looks
from kring.web.mine.receivers import Receiver, may_answer_for, receivers
from kring.web.mine.seen import Seen
from kring.web.mine.words import looked_words

LAST_TIMES = 3


@dataclass(slots=True)
class Looker:
    """Somebody who looked: the last times and how often; ``stop`` is what may be answered otherwise."""

    who: str
    organisation: str
    stop: Receiver | None
    times: list[tuple[datetime, str]] = field(default_factory=list)
    count: int = 0

    @property
    def more(self) -> int:
        """How many times are not told apart."""
        return self.count - len(self.times)


def last_look(seen: Seen) -> Look | None:
    """The last time somebody looked at this person's part."""
    return next(iter(own_looks(seen)), None)


def looks_by_whom(seen: Seen) -> list[tuple[Person, list[Looker]]]:
    """For this person, and for each child they read for, who looked, the last looker first."""
    found = [(seen.person, own_looks(seen))]
    found += [(child, looks_at_child(seen, child)) for child in seen.children]
    return [(about, _gathered(seen, about, looks)) for about, looks in found]


def _gathered(seen: Seen, about: Person, looks: list[Look]) -> list[Looker]:
    stops = _stops(seen, about, looks)
    found: dict[object, Looker] = {}
    for look in looks:
        key = look.actor_key or look.who
        who = look.who or _("Iemand")
        one = found.setdefault(key, Looker(who, look.organisation, stops.get(key)))
        one.count += 1
        if len(one.times) < LAST_TIMES:
            one.times.append((look.at, looked_words(look)))
    return list(found.values())


def _stops(seen: Seen, about: Person, looks: list[Look]) -> dict[object, Receiver]:
    """What this person may answer about the organisation of each who looked."""
    if about not in may_answer_for(seen):
        return {}
    by_organisation = {
        one.organisation.pk: one for one in receivers(seen, about) if one.organisation is not None
    }
    keys = {look.actor_key for look in looks if look.actor_key}
    roles = WorkerRole.objects.running(seen.at).filter(worker__key__in=keys)
    pairs = roles.order_by("-pk").values_list("worker__key", "organisation_id")
    return {key: by_organisation[home] for key, home in pairs if home in by_organisation}
