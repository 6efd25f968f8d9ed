"""The demo passes every check; and each thing broken in it by hand is named."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.models import F
from django.test import Client

from kring.foundation.accounts.models import Account
from kring.foundation.journal import walls
from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.registry.network.models import Desk, Duty, Worker
from kring.support.requests.models import Answer, Clock, Handover, Holding, Request
from kring.support.unmet.models import UnmetNeed
from kring.tools.check.run import run
from kring.tools.demo.build import build

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DAY = timedelta(days=1)
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


def open_question(**where: Any) -> Request:
    return Request.objects.filter(closed_at__isnull=True, **where).order_by("pk")[0]


def lose_the_holder() -> str:
    question = open_question()
    Holding.objects.filter(request=question, ends_at__isnull=True).update(ends_at=F("starts_at"))
    return f"Question {question.key} is open and its story does not say where it lies."


def move_without_a_word() -> str:
    question = open_question()
    elsewhere = Desk.objects.filter(region=question.region_id).exclude(pk=question.desk_id)
    Request.objects.filter(pk=question.pk).update(desk=elsewhere.order_by("pk")[0])
    return f"Question {question.key} is open and its story does not say where it lies."


def lose_a_clock() -> str:
    question = open_question()
    Clock.objects.filter(request=question, kind="first_support").delete()
    return f"Question {question.key} does not have its three clocks."


def stop_the_promise() -> str:
    question = open_question()
    running = Clock.objects.filter(request=question, kind="answer")
    running.update(stopped_at=F("starts_at") + DAY, stopped_because="answer")
    return f"Question {question.key} is open and its promise does not run."


def keep_holding_what_ended() -> str:
    question = Request.objects.filter(closed_at__isnull=False).order_by("pk")[0]
    last = Holding.objects.filter(request=question).order_by("-starts_at", "-pk")[0]
    Holding.objects.filter(pk=last.pk).update(ends_at=None)
    return f"Question {question.key} ended and still has a holder."


def leave_with_a_question() -> str:
    question = open_question(worker__isnull=False)
    Worker.objects.filter(pk=question.worker_id).update(left_at=NOW - DAY)
    return f"Question {question.key} is held by somebody who left."


def forget_the_unmet_need() -> str:
    need = UnmetNeed.objects.order_by("pk")[0]
    need.delete()
    return f"Question {need.request_key} is not in the register of unmet need."


def take_the_answer_away() -> str:
    answer = Answer.objects.filter(state="counted").order_by("pk")[0]
    Answer.objects.filter(pk=answer.pk).update(state="declined")
    return f"Question {answer.request.key} is answered and no answer counts."


def ask_again_after_the_end() -> str:
    settled = Handover.objects.exclude(state="asked").filter(request__closed_at__isnull=False)
    handover = settled.order_by("pk")[0]
    Handover.objects.filter(pk=handover.pk).update(state="asked")
    return f"Question {handover.request.key} ended and still waits for another desk."


def have_no_fallback() -> str:
    Desk.objects.filter(fallback=True).update(fallback=False)
    return "There are 0 open fallback desks."


def empty_a_desk() -> str:
    desk = Desk.objects.filter(kind="intake").order_by("pk")[0]
    Duty.objects.filter(desk=desk).delete()
    return f"Desk {desk.key} has nobody on its list."


def bend_the_journal() -> str:
    walls.take_down()
    entry = JournalEntry.objects.filter(verb="request.taken").order_by("pk")[0]
    JournalEntry.objects.filter(pk=entry.pk).update(verb="request.let_go")
    return f"Journal chain {entry.chain}, entry {entry.sequence}: was changed"


def tear_out_an_entry() -> str:
    walls.take_down()
    question = open_question()
    JournalSubject.objects.filter(subject_key=question.key).delete()
    return f"Question {question.key} is not in the journal."


BREAKS: list[Callable[[], str]] = [
    lose_the_holder,
    move_without_a_word,
    lose_a_clock,
    stop_the_promise,
    keep_holding_what_ended,
    leave_with_a_question,
    forget_the_unmet_need,
    take_the_answer_away,
    ask_again_after_the_end,
    have_no_fallback,
    empty_a_desk,
    bend_the_journal,
    tear_out_an_entry,
]


def found_wrong() -> tuple[int, str]:
    lines: list[str] = []
    return run(lines.append), "\n".join(lines)


def test_it_holds_and_every_break_is_named() -> None:
    build(families=40, seed=1, now=NOW)
    assert found_wrong()[0] == 0, found_wrong()[1]
    for broken in BREAKS:
        with transaction.atomic():
            sentence = broken()
            code, said = found_wrong()
            transaction.set_rollback(True)
        assert code == 1, broken.__name__
        assert sentence in said, broken.__name__
    assert found_wrong()[0] == 0


def test_the_same_seed_tells_the_same_stories() -> None:
    told = []
    for _time in range(2):
        with transaction.atomic():
            build(families=6, seed=7, now=NOW)
            rows = Request.objects.order_by("pk")
            told.append(list(rows.values_list("asked_at", "words", "state", "desk__name", "topic")))
            transaction.set_rollback(True)
    assert told[0] == told[1]


def test_every_list_is_made_for_each_of_the_cast(client: Client) -> None:
    build(families=12, seed=1)
    cast = Account.objects.filter(story__isnull=False).order_by("pk")
    assert cast.count() >= 10
    for account in cast:
        client.force_login(account)
        desks = Duty.objects.filter(worker__account=account, ends_at__isnull=True).exists()
        for page in ("/", "/vandaag/", "/vragen/", "/overdrachten/", "/gezinnen/", "/partners/"):
            status = client.get(page, follow=True).status_code
            assert status == 200 or (status == 403 and not desks), f"{account.name}: {page}"
