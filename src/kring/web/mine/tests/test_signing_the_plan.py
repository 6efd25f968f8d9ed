"""A person signs the newest version on the screen; the page of an old one says so and keeps nothing."""

from pathlib import Path
from typing import Any

import pytest
from tests.cast import MONDAY

from kring.support.plans.actions import freeze
from kring.support.plans.models import FrozenBecause
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.support.signatures.models import Signature
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


def test_the_newest_is_signed_and_an_old_page_is_told(made: APlan) -> None:
    client = client_of(made.home.sofia, made.network)
    assert client.get("/mijn/plan/tekenen/").status_code == 404
    frozen(made)
    page = client.get("/mijn/plan/tekenen/")
    assert "Versie 1" in page.content.decode()
    assert client.post("/mijn/plan/tekenen/", {"lees": "1"}).content.startswith(b"%PDF-")
    frozen(made)
    old = client.post("/mijn/plan/tekenen/", {"versie": "1"})
    assert old.status_code == 422
    assert "oude versie" in old.content.decode()
    assert not Signature.objects.exists()
    assert client.post("/mijn/plan/tekenen/", {"versie": "2"}).status_code == 302
    assert "Je tekende op" in client.get("/mijn/plan/tekenen/").content.decode()


@pytest.mark.parametrize("told", ["", "x", "9" * 30, "-1"])
def test_what_is_no_version_is_refused(made: APlan, told: str) -> None:
    frozen(made)
    answer = client_of(made.home.sofia, made.network).post("/mijn/plan/tekenen/", {"versie": told})
    assert answer.status_code == 422
