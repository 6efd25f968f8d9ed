"""Hand-overs asked while the mail server refuses, hangs or is away: each mail arrives, none is lost."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_django import Settings
from tests.cast import MONDAY, acting, kempen

from kring.foundation.outbox.delivery import send_due
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.states import QUEUED
from kring.foundation.outbox.tests.smtp_server import HANGS, HANGS_UP, TAKES, MailServer
from kring.registry.network.models import Desk
from kring.support.requests.actions import accept_handover, ask_handover
from kring.support.requests.queries import link_by_token
from kring.support.requests.tests.a_question import asked

pytestmark = pytest.mark.django_db
MOODS = ("451 later", HANGS, HANGS_UP, "away", "554 no", TAKES)


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    running = MailServer()
    settings.SMTP_URL = running.url
    settings.SMTP_TIMEOUT = 0.5
    running.start()
    yield running
    running.stop()


def test_every_asked_and_settled_handover_is_told_once(server: MailServer) -> None:
    network = kempen()
    Desk.objects.update(email="post@example.org")
    asking, at = acting(network.nele), MONDAY
    for mood in MOODS:
        server.stop() if mood == "away" else None
        server.mood = mood
        for _number in range(2):
            handover = ask_handover(
                request=asked(network),
                to_desk=Desk.objects.get(pk=network.team.pk),
                words="Graag.",
                worker=network.nele,
                by=asking,
                at=at,
            )
            accept_handover(handover=handover, worker=network.lotte, by=acting(network.lotte), at=at)
        send_due(at=at)
        server.start() if mood == "away" else None
        at += timedelta(minutes=20)
    for _round in range(20):
        at += timedelta(minutes=20)
        send_due(at=at)
    assert not Message.objects.filter(state=QUEUED).exists()
    times = Counter(server.message_ids())
    assert len(times) == 4 * len(MOODS)
    assert set(times.values()) == {1}
    bodies = [str(mail.get_payload()) for mail in server.taken]
    tokens = {found[1] for body in bodies if (found := re.search(r"/antwoord/([\w-]+)", body))}
    assert len(tokens) == 2 * len(MOODS)
    assert all(link_by_token(token) for token in tokens)
