"""An installation with nothing in it gets its first network by one command, and only once."""

import argparse

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import geel, kempen

from kring.command import begin
from kring.foundation.accounts.models import Account
from kring.registry.network.models import Desk, Organisation
from kring.registry.network.queries import desk_for
from kring.trust.access.queries import reader_for

pytestmark = pytest.mark.django_db


def begun(**more: str) -> int:
    given = {
        "organisation": "Huis van het Kind Geel",
        "sector": "hvhk",
        "region": "Kempen",
        "name": "Els Maes",
        "email": "els@example.org",
    }
    return begin.run(argparse.Namespace(**given | more))


def test_every_question_has_a_desk_from_then_on_and_a_keeper_signs_in(
    capsys: pytest.CaptureFixture[str],
) -> None:
    geel()
    assert begun() == 0
    link = capsys.readouterr().out.split()[-1]
    assert Client().get("/" + link.split("/", 3)[3]).status_code == 200
    assert desk_for(None, timezone.now(), "web").fallback
    reader = reader_for(Account.objects.get(email="els@example.org"), timezone.now())
    assert {"network.manage", "region.intake", "privacy.officer", "desk.work"} <= reader.grants
    assert reader.desk_ids == {Desk.objects.get().pk}


def test_where_a_network_is_nothing_begins(capsys: pytest.CaptureFixture[str]) -> None:
    kempen()
    before = Organisation.objects.count()
    assert begun() == 1
    assert "already" in capsys.readouterr().err
    assert Organisation.objects.count() == before


def test_an_unknown_sector_is_named_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert begun(sector="huis") == 2
    assert "hvhk" in capsys.readouterr().err
    assert not Organisation.objects.exists()
