"""What somebody says is wrong reaches who keeps the offer, is settled once, and forgotten."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM, VISITOR
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.recipients import Recipient, resolve
from kring.foundation.workflow.transitions import CannotMove
from kring.offer.directory.actions import (
    add_dates,
    cancel_date,
    report_wrong,
    settle_report,
    sign_up,
    stop_activity,
)
from kring.offer.directory.erasers import reports_due
from kring.offer.directory.models import Outcome, SaidBy, Service, WrongAbout, WrongReport
from kring.offer.directory.queries import open_reports, reports_of
from kring.offer.directory.rules import MOST_REPORTS
from kring.offer.directory.tests.offering import BY, NOW, morning, playgroup
from kring.registry.network.models import Worker

pytestmark = pytest.mark.django_db


def said(service: Service, **more: Any) -> WrongReport:
    words = {"about": WrongAbout.HOURS, "words": "Het is nu op donderdag.", "said_by": SaidBy.ANYBODY}
    return report_wrong(service=service, by=VISITOR, at=NOW, **words | more)


def test_sent_twice_it_is_one():
    service, key = playgroup(), uuid4()
    assert said(service, key=key) == said(service, key=key)
    assert open_reports([service])[service.pk] == 1


def test_something_else_needs_words():
    with pytest.raises(ValidationError, match="niet klopt"):
        said(playgroup(), about=WrongAbout.OTHER, words=" ")


def test_more_than_can_be_read_is_refused():
    service = playgroup()
    for _time in range(MOST_REPORTS):
        said(service)
    with pytest.raises(ValidationError, match="al vaak gemeld"):
        said(service)


def test_it_is_settled_once_with_an_outcome():
    report = said(playgroup())
    by = {"worker": Worker.objects.create(name="An Peers"), "by": SYSTEM, "at": NOW}
    settle_report(report=report, outcome=Outcome.MENDED, **by)
    with pytest.raises(CannotMove):
        settle_report(report=report, outcome=Outcome.RIGHT, **by)
    assert reports_of(report.service).get().outcome == Outcome.MENDED
    assert not open_reports([report.service])


def test_a_year_later_it_is_let_go():
    report = said(playgroup())
    assert list(reports_due(NOW + timedelta(days=364))) == []
    assert [due.key for due in reports_due(NOW + timedelta(days=367))] == [report.key]


def test_who_signed_up_hears_that_a_date_does_not_go_on():
    activity, soon = morning(playgroup()), NOW + timedelta(days=3)
    times = [(soon + timedelta(days=n), soon + timedelta(days=n, hours=2)) for n in range(2)]
    first, second = add_dates(activity=activity, times=times, seats=None, **BY)
    mailed, _code = sign_up(
        date=first, name="Amina", reach_by="a@example.org", people=1, by=VISITOR, at=NOW
    )
    called, _code = sign_up(
        date=second, name="Els", reach_by="0470 00 00 00", people=1, by=VISITOR, at=NOW
    )
    cancel_date(date=first, **BY)
    assert Message.objects.get().recipient_key == mailed.key
    address = resolve(Recipient("sign_up", mailed.key), NOW)
    assert address is not None
    assert address.value == "a@example.org"
    assert resolve(Recipient("sign_up", called.key), NOW) is None
    stop_activity(activity=activity, **BY)
    assert Message.objects.filter(recipient_key=called.key).count() == 1
    assert Message.objects.count() == 2
