"""The rows of a worklist are drawn without a template, and nothing in them becomes markup."""

from datetime import timedelta

from django.utils import timezone

from kring.registry.network.models import Desk
from kring.support.requests.models import Request
from kring.web.desk.drawing import drawn_rows
from kring.web.desk.rows import Row, Step

ATTACK = "\"><script>'&"


def test_what_people_wrote_stays_text() -> None:
    at = timezone.now()
    due = at + timedelta(days=9)
    asked = Request(
        words_language=ATTACK,
        asked_at=at,
        answer_due_at=due,
        next_due_at=due,
        home_safe="no",
        desk=Desk(name=ATTACK),
    )
    asked.unsafe = True
    for step in (Step(ATTACK, ATTACK), Step(ATTACK, ATTACK, is_deed=True)):
        row = Row(asked, ATTACK, ATTACK, ATTACK, ATTACK, step, ATTACK)
        drawn = drawn_rows([row], at, ATTACK)
        assert "<script" not in drawn
        assert ATTACK not in drawn
        assert "&lt;script&gt;" in drawn
