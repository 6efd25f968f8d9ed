"""The plans a helper takes part in, and which of them a colleague cannot take over."""

from dataclasses import dataclass

from kring.registry.network.models import Worker
from kring.registry.people.models import Family
from kring.support.plans.models import TeamMember
from kring.trust.access.circle import family_blocked


@dataclass(frozen=True, slots=True)
class Caseload:
    """The places of a helper: those a colleague can take, and those of own people of theirs."""

    going: list[TeamMember]
    staying: list[TeamMember]


def places_of(worker: Worker) -> list[TeamMember]:
    """Where a helper is in the team now, as anchor person or member; also of plans that ended."""
    rows = TeamMember.objects.filter(worker=worker, ends_at__isnull=True)
    return list(rows.select_related("plan__family", "plan__owner", "involvement").order_by("pk"))


def caseload_for(of: Worker, to: Worker) -> Caseload:
    """What would go to a colleague and what would stay; two reads."""
    places = places_of(of)
    families = Family.objects.filter(pk__in=[one.plan.family_id for one in places])
    own = set(families.filter(family_blocked(to.pk)).order_by("pk").values_list("pk", flat=True))
    return Caseload(
        going=[one for one in places if one.plan.family_id not in own],
        staying=[one for one in places if one.plan.family_id in own],
    )
