"""A worker keeps what was signed on paper; it is fetched by the signer and by who may read it all."""

import hashlib
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.cast import MONDAY

from kring.foundation.files.store import content_of
from kring.support.documents.models import Document
from kring.support.documents.tests.files_as_people_send_them import PDF
from kring.support.plans.actions import freeze
from kring.support.plans.models import FrozenBecause
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.support.signatures.models import Signature, Way
from kring.trust.access.models import Item
from kring.web.mine.tests.at_home import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(settings: Any, tmp_path: Path) -> APlan:
    settings.FILES_DIR = tmp_path
    plan = a_plan()
    plan.goal("Rust", plan.home.sofia, together=(plan.home.sofia,))
    return plan


def frozen(made: APlan) -> None:
    nele = made.network.nele
    freeze(plan=made.plan, because=FrozenBecause.AGREEMENT, worker=nele, by=made.by, at=MONDAY)


def at_work(made: APlan) -> Client:
    client = Client()
    client.force_login(made.network.nele.account)
    return client


def page(made: APlan, *parts: object) -> str:
    tail = "".join(f"{part}/" for part in parts)
    return f"/gezinnen/{made.home.family.key}/plan/handtekeningen/{tail}"


def bare(text: str) -> str:
    """A page without what is new each time."""
    return re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]+"', "", text)


def hand_in(made: APlan, version: int, content: bytes = PDF) -> Any:
    scan = BytesIO(content)
    scan.name = "scan.pdf"
    url = page(made, made.home.sofia.key, "getekend")
    return at_work(made).post(url, {"version": version, "file": scan})


def test_it_is_kept_with_its_scan_and_its_hash(made: APlan) -> None:
    client = at_work(made)
    assert "Nog geen versie" in client.get(page(made)).text
    frozen(made)
    assert "Nog niet getekend" in client.get(page(made)).text
    assert client.post(page(made, made.home.sofia.key, "papier")).content.startswith(b"%PDF-")
    assert hand_in(made, 1).status_code == 302
    one = Signature.objects.get()
    assert (one.way, one.kept_by) == (Way.PAPER, made.network.nele)
    assert one.file.sha256 == hashlib.sha256(content_of(one.file)).hexdigest()
    assert one.file.sha256 in client.get(page(made)).text
    assert client.get(page(made, one.key, "pdf")).content == content_of(one.file)
    assert client.get(page(made, one.key, "scan")).content == PDF
    sofia = client_of(made.home.sofia, made.network)
    assert "op papier" in sofia.get("/mijn/plan/tekenen/").text
    assert sofia.get(f"/mijn/plan/tekenen/{one.key}/scan/").content == PDF
    younes = client_of(made.home.younes, made.network)
    assert younes.get(f"/mijn/plan/tekenen/{one.key}/pdf/").status_code == 404


def test_an_old_version_and_a_strange_file_are_said(made: APlan) -> None:
    frozen(made)
    frozen(made)
    old = hand_in(made, 1)
    assert old.status_code == 422
    assert "Op dit papier staat versie 1, en er is een nieuwere" in old.text
    assert hand_in(made, 2, b"<svg onload=alert(1)>").status_code == 422
    assert hand_in(made, 9).status_code == 422
    assert not Signature.objects.exists()
    assert not Document.objects.exists()


def test_the_scan_stands_in_nobodys_list_but_the_workers(made: APlan) -> None:
    frozen(made)
    hand_in(made, 1)
    assert "Getekend plan" not in client_of(made.home.sofia, made.network).get("/mijn/documenten/").text
    listed = at_work(made).get(f"/gezinnen/{made.home.family.key}/documenten/").text
    assert "Getekend plan, versie 1" in listed


def test_a_colleague_who_did_not_keep_it_gets_no_paper(made: APlan) -> None:
    frozen(made)
    hand_in(made, 1)
    one = Signature.objects.get()
    Signature.objects.update(kept_by=made.network.bram)
    shown = at_work(made).get(page(made)).text
    assert "bewaard door Bram" in shown
    assert one.file.sha256 not in shown
    assert at_work(made).get(page(made, one.key, "pdf")).status_code == 404


def test_a_colleague_learns_nothing_of_what_stands_on_it(made: APlan) -> None:
    """Given it whenever they may read it all, "not for you" would tell what they may not know."""
    hidden = made.goal("Samen eten", made.home.sofia, together=(made.home.sofia,))
    frozen(made)
    hand_in(made, 1)
    one = Signature.objects.get()
    Signature.objects.update(kept_by=made.network.bram)
    answers = []
    for private in (False, True):
        Item.objects.filter(pk=hidden.item_id).update(private=private, author=made.network.bram)
        found = [at_work(made).get(page(made, one.key, what)) for what in ("pdf", "scan")]
        answers.append([bare(at_work(made).get(page(made)).text), *(row.status_code for row in found)])
    assert answers[0] == answers[1]
    assert answers[0][1:] == [404, 404]


def test_what_only_the_signer_reads_stands_not_on_the_paper(made: APlan) -> None:
    """And who may no longer read all of it, fetches it no longer."""
    sofia = made.home.sofia
    hidden = made.goal("Iets van Sofia alleen", sofia, together=(sofia,))
    kept = made.goal("Samen eten", sofia, together=(sofia,))
    of_another = Item.objects.filter(pk=hidden.item_id)
    of_another.update(data_class="mediation", author=None)
    frozen(made)
    hand_in(made, 1)
    one = Signature.objects.get()
    assert kept.item_id in one.read_items
    assert hidden.item_id not in one.read_items
    Item.objects.filter(pk=kept.item_id).update(private=True, author=made.network.bram)
    assert at_work(made).get(page(made, one.key, "pdf")).status_code == 404
    assert at_work(made).get(page(made, one.key, "scan")).status_code == 404
    own = client_of(sofia, made.network).get(f"/mijn/plan/tekenen/{one.key}/pdf/")
    assert own.status_code == 200
