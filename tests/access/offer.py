"""A service of the counter in the directory, and what the open door is asked with."""

from datetime import timedelta
from typing import Any

from kring.exchange.hsds.exporting import keep_copies
from kring.exchange.hsds.taxonomies import TAXONOMIES
from kring.foundation.journal.actor import SYSTEM
from kring.offer.directory.actions import (
    AtLocation,
    Description,
    add_activity,
    add_dates,
    add_location,
    add_service,
    list_organization,
)
from kring.offer.directory.models import ActivityDate, Service
from kring.offer.saved.models import SavedSearch
from kring.offer.saved.way_out import SIGNER
from tests.cast import MONDAY, Network

OF_A_SEARCH = [f"finding:{name}" for name in "saved_search seen how_often remove_search".split()]


def offered_by(network: Network) -> Service:
    """A playgroup at one place, and a morning for which anybody signs up.

    Copies of the offer are made for the first world, and are those of every other.
    """
    hand = {"by": SYSTEM, "at": MONDAY}
    house = list_organization(ours=network.counter.organisation, **hand)
    hall = add_location(organization=house, values={"name": {"nl": "De Speelzolder"}}, **hand)
    said = Description(values={"name": {"nl": "Babbelgroep"}}, places=[AtLocation(location=hall)])
    service = add_service(organization=house, described=said, confirm_every=6, **hand)
    values = {"name": {"nl": "Muziek op schoot"}, "sign_up": True}
    activity = add_activity(service=service, location=None, values=values, **hand)
    soon = MONDAY + timedelta(days=3)
    add_dates(activity=activity, times=[(soon, soon + timedelta(hours=2))], seats=None, **hand)
    keep_copies(MONDAY)
    _kept_by_nele(network)
    return service


def _kept_by_nele(network: Network) -> None:
    """A search that Nele keeps; nobody else finds it."""
    SavedSearch.objects.create(
        account=network.nele.account,
        name="Babbelen",
        asked={"text": "babbelgroep"},
        place="Geel",
        how_often="week",
        look_on=MONDAY.date() + timedelta(days=7),
        saved_at=MONDAY,
        touched_at=MONDAY,
    )


def offer_parts(service: Service) -> dict[str, dict[str, Any]]:
    """The ids the door is asked for."""
    taxonomy = TAXONOMIES[0]
    found = {
        "service": service.key,
        "organization": service.organization.key,
        "place": service.service_at_locations.get().key,
        "taxonomy": taxonomy.key,
        "term": taxonomy.term_key(next(iter(taxonomy.terms))),
    }
    date = ActivityDate.objects.get(activity__service=service)
    own, kept = {"key": service.key}, {"key": SavedSearch.objects.order_by("pk")[0].key}
    return {
        **dict.fromkeys(["finding:service", "finding:bookmark"], own),
        **dict.fromkeys(OF_A_SEARCH, kept),
        "finding:no_mail": {"token": SIGNER.sign(str(kept["key"]))},
        "finding:sign_up": {"key": date.key},
        **{f"hsds:{name}": {"found": str(key)} for name, key in found.items()},
    }


def offer_bodies() -> dict[str, dict[str, Any]]:
    """What anybody sends to come to a morning, and to take that back."""
    return {
        "finding:sign_up": {"name": "Amina", "people": "2"},
        "finding:bookmark": {"doe": "bewaar"},
        "finding:save_search": {"vraag": "?q=muziek", "name": "Muziek", "how_often": "day"},
        "finding:how_often": {"how_often": "never"},
        "finding:sign_off": {"code": "AAAA-AAAA-AAAA"},
    }
