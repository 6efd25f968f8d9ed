"""A signature holds the newest version as its signer reads it; an old one is refused; it goes along."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY

from kring.foundation.files.models import StoredFile
from kring.foundation.files.store import content_of
from kring.foundation.journal.actor import SYSTEM
from kring.support.plans.actions import freeze
from kring.support.plans.models import FrozenBecause, Revision
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.support.signatures.actions import sign
from kring.support.signatures.erasers import let_go_of_signatures, let_go_with_plans
from kring.support.signatures.models import Signature, Way
from kring.support.signatures.queries import signed_by, version_to_sign
from kring.web.paper.frozen import frozen_on_paper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path


@pytest.fixture
def made() -> APlan:
    plan = a_plan()
    plan.goal("Rust", plan.home.sofia, together=(plan.home.sofia,))
    return plan


def frozen(made: APlan) -> Revision:
    nele = made.network.nele
    return freeze(plan=made.plan, because=FrozenBecause.AGREEMENT, worker=nele, by=made.by, at=MONDAY)


def signed(made: APlan, revision: Revision, **values: Any) -> Signature:
    sofia = made.home.sofia
    read = frozen_on_paper(sofia, revision, MONDAY)
    return sign(revision=revision, person=sofia, as_read=read, by=made.by, at=MONDAY, **values)


def test_it_keeps_what_was_read_and_its_hash(made: APlan) -> None:
    one = signed(made, frozen(made))
    content = content_of(one.file)
    assert content.startswith(b"%PDF-")
    assert one.file.sha256 == hashlib.sha256(content).hexdigest()
    assert one.way == Way.SCREEN


def test_an_old_version_is_refused(made: APlan) -> None:
    old = frozen(made)
    new = frozen(made)
    with pytest.raises(ValidationError, match="Je tekent een oude versie"):
        signed(made, old)
    assert version_to_sign(made.plan) == new
    assert not StoredFile.objects.exists()


def test_a_version_is_signed_once(made: APlan) -> None:
    revision = frozen(made)
    signed(made, revision, worker=made.network.nele)
    with pytest.raises(ValidationError, match="al getekend"):
        signed(made, revision)
    assert [one.way for one in signed_by(revision, [made.home.sofia])] == [Way.PAPER]


@pytest.mark.parametrize("whole", [True, False])
def test_it_goes_with_who_signed_and_with_the_plan(made: APlan, *, whole: bool) -> None:
    signed(made, frozen(made))
    release = let_go_with_plans if whole else let_go_of_signatures
    key = made.home.family.key if whole else made.home.sofia.key
    release(by=SYSTEM, at=MONDAY, keys=[key])
    assert not Signature.objects.exists()
    assert not StoredFile.objects.exists()
