"""A few lines to make regions, desks and organisations in tests of this room and those above."""

from datetime import UTC, datetime

from kring.registry.network.models import (
    Desk,
    DeskArea,
    Organisation,
    Partnership,
    PartnershipArea,
    PartnershipKind,
)
from kring.registry.places.models import Municipality

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
"""A Wednesday, half past ten in Brussels."""


def municipality(name: str) -> Municipality:
    return Municipality.objects.filter(name_nl=name).latest("nis")


def organisation(name: str, sector: str = "caw") -> Organisation:
    found, _ = Organisation.objects.get_or_create(
        name=name, defaults={"search_name": name.lower(), "sector": sector}
    )
    return found


def region(name: str, *municipalities: str) -> Partnership:
    made = Partnership.objects.create(
        name=name, search_name=name.lower(), kind=PartnershipKind.ONE_FAMILY_ONE_PLAN
    )
    for place in municipalities:
        PartnershipArea.objects.create(partnership=made, municipality=municipality(place), starts_at=NOW)
    return made


def desk(
    name: str,
    within: Partnership,
    *municipalities: str,
    run_by: Organisation | None = None,
    kind: Desk.Kind = Desk.Kind.COUNTER,
    first_for_public: bool = False,
    fallback: bool = False,
) -> Desk:
    made = Desk.objects.create(
        name=name,
        kind=kind,
        region=within,
        organisation=run_by or organisation(name),
        first_for_public=first_for_public,
        fallback=fallback,
    )
    for place in municipalities:
        DeskArea.objects.create(desk=made, municipality=municipality(place), starts_at=NOW)
    return made
