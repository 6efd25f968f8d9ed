"""The offer of the counter as its keepers see it: a link to confirm it, a morning, a report."""

from datetime import timedelta
from typing import Any

from kring.foundation.journal.actor import SYSTEM, VISITOR
from kring.foundation.keys.sealing import hash_code
from kring.offer.directory.actions import (
    Description,
    add_service,
    link_offers,
    list_organization,
    propose_link,
    report_wrong,
)
from kring.offer.directory.models import (
    ActivityDate,
    ConfirmLink,
    Organization,
    SaidBy,
    Service,
    WrongAbout,
    WrongReport,
)
from kring.registry.network.models import Organisation
from tests.cast import MONDAY

ABOUT_ONE = "service edit free new_place together new_activity wrong reported".split()
AT_THE_MARKET = {"street": "Markt 2", "postcode": "2440", "municipality": "Geel"}
OF_A_SERVICE = [f"offering:{name}" for name in ABOUT_ONE]


def gone_together(service: Service, other: Organisation) -> None:
    """The childcare beside this service, a fair, and a course whose owner asks for the same."""
    hand = {"by": SYSTEM, "at": MONDAY}
    course, care, _fair = (
        _offered(owner, name)
        for owner, name in (
            (list_organization(ours=other, **hand), "Taalles"),
            (service.organization, "Opvang ernaast"),
            (service.organization, "Ruilbeurs"),
        )
    )
    link_offers(service=service, beside=care, **hand)
    propose_link(service=course, beside=service, **hand)


def _offered(owner: Organization, name: str) -> Service:
    said = Description(values={"name": {"nl": name}})
    return add_service(organization=owner, described=said, confirm_every=6, by=SYSTEM, at=MONDAY)


def kept_right(service: Service, token: str, other: Organisation) -> Service:
    """This service, with all that its keepers have to do about it."""
    gone_together(service, other)
    owner = service.organization
    soon = MONDAY + timedelta(days=7)
    Service.objects.filter(pk=service.pk).update(confirm_before=soon)
    lives = {"asked_at": MONDAY, "ends_at": MONDAY + timedelta(days=28)}
    ConfirmLink.objects.create(organization=owner, token_hash=hash_code(token), **lives)
    said = {"about": WrongAbout.HOURS, "words": "Nu op donderdag.", "said_by": SaidBy.ANYBODY}
    report_wrong(service=service, by=VISITOR, at=MONDAY, **said)
    return service


def morning_of(service: Service) -> ActivityDate:
    """The morning for which anybody signs up."""
    return ActivityDate.objects.select_related("activity").get(activity__service=service)


def keeper_parts(service: Service, token: str) -> dict[str, dict[str, Any]]:
    """The addresses of keeping this offer."""
    date, key = morning_of(service), {"key": service.key}
    activity = {"key": date.activity.key}
    return {
        **dict.fromkeys(OF_A_SERVICE, key),
        **dict.fromkeys(["offering:activity", "offering:stop_activity"], activity),
        "offering:deed": key | {"name": "bevestig"},
        "offering:cancel_date": {"key": date.key},
        "offering:settle": {"key": WrongReport.objects.filter(service=service).order_by("pk")[0].key},
        "offering:apart": key | {"other": service.linked_to.get().beside.key},
        "offering:answer_link": {"key": service.link_asked.get().key, "name": "ja"},
        "offering:confirm": {"token": token},
        "offering:place": {"key": service.service_at_locations.get().location.key},
    }


def keeper_bodies(service: Service) -> dict[str, dict[str, Any]]:
    """What keepers and visitors send."""
    owner, place = service.organization, service.service_at_locations.get().location
    day = {"first_day": "2026-12-02", "opens_at": "14:00", "closes_at": "15:00", "weeks": "2"}
    return {
        "offering:wrong": {"about": "hours", "words": "Het is nu op donderdag."},
        "offering:confirm": {"zeg": "klopt", "aanbod": service.key},
        "offering:settle": {"outcome": "mended"},
        "offering:free": {"places": "2"},
        "offering:edit": {"version": service.version, "name_nl": "Babbelgroep", "confirm_every": "3"},
        "offering:new": {
            "owner": owner.ours.key if owner.ours else "",
            "name_nl": "Ouderpraat",
            "confirm_every": "6",
            "submission": "00000000-0000-4000-8000-000000000011",
        },
        "offering:together": {"met": owner.services.get(name={"nl": "Ruilbeurs"}).key},
        "offering:new_place": AT_THE_MARKET,
        "offering:place": AT_THE_MARKET | {"version": place.version},
        "offering:new_activity": {"name_nl": "Knutselen"},
        "offering:activity": day,
    }
