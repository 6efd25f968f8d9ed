"""Telling the asker that their question changed: neutrally, and only by a way they called safe."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.outbox.actions import Recipient, post
from kring.registry.people.models import ContactChannel
from kring.registry.people.queries import safe_channel, shares_channel
from kring.support.requests.models import Request
from kring.support.requests.rules import stands_alone
from kring.trust.consent.queries import is_minor

STATUS_PAGE = "/stand"


def tell_asker(request: Request, *, because: str, by: Actor, at: datetime) -> None:
    """Mail or text a link to the status page, or ask the desk to call; part of a larger deed.

    What the asker did or was told in person is not told again. Who gave no way to be reached, or
    comes back, reads it with the code; so does a minor who asked alone over a number or address that
    somebody else is reached by too. ``because`` keeps it to one message for one change.
    """
    asker = request.asker
    channel = safe_channel(asker, at) if asker is not None else None
    if asker is None or channel is None or channel.kind == ContactChannel.Kind.COMES_BACK:
        return
    if stands_alone(request) and is_minor(asker, at) and shares_channel(channel, at):
        return
    post(
        by=by,
        at=at,
        to=Recipient("person", asker.key),
        text="question_changed",
        link=STATUS_PAGE,
        once=f"question_changed:{request.key}:{because}",
    )
