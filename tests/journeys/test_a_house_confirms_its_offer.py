"""A House confirms its offer from the mail, on a telephone; a father's report is settled."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.outbox.delivery import send_due
from kring.foundation.outbox.tests.smtp_server import MailServer
from kring.offer.directory.actions import add_dates, ask_to_confirm_daily
from kring.offer.directory.models import Service
from kring.offer.directory.queries import is_stale
from kring.offer.directory.tests.offering import described, morning, playgroup
from tests.cast import Network
from tests.journeys.conftest import START
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True)]
MAILBOX = "huis@example.org"
LINK = re.compile(r"https?://\S+/bevestig/(\S+)")
STALE = START + timedelta(days=200)


@pytest.fixture
def mail(settings: Any, live_server: Any) -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    settings.SMTP_URL, settings.PUBLIC_URL = server.url, live_server.url
    yield server
    server.stop()


@pytest.fixture
def service(kempen_network: Network) -> Service:
    return playgroup(values=described().values | {"email": MAILBOX})


def test_one_button_in_the_mail(
    service: Service, somebody: Callable[..., Walker], clock: Any, mail: MailServer
) -> None:
    clock.move_to(STALE)
    ask_to_confirm_daily(at=STALE)
    send_due(at=STALE)
    [letter] = [one for one in mail.taken if one["To"] == MAILBOX]
    text = letter.get_payload(decode=True).decode()
    assert "Speelgroep" not in text

    house = somebody(width=360)
    house.open("/bevestig/" + LINK.search(text).group(1))
    house.reads("Klopt dit nog?")
    house.reads("te lang niet bevestigd")
    house.press("Klopt nog")
    house.reads("Bedankt, dit is bevestigd.")
    house.reads("Alles is bevestigd")
    service.refresh_from_db()
    assert not is_stale(service, STALE)


def test_a_father_says_what_is_wrong_and_the_house_mends_it(
    service: Service, somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    father, nele = somebody(width=360), somebody(width=1440)
    father.open(f"/aanbod/{service.key}")
    father.follow("Klopt er iets niet?")
    father.choose("De uren of de dagen")
    father.fill("Vertel kort wat er anders is", "Het is nu op donderdag.")
    father.press("Meld het")
    father.reads("Bedankt, het is gemeld")

    soon = START + timedelta(days=3)
    times = [(soon, soon + timedelta(hours=2))]
    add_dates(activity=morning(service), times=times, seats=6, by=SYSTEM, at=START)
    nele.signs_in(kempen_network.nele)
    nele.open("/partners/")
    nele.follow("Ons aanbod")
    nele.reads("1 melding")
    nele.follow("Speelgroep")
    nele.reads("Het is nu op donderdag.")
    nele.follow("Wijzig")
    nele.fill("Dinsdag", "")
    nele.fill("Donderdag", "9:30-11:30")
    nele.press("Bewaar en bevestig")
    nele.reads("Bewaard en bevestigd.")
    nele.reads("donderdag 09:30–11:30")
    nele.press("Aangepast")
    nele.reads("De melding is afgehandeld.")
    nele.follow("Muziek op schoot")
    nele.reads("Nog niemand ingeschreven.")


def test_a_house_lists_a_course_and_the_childcare_beside_it(
    service: Service, somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    nele, mother = somebody(width=1440), somebody(width=360)
    nele.signs_in(kempen_network.nele)
    nele.open("/ons-aanbod/")
    nele.follow("Nieuw aanbod")
    nele.fill("Hoe heet het?", "Nederlands voor ouders")
    nele.choose("onderwijs")
    nele.page.locator("summary", has_text="Op een nieuwe plaats").click()
    nele.fill("Straat en nummer", "Markt 2")
    nele.press("Zet in de gids")
    nele.reads("Vul dit ook in: dan vinden gezinnen de plaats.")
    nele.fill("Postcode", "2440")
    nele.fill("Gemeente", "Geel")
    nele.press("Zet in de gids")
    nele.reads("Dit staat nu in de gids.")
    nele.follow("Kies wat samen hoort")
    nele.press("Hoort samen")
    nele.reads("Ze horen nu samen.")
    nele.open(f"/ons-aanbod/{service.key}/")
    nele.fill("Hoeveel plaatsen zijn er vrij?", "0")
    nele.press("Bewaar")
    course = Service.objects.exclude(pk=service.pk).get()
    mother.open(f"/aanbod/{course.key}")
    mother.reads("Dit hoort samen met")
    mother.reads("Nu is er geen plaats bij wat hierbij hoort")
