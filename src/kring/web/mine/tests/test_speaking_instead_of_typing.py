"""A spoken message is kept as a document, stands in the talk with words, and is heard by who may."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.at_work import client_of as at_work
from tests.cast import Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.files.store import path_of
from kring.registry.people.models import Person
from kring.support.documents.models import Document, DocumentKind
from kring.support.documents.tests.files_as_people_send_them import PDF
from kring.support.documents.tests.voices import AMR, M4A, WEBM
from kring.support.messages.models import FamilyMessage
from kring.web.mine.tests.a_plan import a_plan
from kring.web.mine.tests.at_home import client_of

pytestmark = pytest.mark.django_db
SPEAK = "/mijn/berichten/inspreken/"
KEY = "11111111-1111-4111-8111-111111111111"


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    made = peeters_el_amrani()
    a_plan(made, network)
    return made


def spoken(client: Client, content: bytes = M4A, words: str = "Over vrijdag") -> HttpResponse:
    file = BytesIO(content)
    file.name = "stem.m4a"
    return client.post(SPEAK, {"file": file, "words": words, "submission": KEY})


def pages(person: Person, document: Document) -> tuple[str, str]:
    """The pages with a player: the own one, and that of a helper."""
    own = f"/mijn/luister/{document.key}/"
    return own, f"/gesprekken/{person.key}/luister/{document.key}/"


def test_it_is_heard_by_who_may_and_kept_sealed(network: Network, home: PeetersElAmrani) -> None:
    client, nele = client_of(home.sofia, network), at_work(network.nele)
    assert 'capture="user"' in client.get(SPEAK).text
    assert [spoken(client).status_code for _ in range(2)] == [302, 302]
    document, message = Document.objects.get(), FamilyMessage.objects.get()
    assert (document.kind, document.content_type) == (DocumentKind.SPOKEN, "audio/mp4")
    assert (message.words, message.about_key) == ("Over vrijdag", document.key)
    assert M4A not in path_of(document.file.place).read_bytes()
    own, theirs = pages(home.sofia, document)
    assert own in client.get("/mijn/berichten/").text
    assert theirs in nele.get(f"/gesprekken/{home.sofia.key}/").text
    for reader, page in ((client, own), (nele, theirs)):
        assert f'src="{page}geluid/"' in reader.get(page).text
        sound = reader.get(f"{page}geluid/")
        assert (sound.content, sound["Content-Type"]) == (M4A, "audio/mp4")
        assert sound["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert "no-store" in sound["Cache-Control"]


def test_what_no_browser_plays_is_fetched_instead(network: Network, home: PeetersElAmrani) -> None:
    client, nele = client_of(home.sofia, network), at_work(network.nele)
    spoken(client, AMR)
    document = Document.objects.get()
    own, theirs = pages(home.sofia, document)
    fetched = f"/gezinnen/{home.family.key}/documenten/{document.key}/"
    assert (document.content_type, "<audio" in client.get(own).text) == ("audio/amr", False)
    assert f"/mijn/documenten/{document.key}/" in client.get(own).text
    assert fetched in nele.get(theirs).text
    saved = nele.get(fetched)
    assert saved["Content-Disposition"].startswith("attachment; filename=")
    assert saved["Content-Disposition"].endswith('.amr"')


def test_what_a_browser_records_is_played(network: Network, home: PeetersElAmrani) -> None:
    client = client_of(home.sofia, network)
    spoken(client, WEBM)
    own = pages(home.sofia, Document.objects.get())[0]
    assert "<audio" in client.get(own).text
    assert client.get(f"{own}geluid/")["Content-Type"] == "audio/webm"


def test_nobody_else_hears_it(network: Network, home: PeetersElAmrani) -> None:
    spoken(client_of(home.younes, network))
    own, theirs = pages(home.younes, Document.objects.get())
    for page in (own, f"{own}geluid/"):
        assert client_of(home.sofia, network).get(page).status_code == 404
    for page in (theirs, f"{theirs}geluid/"):
        assert at_work(network.bram).get(page).status_code == 404


@pytest.mark.parametrize("content", [PDF, b"", b"<svg onload=alert(1)>", b"x" * 11 * 1024 * 1024])
def test_what_is_no_sound_or_too_large_is_said(
    network: Network, home: PeetersElAmrani, content: bytes
) -> None:
    answer = spoken(client_of(home.sofia, network), content)
    assert answer.status_code == 422
    assert not Document.objects.exists()
    assert not FamilyMessage.objects.exists()


def test_a_letter_is_not_listened_to(network: Network, home: PeetersElAmrani) -> None:
    client = client_of(home.sofia, network)
    spoken(client)
    Document.objects.update(content_type="application/pdf")
    own, theirs = pages(home.sofia, Document.objects.get())
    assert client.get(f"{own}geluid/").status_code == 404
    assert at_work(network.nele).get(f"{theirs}geluid/").status_code == 404
