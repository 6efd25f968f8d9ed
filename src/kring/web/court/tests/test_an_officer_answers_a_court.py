"""On screen: written down, proposed by one officer, agreed by another, sealed, shown once."""

import hashlib

import pytest
import time_machine
from django.test import Client
from tests.at_work import client_of
from tests.cast import MONDAY, kempen

from kring.foundation.accounts.actions import create_account
from kring.foundation.accounts.models import AccountKind
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry
from kring.registry.network.actions import give_role
from kring.registry.network.models import RoleType, Worker
from kring.support.notes.models import Note
from kring.trust.access.models import OwnCircle
from kring.trust.legal.models import LegalBundle, LegalRequest
from kring.trust.legal.tests.a_legal_request import AT, WHY, Scene, scene

pytestmark = pytest.mark.django_db
TYPED = {
    "requester": "youth_court",
    "requester_name": "Rechter Proef, Turnhout",
    "paper": "written",
    "reference": "2026/17",
    "received_on": "2026-11-23",
    "asked": "Welke hulp is er?",
    "given_name": "Lore",
    "family_name": "Proef",
    "birth_date": "2011-03-01",
}
WORDS = "Lore slaapt slecht sinds de verhuizing."


@pytest.fixture
def cast() -> Scene:
    with time_machine.travel(AT, tick=False):
        network = kempen()
        made = scene()
        kind, _ = RoleType.objects.update_or_create(
            code="privacy", defaults={"grants": ["privacy.officer"], "name": {"nl": "functionaris"}}
        )
        for worker in (made.first, made.second):
            _hired(worker, network.counter.organisation, kind)
        Note.objects.create(item=made.items["open"], words=WORDS, written_at=AT)
        Note.objects.create(item=made.items["confidence"], words="Buurvrouw fluistert", written_at=AT)
        yield made


def _hired(worker: Worker, organisation: object, kind: RoleType) -> None:
    name = worker.name.lower().replace(" ", ".")
    account = create_account(
        by=SYSTEM, at=MONDAY, email=f"{name}@example.org", kind=AccountKind.WORKER, name=worker.name
    )
    Worker.objects.filter(pk=worker.pk).update(account=account)
    worker.refresh_from_db()
    give_role(by=SYSTEM, at=AT, worker=worker, organisation=organisation, role=kind)


def registered(client: Client) -> str:
    answer = client.post("/gerecht/nieuw/", TYPED)
    assert answer.status_code == 302, answer.text
    return str(answer["Location"])


def test_from_the_letter_to_the_sealed_bundle(cast: Scene) -> None:
    first, second = client_of(cast.first), client_of(cast.second)
    cast.everybody_agrees()
    page = registered(first)
    shown = first.get(page).text
    assert WORDS in shown
    assert "Buurvrouw" not in shown
    assert "Artikel 75" in shown
    chosen = {"gives": "items", "because": WHY, "pieces": [str(cast.items["open"].key)]}
    assert first.post(page, chosen).status_code == 302
    assert "Akkoord" not in first.get(page).text
    assert first.post(f"{page}tweede/", {"says": "yes"}).status_code == 403
    assert "Akkoord" in second.get(page).text
    given = second.post(f"{page}tweede/", {"says": "yes"})
    kept = LegalBundle.objects.get()
    assert kept.sha256 in given.text
    assert "Wachtwoord" in given.text
    assert "Wachtwoord" not in second.get(page).text
    file = first.post(f"{page}bundel/")
    assert hashlib.sha256(file.content).hexdigest() == kept.sha256
    assert JournalEntry.objects.filter(verb="legal.fetched").exists()
    assert first.post(f"{page}sluiten/").status_code == 302
    assert LegalRequest.objects.get().state == "closed"


def test_without_consent_no_piece_is_given_and_the_article_is_said(cast: Scene) -> None:
    first = client_of(cast.first)
    page = registered(first)
    assert WORDS not in first.get(page).text
    chosen = {"gives": "items", "because": WHY, "pieces": [str(cast.items["open"].key)]}
    answer = first.post(page, chosen)
    assert answer.status_code == 422
    assert "Artikel 75 van het decreet" in answer.text
    assert WHY in answer.text
    assert LegalRequest.objects.get().state == "received"


def test_a_refusal_is_agreed_too(cast: Scene) -> None:
    first, second = client_of(cast.first), client_of(cast.second)
    page = registered(first)
    first.post(page, {"gives": "nothing", "because": WHY})
    second.post(f"{page}tweede/", {"says": "no"})
    assert LegalRequest.objects.get().state == "received"
    first.post(page, {"gives": "nothing", "because": WHY})
    second.post(f"{page}tweede/", {"says": "yes"})
    assert LegalRequest.objects.get().state == "refused"
    assert first.post(f"{page}bundel/").status_code == 404


def test_nobody_unknown_is_written_down(cast: Scene) -> None:
    answer = client_of(cast.first).post("/gerecht/nieuw/", TYPED | {"given_name": "Onbekend"})
    assert answer.status_code == 422
    assert not LegalRequest.objects.exists()


def test_an_officer_never_sees_their_own_circle(cast: Scene) -> None:
    page = registered(client_of(cast.first))
    OwnCircle.objects.create(worker=cast.second, person=cast.child, starts_at=AT)
    second = client_of(cast.second)
    assert second.get(page).status_code == 404
    assert "Lore" not in second.get("/gerecht/").text
    assert second.post(f"{page}tweede/", {"says": "yes"}).status_code == 404


def test_the_reading_is_journalled(cast: Scene) -> None:
    first = client_of(cast.first)
    page = registered(first)
    before = JournalEntry.objects.filter(verb="read", subjects__subject_key=cast.child.key).count()
    first.get(page)
    after = JournalEntry.objects.filter(verb="read", subjects__subject_key=cast.child.key).count()
    assert after == before + 1
