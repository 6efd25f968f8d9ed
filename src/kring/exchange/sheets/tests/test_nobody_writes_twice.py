"""What is copied holds no formula and only what may be read; an export marks own actions done."""

from datetime import date

import pytest
from tests.cast import MONDAY

from kring.exchange.sheets.actions import finish_from_export
from kring.exchange.sheets.reading import UnreadableExport, own_open_actions, read_export
from kring.exchange.sheets.writing import as_csv, as_pdf, as_text, goal_piece, plan_piece
from kring.support.plans.actions import add_action
from kring.support.plans.makers import Doer, NewAction
from kring.support.plans.models import Action
from kring.support.plans.queries import plan_page
from kring.support.plans.states import DONE
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.trust.access.readers import Reader

pytestmark = pytest.mark.django_db
HEAD = "sleutel;afspraak;gedaan_op\n"


@pytest.fixture
def made() -> APlan:
    return a_plan()


def given(made: APlan, words: str, *, mine: bool = True) -> Action:
    """Something to do, of Nele or of Sofia."""
    sofia = made.home.sofia
    goal = made.plan.goals.first() or made.goal("=1+1", sofia, together=(sofia,))
    doer = Doer(worker=made.network.nele) if mine else Doer(person=sofia)
    new = NewAction(words=words, doer=doer, due_on=date(2026, 11, 20))
    return add_action(goal=goal, new=new, maker=made.maker, by=made.by, at=MONDAY)


def test_no_cell_is_a_formula(made: APlan) -> None:
    given(made, "@SUM(A1)")
    page = plan_page(at_desk(made.network.nele), made.plan, MONDAY)
    for cell in as_csv(plan_piece(page, MONDAY)).decode("utf-8-sig").replace("\r\n", ";").split(";"):
        assert not cell.strip('"').startswith(("=", "+", "-", "@"))


def test_a_copy_says_on_which_level_a_goal_stands(made: APlan) -> None:
    goal = made.goal("Rustige ochtenden", made.home.sofia, together=(made.home.sofia,))
    goal.save_from(goal.version, attainment={"0": "drie dagen op vijf", "1": "elke dag"}, level=1)
    page = plan_page(at_desk(made.network.nele), made.plan, MONDAY)
    copied = as_text(goal_piece(page.goals[0], MONDAY)).decode()
    assert "hier staan we nu: +1 elke dag" in copied
    assert "drie dagen" not in copied


def test_text_rows_and_paper_say_the_same(made: APlan) -> None:
    given(made, "Bellen naar school")
    page = plan_page(at_desk(made.network.nele), made.plan, MONDAY)
    piece = goal_piece(page.goals[0], MONDAY)
    assert "Bellen naar school" in as_text(piece).decode()
    assert "Bellen naar school" in as_csv(piece).decode()
    assert as_pdf(piece, MONDAY).startswith(b"%PDF-")


def test_only_what_may_be_read_is_copied(made: APlan) -> None:
    younes = made.home.younes
    made.goal("Iets van Younes alleen", younes, together=(younes,))
    page = plan_page(Reader(person=made.home.sofia), made.plan, MONDAY)
    assert "Younes" not in as_text(plan_piece(page, MONDAY)).decode()


def test_own_actions_are_found_by_key_and_by_words(made: APlan) -> None:
    first, second = given(made, "Bellen"), given(made, "Brief schrijven")
    raw = f"{HEAD}{first.key};;2026-11-01\n;brief  SCHRIJVEN;1/11/2026\n".encode()
    rows = read_export(at_desk(made.network.nele), raw, MONDAY)
    assert [row.action for row in rows] == [first, second]
    finish_from_export(done=[first, second], by=made.by, at=MONDAY)
    assert set(Action.objects.values_list("state", flat=True)) == {DONE}


def test_each_row_says_what_is_wrong(made: APlan) -> None:
    one, theirs = given(made, "Bellen"), given(made, "Koken", mine=False)
    given(made, "Dubbel"), given(made, "dubbel")
    cells = [f"{one.key};;2026-11-01", f"{one.key};;2026-11-01", f"{theirs.key};;2026-11-01"]
    cells += ["onzin;;2026-11-01", ";Dubbel;2026-11-01", ";Bellen;morgen", ";Bellen;2026-12-24"]
    raw = (HEAD + "\n".join(cells)).encode()
    rows = read_export(at_desk(made.network.nele), raw, MONDAY)
    assert [bool(row.wrong) for row in rows] == [False, *[True] * 6]
    assert rows[2].wrong == rows[3].wrong


def test_a_stranger_finds_nothing(made: APlan) -> None:
    one = given(made, "Bellen")
    rows = read_export(at_desk(made.network.bram), f"{HEAD}{one.key};;2026-11-01\n".encode(), MONDAY)
    assert rows[0].action is None
    assert own_open_actions(at_desk(made.network.bram), MONDAY, [one.key]) == []


@pytest.mark.parametrize(
    "raw", [b"", b"a;b\n1;2\n", b"\x00\x01PK", b'sleutel;gedaan_op\n"x;1', b"x" * 1_100_000]
)
def test_a_file_that_is_no_export_gets_one_sentence(made: APlan, raw: bytes) -> None:
    with pytest.raises(UnreadableExport) as wrong:
        read_export(at_desk(made.network.nele), raw, MONDAY)
    assert str(wrong.value).endswith(".")
