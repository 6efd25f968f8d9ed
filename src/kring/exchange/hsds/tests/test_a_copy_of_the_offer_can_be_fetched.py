"""Everybody may fetch the whole offer as a file, which is made anew once a day when it changed."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kring.command import parser
from kring.command.export import run
from kring.exchange.hsds.exporting import copy_of, keep_copies
from kring.offer.directory.models import Service
from kring.offer.directory.search.folder import only_writer
from kring.offer.directory.tests.offering import playgroup

pytestmark = pytest.mark.django_db
ADDRESSES = ("/hsds/3.0/hsds.json", "/hsds/3.0/hsds.zip")
LATER = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Copies lie in a folder of the test."""
    settings.DATA_DIR = tmp_path


def test_before_the_first_there_is_none(client):
    for address in ADDRESSES:
        answer = client.get(address)
        assert (answer.status_code, answer.json()["parameter"]) == (404, "file")


def test_both_copies_are_given_and_kept(client):
    playgroup()
    keep_copies(LATER)
    for address in ADDRESSES:
        answer = client.get(address)
        assert b"".join(answer) == copy_of(Path(address).suffix).read_bytes()
        again = client.get(address, headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304


def test_a_copy_is_made_anew_when_the_offer_changed(client):
    kept = playgroup()
    keep_copies(LATER)
    first = client.get(ADDRESSES[0])
    b"".join(first)
    Service.objects.filter(pk=kept.pk).update(
        name={"nl": "Anders"}, changed_at=LATER + timedelta(hours=1)
    )
    keep_copies(LATER + timedelta(hours=2))
    again = client.get(ADDRESSES[0])
    b"".join(again)
    assert again["ETag"] == first["ETag"]
    keep_copies(LATER + timedelta(days=1))
    (house,) = json.loads(b"".join(client.get(ADDRESSES[0])))
    assert [one["name"] for one in house["services"]] == ["Anders"]


def test_what_did_not_change_is_not_made_again():
    playgroup()
    keep_copies(LATER)
    keep_copies(LATER + timedelta(days=9))
    assert copy_of(".zip").stat().st_mtime == LATER.timestamp()


def test_two_do_not_make_it_at_once():
    playgroup()
    with only_writer(copy_of(".json").parent):
        keep_copies(LATER)
    assert not copy_of(".json").exists()
    keep_copies(LATER)
    assert copy_of(".json").exists()


def test_from_the_command_line(tmp_path, capsys):
    playgroup()
    file = tmp_path / "aanbod.json"
    assert run(parser().parse_args(["export", "hsds", str(file), "--language", "fr"])) == 0
    assert "Groupe de jeu" in file.read_text()
    assert run(parser().parse_args(["export", "hsds", "aanbod.xml"])) == 2
    assert "kring export hsds" in capsys.readouterr().err
