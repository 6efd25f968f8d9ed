"""A mother takes back that a service reads along: she reads beforehand whom it closes, and it does."""

from collections.abc import Callable
from typing import Any

import pytest

from kring.foundation.accounts.models import Account, AccountKind
from kring.support.notes.actions import Draft, write_note
from kring.trust.access.models import PersonAccess
from kring.trust.access.tests.a_glass import kept_by
from kring.trust.consent.actions import record_consent
from kring.trust.consent.models import Consent
from tests.cast import LONG_AGO, MONDAY, PASSWORD, Network, PeetersElAmrani, acting, peeters_el_amrani
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True)]
TOLD = "Sofia slaapt slecht sinds de verhuis."


def _shared_with_the_caw(network: Network, home: PeetersElAmrani) -> None:
    """Nele keeps the family; Bram helps along, for Sofia said yes to his organisation."""
    kept_by(home, network.nele)
    kept_by(home, network.bram, "team")
    record_consent(
        person=home.sofia,
        purpose=Consent.Purpose.SHARE,
        outcome=Consent.Outcome.YES,
        organisation=network.outside.organisation,
        by=acting(network.nele),
        at=MONDAY,
    )
    write_note(
        draft=Draft(TOLD, [home.sofia], told_by="self"),
        author=network.nele,
        owner=network.counter.organisation,
        by=acting(network.nele),
        at=MONDAY,
    )


def _opened_by(home: PeetersElAmrani) -> Account:
    account = Account.objects.create_user(
        "sofia@example.org", PASSWORD, name="Sofia", kind=AccountKind.FAMILY, created_at=LONG_AGO
    )
    PersonAccess.objects.create(person=home.sofia, account=account, starts_at=LONG_AGO)
    return account


@pytest.mark.parametrize("width", [1440, 360])
def test_the_next_request_shows_nothing_more_of_her(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any, width: int
) -> None:
    home = peeters_el_amrani()
    _shared_with_the_caw(kempen_network, home)
    file = f"/gezinnen/{home.family.key}/"
    bram, nele, mother = somebody(width=1440), somebody(width=1440), somebody(width=width)
    bram.signs_in(kempen_network.bram)
    bram.open(file)
    bram.reads(TOLD)

    mother.has_account(_opened_by(home))
    mother.open("/mijn/bewaard/")
    mother.open("/mijn/delen/")
    mother.reads("je zei ja")
    mother.follow("Kies CAW De Kempen")
    mother.reads("Lezen meteen niet meer mee: Bram De Smet.")
    mother.press("Nee, stop ermee")
    mother.reads("Genoteerd. Het geldt vanaf nu.")
    mother.does_not_read("Bram De Smet")

    bram.refusals.add(404)
    for page in (file, f"{file}verhaal/", "/gezinnen/", "/vandaag/"):
        bram.open(page)
        bram.does_not_read(TOLD)
        bram.does_not_read("El Amrani")

    nele.signs_in(kempen_network.nele)
    nele.open(file)
    nele.reads(TOLD)
