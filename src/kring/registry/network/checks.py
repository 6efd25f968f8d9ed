"""What must always be true of the network."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Exists, OuterRef

from kring.foundation.records.checking import check
from kring.registry.network.models import Desk, Duty, Partnership, PartnershipArea, PartnershipKind
from kring.registry.network.queries import open_desks


@check("there is exactly one fallback desk")
def one_fallback_desk(at: datetime) -> Iterable[str]:
    """A question from outside every territory must lie somewhere."""
    count = open_desks(at).filter(fallback=True).count()
    return [] if count == 1 else [f"There are {count} open fallback desks."]


@check("every open desk that receives questions has somebody on its list")
def desks_are_staffed(at: datetime) -> Iterable[str]:
    """A question on a desk without people would be seen by nobody."""
    here = Duty.objects.running(at).filter(desk=OuterRef("pk"), worker__left_at__isnull=True)
    receiving = open_desks(at).filter(kind__in=[Desk.Kind.COUNTER, Desk.Kind.INTAKE])
    empty = receiving.exclude(Exists(here)).order_by("pk")
    return [f"Desk {key} has nobody on its list." for key in empty.values_list("key", flat=True)]


@check("a municipality lies in one 1 Gezin 1 Plan region at a time")
def regions_do_not_overlap(at: datetime) -> Iterable[str]:
    """Else the promise would be counted for two regions."""
    areas = PartnershipArea.objects.running(at).filter(
        partnership__kind=PartnershipKind.ONE_FAMILY_ONE_PLAN
    )
    twice = areas.values("municipality__nis").annotate(regions=Count("pk")).filter(regions__gt=1)
    return [
        f"Municipality {row['municipality__nis']} lies in {row['regions']} regions."
        for row in twice.order_by("municipality__nis")
    ]


@check("every region has an open desk for its own questions")
def regions_have_a_desk(at: datetime) -> Iterable[str]:
    """A region with a territory but no counter or intake team would send all to the fallback."""
    desks = open_desks(at).filter(kind__in=[Desk.Kind.COUNTER, Desk.Kind.INTAKE])
    areas = PartnershipArea.objects.running(at).filter(partnership=OuterRef("pk"))
    regions = Partnership.objects.filter(kind=PartnershipKind.ONE_FAMILY_ONE_PLAN)
    bare = regions.filter(Exists(areas)).exclude(Exists(desks.filter(region=OuterRef("pk"))))
    keys = bare.order_by("pk").values_list("key", flat=True)
    return [f"Region {key} has no open counter or intake team." for key in keys]
