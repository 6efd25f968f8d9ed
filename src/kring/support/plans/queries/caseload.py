"""The plans a helper takes part in, and which of them a colleague cannot take over."""

from dataclasses import dataclass
from datetime import datetime

from kring.registry.network.models import Worker
from kring.registry.network.queries import employers_of
from kring.registry.people.models import Family
from kring.support.plans.models import TeamMember
from kring.trust.access.circle import family_blocked


@dataclass(frozen=True, slots=True)
class Caseload:
    """The places of a helper: those a colleague can take, and those that stay, by why.

    ``own`` are of own people of the colleague; ``elsewhere`` are plans of an organisation the helper
    works for and the colleague does not.
    """

    going: list[TeamMember]
    own: list[TeamMember]
    elsewhere: list[TeamMember]

    @property
    def staying(self) -> list[TeamMember]:
        """Every place that stays."""
        return [*self.own, *self.elsewhere]


def places_of(worker: Worker) -> list[TeamMember]:
    """Where a helper is in the team now, as anchor person or member; also of plans that ended."""
    rows = TeamMember.objects.filter(worker=worker, ends_at__isnull=True)
    return list(rows.select_related("plan__family", "plan__owner", "involvement").order_by("pk"))


def caseload_for(of: Worker, to: Worker, at: datetime) -> Caseload:
    """What would go to a colleague and what would stay; four reads."""
    places = places_of(of)
    families = Family.objects.filter(pk__in=[one.plan.family_id for one in places])
    own = set(families.filter(family_blocked(to.pk)).order_by("pk").values_list("pk", flat=True))
    there = {one.pk for one in employers_of(of, at)} - {one.pk for one in employers_of(to, at)}
    held = Caseload(going=[], own=[], elsewhere=[])
    for one in places:
        if one.plan.family_id in own:
            held.own.append(one)
        elif one.plan.owner_id in there:
            held.elsewhere.append(one)
        else:
            held.going.append(one)
    return held
