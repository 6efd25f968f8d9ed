"""Which entries the door gives, and how new they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from math import cos, radians
from typing import Any

from django.db.models import Count, F, FloatField, Max, Model, Q, QuerySet, Sum, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import ASin, Cos, Power, Radians, Sin, Sqrt
from django.utils.translation import gettext as _

from kring.exchange.hsds.asking import Asked, Unknown
from kring.exchange.hsds.saying import key_of
from kring.exchange.hsds.taxonomies import BY_KEY, EXPECTING, TERMS, Taxonomy
from kring.offer.directory.models import (
    ForeignTerm,
    Location,
    Organization,
    Service,
    ServiceAtLocation,
    ServiceTerm,
    Source,
)
from kring.offer.directory.queries import serving, shown_services
from kring.offer.directory.rules import LANGUAGES
from kring.offer.directory.states import INACTIVE, SHOWN
from kring.registry.places.models import Municipality

METRES_PER_DEGREE = 111_195.0
EARTH_METRES = 6_371_000.0
FLATTEST = 0.01
AT_ONCE = 200
"""So many entries are read together where all are given."""
STANDING = {"last": Max("changed_at"), "saves": Sum("version"), "most": Max("pk")}
"""Held by the index ``standing`` of each kind of entry."""
SEARCHED = ("name", "alternate_name", "description")


@dataclass(frozen=True, slots=True)
class Standing:
    """How the directory stands: when it last changed, and what differs with every change."""

    changed_at: datetime | None
    told: tuple[Any, ...]


def standing() -> Standing:
    """How the directory stands now, in four reads, of which the large ones are of an index alone.

    The moments do not suffice: a deed that began earlier may be committed later.
    """
    shown = {"shown": Count("pk", filter=Q(state__in=SHOWN))}
    rows = [
        Service.objects.aggregate(**STANDING, **shown),
        Organization.objects.aggregate(**STANDING),
        Location.objects.aggregate(**STANDING),
        Source.objects.aggregate(last=Max("read_at")),
    ]
    moments = [row["last"] for row in rows if row["last"] is not None]
    return Standing(max(moments, default=None), tuple(told for row in rows for told in row.values()))


def services_asked(asked: Asked) -> QuerySet[Service]:
    """The services of a question. Who asks what changed, also hears what stopped."""
    rows = shown_services()
    if asked.modified_after is not None:
        rows = Service.objects.exclude(state=INACTIVE).filter(changed_at__gte=asked.modified_after)
    return _described(rows, asked).order_by("pk")


def _described(rows: QuerySet[Service], asked: Asked) -> QuerySet[Service]:
    rows = rows.filter(_with_words(asked.words))
    if asked.organization_id:
        rows = rows.filter(**_keyed("organization__key", asked.organization_id))
    if asked.taxonomy_term_id:
        rows = rows.filter(pk__in=_of_term(asked.taxonomy_term_id))
    if asked.taxonomy_id:
        rows = rows.filter(pk__in=_of_taxonomy(asked.taxonomy_id))
    return rows


def organizations_asked(asked: Asked) -> QuerySet[Organization]:
    """The organisations of a question."""
    return Organization.objects.filter(_with_words(asked.words)).order_by("pk")


def places_asked(asked: Asked) -> QuerySet[ServiceAtLocation]:
    """Where services are given, of a question. Raises Unknown for a postcode that there is not."""
    services = services_asked(asked)
    rows = ServiceAtLocation.objects.order_by("pk")
    if not asked.postcode:
        return rows.filter(service__in=services.order_by().values("pk"))
    here = municipalities_of(asked.postcode)
    served = Q()
    for municipality in here:
        served |= Q(service__in=serving(services, municipality).order_by().values("pk"))
    rows = rows.filter(served)
    return rows if asked.proximity is None else _within(rows, here, asked.proximity)


def municipalities_of(postcode: str) -> list[Municipality]:
    """The municipalities a postcode serves, as they are now. Raises Unknown."""
    rows = Municipality.objects.filter(postcodes__code=postcode).select_related("province", "successor")
    found = {(row.successor or row).pk: row.successor or row for row in rows.order_by("pk")}
    if not found:
        raise Unknown("postcode", _("Deze postcode bestaat niet."))
    return list(found.values())


def _within(
    rows: QuerySet[ServiceAtLocation], here: list[Municipality], metres: int
) -> QuerySet[ServiceAtLocation]:
    """Those so near the middle of where the postcode is; a box first, so that few are measured."""
    points = [(row.latitude, row.longitude) for row in here if row.latitude and row.longitude]
    if not points:
        return rows.none()
    north = sum(point[0] for point in points) / len(points)
    east = sum(point[1] for point in points) / len(points)
    high = metres / METRES_PER_DEGREE
    wide = high / max(FLATTEST, cos(radians(north)))
    rows = rows.filter(
        location__latitude__range=(north - high, north + high),
        location__longitude__range=(east - wide, east + wide),
    )
    return rows.annotate(metres=_metres_to(north, east)).filter(metres__lte=metres)


def _metres_to(north: float, east: float) -> Combinable:
    """Metres as the crow flies (haversine)."""
    up = Sin((Radians(F("location__latitude")) - Value(radians(north))) / 2)
    across = Sin((Radians(F("location__longitude")) - Value(radians(east))) / 2)
    level = Cos(Radians(F("location__latitude"))) * Value(cos(radians(north)))
    half: Combinable = Power(up, 2) + level * Power(across, 2)
    return Value(2 * EARTH_METRES, FloatField()) * ASin(Sqrt(half))


def _with_words(words: list[str]) -> Q:
    """Each word stands in a name or the text, in any language of the screen."""
    found = Q()
    for word in words:
        places = [f"{field}__{language}__icontains" for field in SEARCHED for language in LANGUAGES]
        found &= Q(*[(place, word) for place in places], _connector=Q.OR)
    return found


def _keyed(field: str, said: str) -> dict[str, Any]:
    """A filter on an id; one that is none names nothing."""
    key = key_of(said)
    return {field: key} if key else {"pk__in": ()}


def _of_term(said: str) -> QuerySet[Any]:
    """The services with this term, of our own lists or of one that somebody else keeps."""
    known = TERMS.get(said.lower())
    if known is None:
        return ServiceTerm.objects.filter(term__in={said, said.lower()}).values("service")
    return Service.objects.filter(_with_terms([(known[0].code, known[1])])).values("pk")


def _of_taxonomy(said: str) -> QuerySet[Any]:
    """The services with any term of this list."""
    known: Taxonomy | None = BY_KEY.get(said.lower())
    if known is None:
        terms = ForeignTerm.objects.filter(taxonomy__in={said, said.lower()}).values("foreign_id")
        return ServiceTerm.objects.filter(term__in=terms).values("service")
    return Service.objects.filter(_with_terms([(known.code, code) for code in known.terms])).values("pk")


FIELDS = {
    "life_domain": "domains__code",
    "situation": "situations__code",
    "pillar": "pillar",
    "reach": "reach",
    "way_in": "entry",
    "function": "typemodule__function",
}


def _with_terms(terms: list[tuple[str, str]]) -> Q:
    """Described with one of these terms."""
    found = Q(pk__in=())
    for taxonomy, code in terms:
        expecting = (taxonomy, code) == ("situation", EXPECTING)
        found |= Q(eligibility__expecting=True) if expecting else Q(**{FIELDS[taxonomy]: code})
    return found


def in_parts[M: Model](rows: QuerySet[M]) -> Iterator[QuerySet[M]]:
    """All of these in their order, a fixed number at a time."""
    last = 0
    while True:
        keys = list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
        if not keys:
            return
        yield rows.filter(pk__in=keys).order_by("pk")
        last = keys[-1]
