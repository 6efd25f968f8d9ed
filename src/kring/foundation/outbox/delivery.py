"""Sending what is due, so that nothing is lost and nothing goes out twice without need.

A message is claimed by moving ``next_try_at`` ahead in one conditional update: of several workers
one wins. It is marked as sent only after the other side said yes. A worker that dies between that
yes and the mark leaves the message queued; it is sent again when the claim runs out, with the same
Message-ID, so that mail servers and readers see one message. This room can send twice; it cannot
lose. No instant is read from a clock here except the time a round has lasted.
"""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from kring.foundation.deadlines.queries import due_for
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.keys.sealing import unseal
from kring.foundation.outbox import actions
from kring.foundation.outbox.hours import Hours
from kring.foundation.outbox.mail import mail_sender
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.queries import due, must_be_called
from kring.foundation.outbox.recipients import Address, Channel, resolve
from kring.foundation.outbox.rules import is_switched_off
from kring.foundation.outbox.sending import Letter, NotDelivered, Sender
from kring.foundation.outbox.sms import sms_sender
from kring.foundation.outbox.states import QUEUED, TO_CALL
from kring.foundation.outbox.texts import text_named
from kring.foundation.workflow.transitions import CannotMove

log = logging.getLogger(__name__)

CLAIM = timedelta(minutes=15)
ROUND_SECONDS = 300.0
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
CALLS_LOOKED_AT_EVERY = timedelta(hours=1)
SENDERS: dict[str, Callable[[], Sender]] = {Channel.MAIL: mail_sender, Channel.SMS: sms_sender}


def send_due(*, at: datetime, by: Actor = SYSTEM, limit: int = 500) -> Counter[str]:
    """Send what is due at ``at``; how many messages came to which outcome."""
    began, outcomes, ways = monotonic(), Counter[str](), Ways()
    seen = due(at).values_list("pk", "next_try_at", "state")
    try:
        for pk, next_try_at, state in list(seen[:limit]):
            if monotonic() - began > ROUND_SECONDS:
                break
            if message := _claim(pk, next_try_at, state, at):
                outcomes[_attend_to(message, by=by, at=at, ways=ways)] += 1
    finally:
        ways.close()
    return outcomes


class Ways:
    """The senders of one round; a way that broke down stays closed for the rest of it."""

    def __init__(self) -> None:
        self._open: dict[str, Sender] = {}
        self.broken: set[str] = set()

    def send(self, channel: str, letter: Letter) -> None:
        try:
            if channel not in self._open:
                self._open[channel] = SENDERS[channel]()
            self._open[channel].send(letter)
        except NotDelivered as failure:
            if failure.outage:
                self.broken.add(channel)
            raise

    def close(self) -> None:
        for sender in self._open.values():
            sender.close()


def _claim(pk: int, next_try_at: datetime, state: str, at: datetime) -> Message | None:
    """Take a message for the time of one try; None when another worker was first."""
    mine = Message.objects.filter(pk=pk, state=state, next_try_at=next_try_at)
    if not mine.update(next_try_at=at + CLAIM, attempts=F("attempts") + 1):
        return None
    return Message.objects.get(pk=pk)


def _attend_to(message: Message, *, by: Actor, at: datetime, ways: Ways) -> str:
    """Do for one message what can be done now; a fault with it never stops the next ones."""
    try:
        address = resolve(message.recipient, at)
        return _route(message, address, by=by, at=at, ways=ways)
    except NotDelivered as failure:
        return _failed(message, failure, by=by, at=at)
    except CannotMove:
        return "taken_over"
    except Exception as fault:
        log.exception("message %s", message.message_id)
        return _failed(message, NotDelivered(type(fault).__name__), by=by, at=at)


def _route(message: Message, address: Address | None, *, by: Actor, at: datetime, ways: Ways) -> str:
    if address is None:
        return _drop(message, "no_recipient", by=by, at=at)
    if is_switched_off(message, address.channel, at):
        return _drop(message, "switched_off", by=by, at=at)
    if must_be_called(address):
        return _to_call(message, by=by, at=at)
    if message.state == TO_CALL:
        actions.queue_again(by=by, at=at, message=message)
        return "queued_again"
    return _send(message, address, by=by, at=at, ways=ways)


def _send(message: Message, address: Address, *, by: Actor, at: datetime, ways: Ways) -> str:
    opens = (Hours.read(address.hours) or OFFICE_HOURS).next_open(at)
    if opens > at:
        return _wait(message, opens, "outside_hours")
    if address.channel in ways.broken:
        return _wait(message, at + FIRST_WAIT, "way_broken")
    ways.send(address.channel, _letter(message, address, at))
    actions.end(by=by, at=at, message=message, verb="send", channel=address.channel)
    return "sent"


OFFICE_HOURS = Hours(tuple((day, 9 * 60, 17 * 60) for day in range(5)))
"""When mail goes out to somebody whose hours could not be read."""


def _letter(message: Message, address: Address, at: datetime) -> Letter:
    text, known = text_named(message.text), dict(settings.LANGUAGES)
    with translation.override(address.language if address.language in known else "nl"):
        subject, sentence = str(text.subject), str(text.body)
        path = unseal(message.sealed_link, row=message.link_row)
        enclosure = text.encloses(path, at) if text.encloses is not None else None
        out = text.way_out(path) if text.way_out is not None else None
        way_out = (_("Wil je hier geen mail meer over? Dat zeg je zo:"), _here(out)) if out else None
    to, link = address.value, _here(path)
    return Letter(to, subject, sentence, link, message.message_id, at, enclosure, way_out)


def _here(path: str) -> str:
    """The whole address of a path of this site."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}"


def _drop(message: Message, why: str, *, by: Actor, at: datetime) -> str:
    actions.end(by=by, at=at, message=message, verb="drop", why=why)
    return "dropped"


def _to_call(message: Message, *, by: Actor, at: datetime) -> str:
    again = at + CALLS_LOOKED_AT_EVERY
    if message.state == TO_CALL:
        return _wait(message, again, "")
    actions.ask_to_call(by=by, at=at, message=message, look_again_at=again)
    return "to_call"


def _wait(message: Message, until: datetime, problem: str) -> str:
    """Put a message back untried."""
    _mine(message).update(next_try_at=until, attempts=F("attempts") - 1, problem=problem)
    return "waits"


def _failed(message: Message, failure: NotDelivered, *, by: Actor, at: datetime) -> str:
    """Try again later; give up only on a letter that was refused for days, never in an outage."""
    refused_since = (message.refused_since or at) if failure.refused else None
    if refused_since and at >= due_for("message_give_up", refused_since):
        actions.give_up(by=by, at=at, message=message, why=failure.problem)
        return "undeliverable"
    doublings = min(max(message.attempts - 1, 0), 10)
    wait = min(FIRST_WAIT * 2**doublings, LONGEST_WAIT)
    _mine(message).update(
        next_try_at=at + wait, refused_since=refused_since, problem=failure.problem[:60]
    )
    return "failed"


def _mine(message: Message) -> QuerySet[Message]:
    """The message, as long as no other worker took it over."""
    return Message.objects.filter(
        pk=message.pk, state__in=[QUEUED, TO_CALL], next_try_at=message.next_try_at
    )
