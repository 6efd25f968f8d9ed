"""Three hundred times two people save the same page: one is kept, the other keeps their text."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import escape
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.cast import MONDAY, kempen, peeters_el_amrani, worker

from kring.foundation.journal.actor import VISITOR
from kring.registry.network.models import Desk
from kring.registry.people.models import Family, Person
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import AskerKind, Door

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
EDITS = 1000 if os.environ.get("KRING_FULL") == "1" else 100
type Page = tuple[Family | Person | Desk, str, str, dict[str, Any]]


def signed_in(who: Any) -> Client:
    client = Client()
    client.force_login(who.account)
    return client


def family_page() -> Page:
    """A family, where it is renamed, the field, and what else the form holds."""
    network, people = kempen(), peeters_el_amrani()
    question = Question(
        door=Door.WEB,
        asker_kind=AskerKind.FAMILY,
        words="Hulp",
        family=people.family,
        asker=people.sofia,
    )
    ask(question=question, desk=network.counter, by=VISITOR, at=MONDAY)
    url = reverse("family_file:rename", args=[people.family.key])
    return people.family, url, "name", {}


def member_page() -> Page:
    family = family_page()[0]
    noor = Person.objects.get(given_name="Noor")
    url = reverse("family_file:member", args=[family.key, noor.key])
    return noor, url, "nickname", {"given_name": "Noor", "family_name": "Peeters"}


def desk_page() -> Page:
    desk = kempen().counter
    return desk, reverse("partners:edit_desk", args=[desk.key]), "name", {"email": "", "phone": ""}


class Two:
    """Ann and Jan, who press "bewaar" at the same moment."""

    def __init__(self) -> None:
        counter = kempen().counter
        colleagues = [worker(name, counter, "coordinator") for name in ("Ann Peeters", "Jan Maes")]
        self.clients = [signed_in(who) for who in colleagues]
        self._barrier = Barrier(2)
        self._pool = ThreadPoolExecutor(2)

    def save(self, url: str, forms: list[dict[str, Any]]) -> list[Any]:
        return list(self._pool.map(self._post, self.clients, [url, url], forms))

    def _post(self, client: Client, url: str, form: dict[str, Any]) -> Any:
        self._barrier.wait(timeout=60)
        try:
            return client.post(url, form)
        finally:
            connection.close()

    def close(self) -> None:
        self._pool.shutdown()


@pytest.fixture
def two() -> Iterator[Two]:
    pair = Two()
    yield pair
    pair.close()


@pytest.mark.parametrize("page", [family_page, member_page, desk_page])
def test_the_loser_reads_both_texts(two: Two, page: Callable[[], Page]) -> None:
    record, url, field, rest = page()
    for number in range(EDITS):
        record.refresh_from_db()
        texts = [f"Ann&co{number}", f"Jan&co{number}"]
        forms = [{**rest, field: text, "version": record.version} for text in texts]
        answers = two.save(url, forms)
        assert sorted(answer.status_code for answer in answers) == [302, 409]
        won = 0 if answers[0].status_code == 302 else 1
        lost = answers[1 - won]
        before = record.version
        record.refresh_from_db()
        assert (getattr(record, field), record.version) == (texts[won], before + 1)
        assert escape(texts[1 - won]) in lost.text
        assert escape(texts[won]) in lost.text
        assert lost.context["form"]["version"].value() in (record.version, str(record.version))
