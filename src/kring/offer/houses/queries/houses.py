"""Reads of a House: its territory, partners, places, offer and activities."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from kring.offer.directory.models import Activity, ActivityDate, Location, Service
from kring.offer.directory.queries import shown_services, whole_locations
from kring.offer.directory.rules import BELGIUM, NIS
from kring.offer.houses.models import House, HouseSite, PillarPartner
from kring.offer.houses.rules import partner_ids
from kring.registry.network.models import PartnershipArea, PartnershipMember
from kring.registry.places.models import Municipality

MOST_DATES = 6


def houses_running(at: datetime) -> QuerySet[House]:
    """The Houses that exist, by name, with their territory in ``partnership.here``."""
    running = Q(partnership__ends_on__isnull=True) | Q(partnership__ends_on__gt=at.date())
    areas = PartnershipArea.objects.running(at).select_related("municipality")
    here = Prefetch("partnership__areas", areas.order_by("municipality__name_nl", "pk"), to_attr="here")
    rows = House.objects.filter(running).select_related("partnership").prefetch_related(here)
    return rows.order_by("partnership__search_name", "pk")


def house_by_key(key: UUID, at: datetime) -> House | None:
    """One House that exists."""
    return houses_running(at).filter(key=key).first()


def houses_serving(municipality: Municipality, at: datetime) -> QuerySet[House]:
    """The Houses in whose territory this municipality lies; there may be more than one."""
    here = PartnershipArea.objects.running(at).filter(
        partnership=OuterRef("partnership"), municipality=municipality.successor or municipality
    )
    return houses_running(at).filter(Exists(here))


def own_houses(organisations: Iterable[int], at: datetime) -> QuerySet[House]:
    """The Houses in which one of these organisations takes part."""
    ids = list(organisations)
    member = PartnershipMember.objects.running(at).filter(
        partnership=OuterRef("partnership"), organisation__in=ids
    )
    pillar = PillarPartner.objects.running(at).filter(house=OuterRef("pk"), organisation__in=ids)
    return houses_running(at).filter(Exists(member) | Exists(pillar))


def territory_of(house: House, at: datetime) -> list[Municipality]:
    """The municipalities of a House, by name."""
    rows = PartnershipArea.objects.running(at).filter(partnership=house.partnership_id)
    rows = rows.select_related("municipality__province").order_by("municipality__name_nl", "pk")
    return [row.municipality for row in rows]


def pillars_of(house: House, at: datetime) -> list[PillarPartner]:
    """Who carries which pillar now."""
    rows = PillarPartner.objects.running(at).filter(house=house).select_related("organisation")
    return list(rows.order_by("pillar", "organisation__search_name", "pk"))


def locations_of(house: House, at: datetime) -> list[Location]:
    """The places of a House, whole, with their hours."""
    sites = HouseSite.objects.running(at).filter(house=house)
    own = Q(pk__in=sites.filter(location__isnull=False).values("location"))
    of_all = Q(organization__in=sites.filter(organization__isnull=False).values("organization"))
    return list(whole_locations().filter(own | of_all).order_by("pk"))


def offer_of(house: House, at: datetime) -> QuerySet[Service]:
    """What the directory has under a pillar at this House: given at its places, or by its partners
    for families of its territory.
    """
    places = locations_of(house, at)
    codes = _codes(territory_of(house, at))
    there = Q(service_areas__extent_type=NIS, service_areas__extent__in=codes)
    near = Q(service_areas__isnull=True) | there
    by_partner = Q(organization__ours__in=partner_ids(house, at)) & near
    found = shown_services().filter(Q(service_at_locations__location__in=places) | by_partner)
    rows = Service.objects.filter(pk__in=found.exclude(pillar="").values("pk"))
    return rows.select_related("organization", "eligibility").order_by("pillar", "-reach", "pk")


def activities_of(services: QuerySet[Service], at: datetime) -> list[ActivityDate]:
    """The next dates of what is done there, soonest first."""
    running = Activity.objects.filter(service__in=services, stopped_at=None)
    dates = ActivityDate.objects.filter(activity__in=running, starts_at__gt=at, cancelled_at=None)
    dates = dates.select_related("activity__location", "activity__service")
    return list(dates.order_by("starts_at", "pk")[:MOST_DATES])


def _codes(towns: list[Municipality]) -> list[str]:
    codes = {BELGIUM}
    for town in towns:
        codes |= {town.nis, town.province.nis, town.region_nis}
    former = Municipality.objects.filter(successor__in=towns).values_list("nis", flat=True)
    return sorted(codes | set(former))
