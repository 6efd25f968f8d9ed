"""What may be queued, and what is switched off."""

from datetime import datetime

from django.db.models import Q
from django.utils.http import url_has_allowed_host_and_scheme

from kring.foundation.outbox.models import Message, MessageSwitch
from kring.foundation.outbox.texts import text_named


def check_may_post(*, text: str, link: str) -> None:
    """A known text and a path of this site; raises NoSuchText or ValueError."""
    text_named(text)
    if not link.startswith("/") or not url_has_allowed_host_and_scheme(link, allowed_hosts=None):
        raise ValueError("a message links to a path of this site")


def may_post(*, text: str, link: str) -> bool:
    """Whether ``check_may_post`` has nothing against it."""
    try:
        check_may_post(text=text, link=link)
    except (LookupError, ValueError):
        return False
    return True


def is_switched_off(message: Message, channel: str, at: datetime) -> bool:
    """Whether somebody wants this message not to go out over this channel now."""
    to_this_one = Q(recipient_kind=message.recipient_kind, recipient_key=message.recipient_key)
    return (
        MessageSwitch.objects.running(at)
        .filter(text__in=["", message.text], channel__in=["", channel])
        .filter(Q(recipient_key__isnull=True) | to_this_one)
        .exists()
    )
