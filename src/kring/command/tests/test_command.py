import argparse
import json
import stat

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from kring.command import AFTER_SETUP, main, only_a_demo_is_here, parser, serving, tick
from kring.command.demo import remove_unfinished
from kring.command.preparing import compile_catalogues


def test_every_command_has_something_to_do():
    asked = parser()._subparsers._group_actions[0].choices
    assert set(asked) == {*AFTER_SETUP, "bench", "test"}


def test_keys_are_made_once(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KRING_KEYS_FILE", str(tmp_path / "keys.json"))
    assert main(["keys"]) == 0
    made = (tmp_path / "keys.json").read_text()
    assert json.loads(made)["fields"]
    assert stat.S_IMODE((tmp_path / "keys.json").stat().st_mode) == 0o600
    assert main(["keys"]) == 1
    assert (tmp_path / "keys.json").read_text() == made


def test_a_catalogue_is_compiled_when_it_is_newer(tmp_path):
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog(locale="fr")
    catalogue.add("vraag", "question")
    with (folder / "django.po").open("wb") as text:
        write_po(text, catalogue)
    assert compile_catalogues(tmp_path) == [folder / "django.mo"]
    assert compile_catalogues(tmp_path) == []


def test_an_unfinished_demo_is_taken_away_and_its_keys_stay(tmp_path):
    for name in ("kring.sqlite3", "kring.sqlite3-wal", "keys.json"):
        (tmp_path / name).touch()
    remove_unfinished(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]


@pytest.mark.django_db
def test_a_failing_job_does_not_hold_up_the_others(monkeypatch, capsys):
    done = []

    def fail(at):
        raise RuntimeError(at)

    monkeypatch.setattr(tick, "JOBS", {"first": fail, "second": done.append})
    assert tick.run(argparse.Namespace()) == 1
    assert len(done) == 1
    assert "first: failed" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_tick_on_a_quiet_installation_does_nothing_wrong(settings, tmp_path):
    settings.ANCHOR_DIR = tmp_path
    assert tick.run(argparse.Namespace()) == 0


def test_the_directory_is_indexed_before_it_is_served_and_stops_nothing(monkeypatch, capsys):
    done = []

    class Server:
        def __init__(self, *_words, **_options):
            pass

        def serve(self):
            done.append("served")

    def fail(*, at):
        done.append("indexed")
        raise OSError(at)

    monkeypatch.setattr(serving, "Server", Server)
    monkeypatch.setattr(serving, "make_first", fail)
    assert serving.serve(port=0) == 0
    assert done == ["indexed", "served"]
    assert "index of the directory: failed" in capsys.readouterr().out


def test_where_only_a_demo_is_that_is_what_is_checked(tmp_path, monkeypatch):
    for name in ("DATABASE_URL", "KRING_DATA_DIR", "KRING_KEYS_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KRING_ROOT", str(tmp_path))
    assert not only_a_demo_is_here()
    (tmp_path / "data/demo").mkdir(parents=True)
    (tmp_path / "data/demo/demo-is-complete").touch()
    assert only_a_demo_is_here()
    (tmp_path / "data/keys.json").touch()
    assert not only_a_demo_is_here()
