"""A youth court asks about the cast: one letter waits for the officer of data protection."""

from datetime import timedelta

from kring.foundation.deadlines.calendar import local_day
from kring.tools.demo.cast import Household, Stage
from kring.tools.demo.stories import actor_of
from kring.trust.legal.actions import Asked, register_request
from kring.trust.legal.models import Paper, Requester


def a_court_asks(stage: Stage, home: Household) -> None:
    """The letter came yesterday; Greet has not assessed it yet."""
    at = stage.ago(1, 14)
    greet = stage.workers["Greet Lambert"]
    asked = Asked(
        requester=Requester.YOUTH_COURT,
        requester_name="Jeugdrechtbank Turnhout, griffie",
        paper=Paper.WRITTEN,
        asked="Welke hulp krijgt dit gezin nu, en van wie?",
        received_on=local_day(at - timedelta(hours=3)),
        reference="JR 2026/118",
    )
    by = actor_of(greet, stage.desks["fallback"])
    register_request(person=home.parent, asked=asked, worker=greet, by=by, at=at)
