"""A file of questions: read as people send it, kept row by row, loaded once, corrected and retried."""

import os
import time
from pathlib import Path

import pytest
from django.db import connection
from tests.cast import MONDAY, Network, acting, kempen, peeters_el_amrani

from kring.foundation.records.bases import StaleRecord
from kring.registry.places.models import Municipality
from kring.support.requests.actions import correct_row, load_ready_rows, stage_file
from kring.support.requests.loading import Report, load_requests
from kring.support.requests.models import Request, StagedFile, StagedRow
from kring.support.requests.row_checks import problem_words
from kring.support.requests.sheet import UnreadableFile, as_text, read_sheet, template

pytestmark = pytest.mark.django_db
FULL = os.environ.get("KRING_FULL") == "1"
HEAD = "vraag;gemeente;voornaam;familienaam;geboortedatum;veilig_telefoon;gevraagd_op;thuis_veilig"


def staged(network: Network, *rows: str, encoding: str = "utf-8") -> StagedFile:
    return stage_file(
        name="vragen.csv",
        raw="\r\n".join([HEAD, *rows]).encode(encoding),
        desk=network.counter,
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )


def loaded(network: Network, file: StagedFile) -> int:
    done = list(load_ready_rows(file=file, by=acting(network.nele), at=MONDAY))
    return done[-1] if done else 0


def test_a_row_becomes_a_question_with_its_person_and_its_own_start() -> None:
    network = kempen()
    file = staged(
        network, "Hulp bij het slapen;Geel;Sofia;El Amrani;14/03/1988;0470 12 34 56;20/10/2026;nee"
    )
    assert loaded(network, file) == 1
    question = Request.objects.get()
    assert (question.desk, question.asked_at.day, question.home_safe) == (network.counter, 20, "no")
    assert question.asker is not None
    assert question.asker.name == "Sofia El Amrani"
    assert question.asker.channels.get().safe


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_encoding_people_save_in_is_read(encoding: str) -> None:
    network = kempen()
    file = staged(network, "Één vraag over crèche – dringend;Geel", encoding=encoding)
    assert file.rows.get().cells["vraag"] == "Één vraag over crèche – dringend"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_any_separator_is_read(separator: str) -> None:
    raw = f"gemeente{separator}vraag\nGeel{separator}Hulp\n".encode()
    assert read_sheet(raw)[0].cells == {"gemeente": "Geel", "vraag": "Hulp"}


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "leeg"),
        (b"naam;gemeente\nSofia;Geel", "vraag"),
        (b"vraag;gemeente;kleur\na;Geel;rood", "kleur"),
        (b"vraag;vraag;gemeente\n", "twee keer"),
        (b"PK\x03\x04\x00\x00", "geen tekstbestand"),
        (b"vraag;gemeente\n" + b"x" * (5 * 1024 * 1024), "te groot"),
    ],
)
def test_a_file_that_is_none_gets_one_sentence_and_nothing_is_kept(raw: bytes, says: str) -> None:
    network = kempen()
    with pytest.raises(UnreadableFile, match=says):
        stage_file(
            name="x", raw=raw, desk=network.counter, worker=None, by=acting(network.nele), at=MONDAY
        )
    assert not StagedFile.objects.exists()


def test_each_wrong_cell_is_told_and_the_others_load() -> None:
    network = kempen()
    file = staged(
        network,
        "Goed;Geel",
        ";Geel",
        "Waar;Nergenshuizen",
        "Wanneer;Geel;;;morgen;;;",
        "Veilig;Geel;;;;;;soms",
        "Later;Geel;;;;;01/01/2030;",
        "Samen;Borgloon",
        f"Lang;Geel;{'a' * 81}",
    )
    wrong = file.rows.filter(state="wrong").order_by("number")
    assert [row.problems for row in wrong] == [
        {"vraag": "empty"},
        {"gemeente": "unknown_place"},
        {"geboortedatum": "no_date"},
        {"thuis_veilig": "not_listed"},
        {"gevraagd_op": "future"},
        {"gemeente": "merged_place:Tongeren-Borgloon"},
        {"voornaam": "too_long"},
    ]
    assert problem_words("merged_place:Tongeren-Borgloon").endswith("Schrijf Tongeren-Borgloon.")
    assert wrong[6].cells["voornaam"] == "a" * 81
    assert loaded(network, file) == 1


def test_a_corrected_row_loads_and_a_stale_correction_does_not() -> None:
    network = kempen()
    file = staged(network, "Hulp;Gel")
    row = file.rows.get()
    by = acting(network.nele)
    correct_row(row=row, version=1, cells={"vraag": "Hulp", "gemeente": "Geel"}, by=by, at=MONDAY)
    with pytest.raises(StaleRecord):
        correct_row(row=row, version=1, cells={"vraag": "Hulp", "gemeente": "Mol"}, by=by, at=MONDAY)
    assert loaded(network, file) == 1


def test_the_same_file_twice_loads_each_row_once() -> None:
    network = kempen()
    first = staged(network, "Hulp;Geel", "Nog;Geel")
    assert loaded(network, first) == 2
    assert staged(network, "Hulp;Geel", "Nog;Geel") == first
    assert loaded(network, first) == 0
    assert Request.objects.count() == 2


def test_who_may_be_known_already_is_kept_with_the_row() -> None:
    network, people = kempen(), peeters_el_amrani()
    file = staged(network, "Hulp;Geel;Sofia;El Amrani;14/03/1988")
    assert file.rows.get().likely_person == people.sofia


def test_a_formula_stays_text_and_leaves_as_text() -> None:
    network = kempen()
    file = staged(network, '"=HYPERLINK(""http://x"")";Geel')
    assert file.rows.get().cells["vraag"] == '=HYPERLINK("http://x")'
    assert as_text("=1+1") == "'=1+1"


def test_the_template_loads_as_it_is() -> None:
    assert read_sheet(template().encode())[0].cells["gemeente"] == "Geel"


def report(tmp_path: Path, network: Network, rows: list[str]) -> Report:
    path = tmp_path / "vragen.csv"
    path.write_text("\n".join(["vraag;gemeente", *rows]))
    return load_requests(path, desk=network.counter.name, at=MONDAY, by=acting(network.nele))


def test_the_command_reports_what_loaded_and_what_waits(tmp_path: Path) -> None:
    network = kempen()
    found = report(tmp_path, network, ["Hulp;Geel", "Hulp;Nergens"])
    assert (found.rows, found.loaded, found.wrong) == (2, 1, [(3, {"gemeente": "unknown_place"})])
    assert "rij 3: gemeente: We kennen deze gemeente niet." in found.lines()
    unknown = load_requests(tmp_path / "vragen.csv", desk="Nergens", at=MONDAY, by=acting(network.nele))
    assert "Deze dienst bestaat niet" in unknown.problem


@pytest.mark.slow
def test_ten_thousand_rows_of_which_three_are_wrong(tmp_path: Path) -> None:
    """The number is what SQLite and the large counts prove; PostgreSQL keeps a tenth of it."""
    network = kempen()
    assert Municipality.objects.filter(name_nl="Geel").exists()
    count = 10_000 if FULL or connection.vendor == "sqlite" else 1_000
    rows = [f"Vraag {number};Geel" for number in range(count)]
    for number in (7, count // 2, count - 1):
        rows[number] = f"Vraag {number};Nergens"
    # The time of this process alone: other tests may hold the processor meanwhile.
    began = time.process_time()
    found = report(tmp_path, network, rows)
    took = time.process_time() - began
    assert (found.loaded, len(found.wrong)) == (count - 3, 3)
    assert StagedRow.objects.filter(state="wrong").count() == 3
    assert took < 120, f"{took:.1f} s"
