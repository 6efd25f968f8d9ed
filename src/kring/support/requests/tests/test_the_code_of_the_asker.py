"""The asker reads with a code, and can make it worthless."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, kempen

from kring.foundation.journal.actor import VISITOR
from kring.foundation.journal.models import JournalEntry
from kring.support.requests.actions import revoke_code, status_code_of
from kring.support.requests.queries import request_by_code
from kring.support.requests.tests.a_question import asked

pytestmark = pytest.mark.django_db


def test_the_code_opens_however_it_is_typed() -> None:
    request = asked(kempen())
    code = status_code_of(request)
    typed = f" {code[:4].lower()}-{code[4:8]} {code[8:]} "
    assert request_by_code(typed) == request


def test_a_revoked_code_opens_nothing_and_the_question_stays() -> None:
    request = asked(kempen())
    revoke_code(request=request, by=VISITOR, at=MONDAY)
    assert request_by_code(status_code_of(request)) is None
    request.refresh_from_db()
    assert request.state == "asked"
    assert JournalEntry.objects.filter(verb="request.code_revoked").count() == 1


def test_revoked_twice_is_one_deed() -> None:
    request = asked(kempen())
    revoke_code(request=request, by=VISITOR, at=MONDAY)
    revoke_code(request=request, by=VISITOR, at=MONDAY + timedelta(hours=1))
    request.refresh_from_db()
    assert request.code_revoked_at == MONDAY
    assert JournalEntry.objects.filter(verb="request.code_revoked").count() == 1
