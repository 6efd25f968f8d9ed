"""A file of HSDS from the command line; a newer one of the same name changes its entries."""

import json
from typing import Any

import pytest

from kring.exchange.hsds.loading import About, load_file
from kring.exchange.hsds.report import Report
from kring.exchange.hsds.tests.feeding import NOW, service
from kring.foundation.journal.actor import SYSTEM
from kring.offer.directory.models import Service, Source

pytestmark = pytest.mark.django_db


def load(path: Any, text: str) -> Report:
    """Write a file and load it."""
    path.write_text(text)
    return load_file(path, About("Gids", licence="CC BY 4.0"), by=SYSTEM, at=NOW)


def test_a_newer_file_of_the_same_name_changes_its_entries(tmp_path):
    load(tmp_path / "een.json", json.dumps(service()))
    report = load(tmp_path / "twee.json", json.dumps([service(name="Babbelgroep")]))
    assert Service.objects.get().name == {"nl": "Babbelgroep"}
    assert (report.any_refused, report.counts["services.changed"]) == (False, 1)
    assert Source.objects.get().licence == "CC BY 4.0"


def test_a_broken_file_leaves_everything_and_says_so(tmp_path):
    load(tmp_path / "een.json", json.dumps(service()))
    report = load(tmp_path / "half.json", json.dumps(service(name="Half"))[:-9])
    assert report.broken
    assert report.any_refused
    assert any("geen leesbare JSON" in line for line in report.lines())
    assert Service.objects.get().name == {"nl": "Speelgroep"}
