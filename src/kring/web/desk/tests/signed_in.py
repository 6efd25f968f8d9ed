"""Signed-in workers and questions for the tests of the desk."""

from datetime import datetime
from typing import Any

from tests.cast import MONDAY, Network

from kring.foundation.journal.actor import VISITOR
from kring.registry.network.models import RoleType, Worker, WorkerRole
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import AskerKind, Door, Request


def leads_intake(worker: Worker) -> None:
    """This worker leads the intake of their region."""
    lead, _ = RoleType.objects.get_or_create(
        code="intake_lead", defaults={"name": {"nl": "aanmelding"}, "grants": ["region.intake"]}
    )
    WorkerRole.objects.filter(worker=worker).update(role=lead)


def asked(network: Network, at: datetime = MONDAY, **values: Any) -> Request:
    """A question on the counter of the House in Geel."""
    given = {
        "door": Door.WEB,
        "asker_kind": AskerKind.FAMILY,
        "words": "De ochtenden lopen altijd uit op ruzie.",
        **values,
    }
    return ask(question=Question(**given), desk=network.counter, by=VISITOR, at=at)
