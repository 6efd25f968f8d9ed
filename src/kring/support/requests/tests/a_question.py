"""Questions for the tests of this room."""

from datetime import datetime
from typing import Any

from tests.cast import MONDAY, Network

from kring.foundation.journal.actor import VISITOR
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import AskerKind, Door, Request


def asked(network: Network, at: datetime = MONDAY, **values: Any) -> Request:
    """A question asked on the web and lying on the counter of the House in Geel."""
    given = {
        "door": Door.WEB,
        "asker_kind": AskerKind.FAMILY,
        "words": "De ochtenden lopen altijd uit op ruzie.",
        **values,
    }
    return ask(question=Question(**given), desk=network.counter, by=VISITOR, at=at)
