"""Yes, not now and no stand beside each other, with what each changes, whatever was said before."""

import pytest
import time_machine
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.trust.access.actions import involve
from kring.web.mine.tests.at_home import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    with time_machine.travel(MONDAY, tick=False):
        yield kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    made = peeters_el_amrani()
    involve(
        at=MONDAY,
        about=made.sofia,
        who=network.bram,
        role="team",
        because="join",
        because_key=network.region.key,
    )
    return made


@pytest.mark.parametrize("before", ["", "yes", "no", "not_now"])
def test_all_three_can_be_given(network: Network, home: PeetersElAmrani, before: str) -> None:
    sofia = client_of(home.sofia, network)
    page = f"/mijn/delen/{home.sofia.key}/{network.outside.organisation.key}/"
    if before:
        sofia.post(page, {"antwoord": before})
    shown = sofia.get(page).text
    for answer in ("yes", "not_now", "no"):
        assert f'name="antwoord" value="{answer}"' in shown
    for told in ("Als je ja zegt", "Als je nu niet zegt", "Als je nee of stop zegt"):
        assert told in shown


@pytest.mark.parametrize(
    ("said", "words"), [("yes", "je zei ja"), ("no", "je zei nee"), ("not_now", "je zei: nu niet")]
)
def test_the_list_says_what_was_answered(
    network: Network, home: PeetersElAmrani, said: str, words: str
) -> None:
    sofia = client_of(home.sofia, network)
    caw = network.outside.organisation
    sofia.post(f"/mijn/delen/{home.sofia.key}/{caw.key}/", {"antwoord": said})
    assert words in sofia.get("/mijn/delen/").text
