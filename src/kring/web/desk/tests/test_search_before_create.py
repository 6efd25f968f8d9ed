"""The "already known?" page answers yes or no, with a reason, and never shows anybody."""

from typing import Any

import pytest
from tests.at_work import client_of
from tests.cast import MONDAY, Network, kempen, peeters_el_amrani

from kring.foundation.journal.actor import SYSTEM
from kring.registry.people.actions import protect_address
from kring.trust.access.models import KnownCheck

pytestmark = pytest.mark.django_db
SOFIA = {"given_name": "Sofia", "family_name": "El Amrani", "birth_date": "1988-03-14"}


def _check(network: Network, **values: Any) -> Any:
    given = {**SOFIA, "reason": "Staat hier aan de balie.", **values}
    htmx = given.pop("htmx", False)
    return client_of(network.nele).post(
        "/al-gekend/", given, headers={"hx-request": "true"} if htmx else {}
    )


def test_known_and_not_known() -> None:
    network = kempen()
    peeters_el_amrani()
    assert "Vraag het aan de vaste begeleider" in _check(network).content.decode()
    other = _check(network, given_name="Els", birth_date="1990-01-01").content.decode()
    assert "Niet gekend" in other


def test_a_protected_family_looks_like_an_unknown_one() -> None:
    network, family = kempen(), peeters_el_amrani()
    protect_address(by=SYSTEM, at=MONDAY, person=family.noor)
    assert "Niet gekend" in _check(network).content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"reason": "zomaar"}, "waarom je dit wilt weten"),
        ({"birth_date": ""}, "of het rijksregisternummer"),
        ({"national_number": "88.03.14-999-00"}, "klopt niet"),
    ],
)
def test_too_little_is_refused_and_stays_typed(wrong: dict[str, str], sentence: str) -> None:
    response = _check(kempen(), **wrong)
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert 'value="Sofia"' in page
    assert not KnownCheck.objects.exists()


def test_beside_the_counter_a_refusal_is_shown_in_place() -> None:
    response = _check(kempen(), reason="", htmx=True)
    assert response.status_code == 200
    assert "waarom je dit wilt weten" in response.content.decode()


def test_the_limit_is_said() -> None:
    network = kempen()
    for _ in range(20):
        _check(network)
    assert "over een uur opnieuw" in _check(network).content.decode()
