"""A document is classed by who gave it, read by the one table, kept once, and goes with its person."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.foundation.classes.facts import DataClass
from kring.foundation.files.models import StoredFile
from kring.foundation.files.store import path_of
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalPayload
from kring.support.documents.actions import NewDocument, keep_document
from kring.support.documents.checks import documents_are_about_somebody
from kring.support.documents.erasers import let_go_of_documents
from kring.support.documents.models import Document
from kring.support.documents.queries import content_and_name, document_for, documents_about
from kring.support.documents.tests.files_as_people_send_them import PDF
from kring.trust.access.models import Involvement, ToldBy
from kring.trust.access.queries import reader_for
from kring.trust.access.readers import Reader

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def kept(network: Network, new: NewDocument) -> Document:
    nele = network.nele
    owner = network.counter.organisation
    return keep_document(new=new, author=nele, owner=owner, by=acting(nele), at=MONDAY)


def letter(home: PeetersElAmrani, **values: Any) -> NewDocument:
    given = {"pieces": [PDF], "name": "brief.pdf", "title": "Brief van school", "about": (home.noor,)}
    return NewDocument(**(given | values))


def test_the_class_follows_from_who_gave_it(network: Network, home: PeetersElAmrani) -> None:
    own = kept(network, letter(home, told_by=ToldBy.SELF))
    third = kept(network, letter(home, told_by=ToldBy.THIRD))
    court = kept(network, letter(home, told_by=ToldBy.COURT))
    classes = [one.item.data_class for one in (own, third, court)]
    assert classes == [DataClass.OPEN, DataClass.CONFIDENCE, DataClass.COURT]


def test_only_who_may_reads_it(network: Network, home: PeetersElAmrani) -> None:
    Involvement.objects.create(
        family=home.family, worker=network.nele, role="anchor", because="request", starts_at=MONDAY
    )
    document = kept(network, letter(home, told_by=ToldBy.SELF))
    nele, bram = (reader_for(one.account, MONDAY) for one in (network.nele, network.bram))
    assert documents_about(nele, [home.noor], MONDAY) == [document]
    assert document_for(bram, document.key, MONDAY) is None
    assert document_for(Reader(person=home.sofia), document.key, MONDAY) == document
    content, name = content_and_name(document)
    assert (content, name) == (PDF, "brief-van-school.pdf")


def test_sent_twice_it_is_one(network: Network, home: PeetersElAmrani) -> None:
    new = letter(home)
    assert kept(network, new) == kept(network, new)
    assert (Document.objects.count(), StoredFile.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": "  "}, "title"),
        ({"about": ()}, "about"),
        ({"pieces": [b"x" * 1024] * 20_000}, "file"),
        ({"name": "../x.pdf"}, "file"),
        ({"pieces": [b"<svg/>"]}, "file"),
    ],
)
def test_what_is_not_right_is_said_beside_its_field(
    network: Network, home: PeetersElAmrani, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(ValidationError) as wrong:
        kept(network, letter(home, **values))
    assert set(wrong.value.message_dict) == {field}
    assert not Document.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_it_goes_with_the_last_person_it_is_about(network: Network, home: PeetersElAmrani) -> None:
    alone = kept(network, letter(home))
    shared = kept(network, letter(home, about=(home.noor, home.younes)))
    places = {one: path_of(one.file.place) for one in (alone, shared)}
    later = MONDAY + timedelta(days=1)
    with transaction.atomic():
        let_go_of_documents(by=SYSTEM, at=later, keys=[home.noor.key])
    assert list(Document.objects.all()) == [shared]
    assert not places[alone].exists()
    assert places[shared].exists()
    assert list(documents_are_about_somebody(later)) == []


def test_it_is_journalled_without_a_word_of_it(network: Network, home: PeetersElAmrani) -> None:
    kept(network, letter(home, title="Over de slapeloze nachten"))
    payload = JournalPayload.objects.get(entry__verb="document.kept")
    assert "slapeloze" not in str(payload.body)
