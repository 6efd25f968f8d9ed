"""The Trefplaats says yes by the link in its mail, on a telephone; the mother reads it."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from kring.foundation.outbox.delivery import send_due
from kring.foundation.outbox.tests.smtp_server import MailServer
from kring.support.requests.actions import ask_handover, take
from kring.support.requests.models import Request
from tests.cast import Network, acting
from tests.journeys.conftest import START
from tests.journeys.mother import WORDS, asks, looks
from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)
LINK = re.compile(r"https?://\S+/antwoord/(\S+)")
LATER = START + timedelta(days=1)


@pytest.fixture
def mail(settings: Any, live_server: Any) -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    settings.SMTP_URL, settings.PUBLIC_URL = server.url, live_server.url
    yield server
    server.stop()


def _handed_over(network: Network) -> None:
    request, by = Request.objects.get(), acting(network.nele)
    take(request=request, worker=network.nele, by=by, at=LATER)
    ask_handover(request=request, to_desk=network.team, words="", worker=network.nele, by=by, at=LATER)


def test_yes_by_the_link(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any, mail: MailServer
) -> None:
    mother, receiver = somebody(width=360), somebody(width=360)
    code = asks(mother)
    _handed_over(kempen_network)
    clock.move_to(LATER)
    send_due(at=LATER)
    [letter] = [one for one in mail.taken if one["To"] == "trefplaats@example.org"]
    text = letter.get_payload(decode=True).decode()
    assert "Sofia" not in text
    assert WORDS[:20] not in text

    receiver.open("/antwoord/" + LINK.search(text).group(1))
    receiver.reads("Huis van het Kind Geel")
    receiver.does_not_read("Sofia")
    receiver.choose("Ja, wij nemen deze vraag over")
    receiver.press("Verstuur ons antwoord")
    receiver.reads("De vraag ligt nu bij jullie.")
    receiver.refusals.add(410)
    receiver.open("/antwoord/" + LINK.search(text).group(1))
    receiver.reads("Deze link werkt niet meer")

    looks(mother, code, names=True)
    mother.reads("Trefplaats Jeugdhulp Kempen")
