"""Reads of the directory: what is shown, whole, and for whom."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Prefetch, Q, QuerySet

from kring.offer.directory.linked import held_back
from kring.offer.directory.models import (
    Activity,
    ActivityDate,
    Location,
    Organization,
    Service,
    ServiceAtLocation,
)
from kring.offer.directory.rules import BELGIUM, NIS
from kring.offer.directory.states import DEFUNCT, SHOWN
from kring.registry.network.models import Organisation
from kring.registry.places.models import Municipality

LOCATION_PARTS = ("addresses", "accessibility", "schedules", "languages", "contacts", "phones")
SERVICE_PARTS = (
    "schedules",
    "languages",
    "cost_options",
    "required_documents",
    "service_areas",
    "contacts",
    "phones",
)


def shown_services() -> QuerySet[Service]:
    """What families find: active, or closed for now."""
    return Service.objects.filter(state__in=SHOWN)


def offered_services() -> QuerySet[Service]:
    """What is offered now: what families find, but for pairs of which one has no room."""
    return shown_services().exclude(pk__in=held_back())


def whole(services: QuerySet[Service]) -> QuerySet[Service]:
    """These services with all that is said of them, in a fixed number of reads."""
    places = ServiceAtLocation.objects.order_by("pk").prefetch_related(
        "schedules", "contacts", "phones", Prefetch("location", whole_locations())
    )
    return services.select_related(
        "organization__source", "organization__parent", "source", "eligibility", "typemodule"
    ).prefetch_related(
        *SERVICE_PARTS,
        "organization__contacts",
        "organization__phones",
        "domains",
        "situations",
        Prefetch("service_at_locations", places),
    )


def whole_locations() -> QuerySet[Location]:
    """All places with all that is said of them."""
    rows = Location.objects.select_related("municipality", "source", "organization")
    return rows.prefetch_related(*LOCATION_PARTS)


def service_by_key(key: UUID) -> Service | None:
    """One service whole, a stopped one too, so that an old address tells that it stopped."""
    return whole(Service.objects.filter(key=key)).first()


def services_of(ours: Organisation) -> QuerySet[Service]:
    """What an organisation of the network keeps itself, the stopped ones left out."""
    kept = Service.objects.filter(organization__ours=ours).exclude(state=DEFUNCT)
    return kept.order_by("confirm_before", "pk")


def serving(services: QuerySet[Service], municipality: Municipality) -> QuerySet[Service]:
    """Those whose territory holds this municipality, or that name none.

    An area that names a municipality merged away counts for its successor.
    """
    codes = sorted(area_codes(municipality))
    covered = Q(service_areas__extent_type=NIS, service_areas__extent__in=codes)
    ids = services.filter(covered | Q(service_areas__isnull=True)).values("pk")
    return services.filter(pk__in=ids)


def area_codes(municipality: Municipality) -> frozenset[str]:
    """The codes of every area that holds this municipality: itself, those merged in it, those above."""
    here = municipality.successor or municipality
    former = here.former.order_by("nis").values_list("nis", flat=True)
    return frozenset({here.nis, here.province.nis, here.region_nis, BELGIUM, *former})


def for_age(services: QuerySet[Service], months: int) -> QuerySet[Service]:
    """Those for a child of this age in whole months; one that is expected is below zero."""
    if months < 0:
        return services.filter(eligibility__expecting=True)
    younger = Q(eligibility__minimum_months__isnull=True) | Q(eligibility__minimum_months__lte=months)
    older = Q(eligibility__maximum_months__isnull=True) | Q(eligibility__maximum_months__gt=months)
    return services.filter(younger & older)


def for_situations(services: QuerySet[Service], codes: Iterable[str]) -> QuerySet[Service]:
    """Those made for one of these situations."""
    made_for = services.filter(situations__code__in=sorted(set(codes))).values("pk")
    return services.filter(pk__in=made_for)


def coming_dates(activity: Activity, at: datetime) -> QuerySet[ActivityDate]:
    """The dates of an activity that are still to come and go on, soonest first."""
    coming = activity.dates.filter(starts_at__gt=at, cancelled_at=None)
    return coming.order_by("starts_at", "pk")


def latest_change() -> tuple[datetime | None, int]:
    """What changes with every edit: the last one's moment, and how many services there are.

    A copy of the directory (an index, a cache) is as new as the directory while this stays.
    """
    found = Service.objects.aggregate(last=Max("changed_at"))["last"]
    return found, Service.objects.count()


def organization_of(ours: Organisation) -> Organization | None:
    """How an organisation of the network stands in the directory."""
    return Organization.objects.filter(ours=ours).first()
