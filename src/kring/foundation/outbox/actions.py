"""Queueing a message, calling instead of writing, and switching messages off."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db.models import F, QuerySet

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.keys.sealing import seal
from kring.foundation.outbox.models import Message, MessageSwitch
from kring.foundation.outbox.recipients import Recipient
from kring.foundation.outbox.rules import check_may_post
from kring.foundation.outbox.states import ENDS, MESSAGE, TO_CALL, UNDELIVERABLE

__all__ = [
    "Recipient",
    "ask_to_call",
    "call_done",
    "end",
    "erase_ended",
    "erase_recipients",
    "give_up",
    "post",
    "queue_again",
    "switch_off",
    "switch_on",
]


@action
def post(
    *,
    by: Actor,
    at: datetime,
    to: Recipient,
    text: str,
    link: str,
    once: str,
    not_before: datetime | None = None,
) -> Message:
    """Queue a neutral message in the deed of the caller; with a known ``once``, the one queued then.

    ``link`` is a path of this site. Who it goes to, how, and whether it still may, is found out
    when it is sent. Raises NoSuchText, and ValueError for a link that leads elsewhere.
    """
    check_may_post(text=text, link=link)
    message = Message(
        text=text,
        recipient_kind=to.kind,
        recipient_key=to.key,
        once=once,
        message_id=f"<{uuid4()}@{settings.MAIL_FROM.rpartition('@')[2]}>",
        created_at=at,
        next_try_at=max(at, not_before or at),
    )
    message.sealed_link = seal(link, row=message.link_row)
    Message.objects.bulk_create([message], ignore_conflicts=True)
    kept = Message.objects.get(once=once)
    if kept.key != message.key:
        nothing_changed()
        return kept
    record(by=by, at=at, did="message.queued", about=[(to.kind, to.key)], text=text)
    return kept


@action
def end(*, by: Actor, at: datetime, message: Message, verb: str, why: str = "", **values: Any) -> None:
    """Close a message along its table and forget its link; raises CannotMove."""
    MESSAGE.move(message, verb, ended_at=at, problem=why, sealed_link="", next_try_at=at, **values)
    _record(by, at, message, MESSAGE.transition(verb).journalled, why)


@action
def give_up(*, by: Actor, at: datetime, message: Message, why: str) -> None:
    """Stop trying a message that stays refused; its link is kept, so that it can be tried again."""
    MESSAGE.move(message, "give_up", ended_at=at, problem=why)
    _record(by, at, message, "message.undeliverable", why)


@action
def ask_to_call(*, by: Actor, at: datetime, message: Message, look_again_at: datetime) -> None:
    """Make a call task of a message; at ``look_again_at`` it is checked that it still is one."""
    MESSAGE.move(message, "ask_to_call", channel="call", next_try_at=look_again_at, problem="")
    _record(by, at, message, "message.to_call")


@action
def queue_again(*, by: Actor, at: datetime, message: Message) -> None:
    """Try an undeliverable message again, or write after all where a call was asked."""
    MESSAGE.move(message, "queue_again", ended_at=None, refused_since=None, next_try_at=at, problem="")
    _record(by, at, message, "message.queued_again")


@action
def call_done(*, by: Actor, at: datetime, message: Message, reached: bool) -> None:
    """Somebody called: reached ends the task, not reached leaves it on the list.

    Raises CannotMove when the task was already done.
    """
    if reached:
        end(by=by, at=at, message=message, verb="reach")
        return
    open_task = Message.objects.filter(pk=message.pk, state=TO_CALL)
    if open_task.update(attempts=F("attempts") + 1):
        _record(by, at, message, "message.not_reached")
    else:
        nothing_changed()


@action
def switch_off(
    *, by: Actor, at: datetime, text: str = "", channel: str = "", to: Recipient | None = None
) -> MessageSwitch:
    """Let no messages go out from now on: of a text, over a channel, to a recipient, or any mix."""
    scope = _scope(text, channel, to)
    switch, fresh = MessageSwitch.objects.get_or_create(
        **scope, ends_at=None, defaults={"starts_at": at}
    )
    if not fresh:
        nothing_changed()
        return switch
    about = [(to.kind, to.key)] if to else []
    record(by=by, at=at, did="message.switched_off", about=about, text=text, channel=channel)
    return switch


@action
def switch_on(
    *, by: Actor, at: datetime, text: str = "", channel: str = "", to: Recipient | None = None
) -> None:
    """Take back the same ``switch_off``; what was dropped meanwhile is not sent later."""
    running = MessageSwitch.objects.filter(**_scope(text, channel, to), ends_at=None)
    if not running.update(ends_at=at):
        nothing_changed()
        return
    about = [(to.kind, to.key)] if to else []
    record(by=by, at=at, did="message.switched_on", about=about, text=text, channel=channel)


@action
def erase_ended(*, by: Actor, at: datetime, keys: list[UUID]) -> int:
    """Delete messages that ended; what still waits is never deleted. The number deleted."""
    return _erase(Message.objects.filter(key__in=keys), by=by, at=at)


@action
def erase_recipients(*, by: Actor, at: datetime, keys: list[UUID]) -> int:
    """Delete the ended messages and the switches of these recipients; the number of messages."""
    MessageSwitch.objects.filter(recipient_key__in=keys).delete()
    return _erase(Message.objects.filter(recipient_key__in=keys), by=by, at=at)


def _erase(messages: QuerySet[Message], *, by: Actor, at: datetime) -> int:
    count, _ = messages.filter(state__in=[*ENDS, UNDELIVERABLE]).delete()
    if count:
        record(by=by, at=at, did="message.erased", about=[], count=count)
    else:
        nothing_changed()
    return count


def _scope(text: str, channel: str, to: Recipient | None) -> dict[str, Any]:
    kind, key = (to.kind, to.key) if to else ("", None)
    return {"text": text, "channel": channel, "recipient_kind": kind, "recipient_key": key}


def _record(by: Actor, at: datetime, message: Message, did: str, why: str = "") -> None:
    about = [(message.recipient_kind, message.recipient_key)]
    record(by=by, at=at, did=did, about=about, text=message.text, channel=message.channel, problem=why)
