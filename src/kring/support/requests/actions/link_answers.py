"""The answer from a mail: one link, one answer, without an account."""

from datetime import datetime

from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.journal.recording import action
from kring.support.requests.actions.handing_over import (
    accept_handover,
    ask_to_be_called,
    refuse_handover,
)
from kring.support.requests.actions.standing import hold_still
from kring.support.requests.models import AnswerLink


class LinkIsDead(Exception):
    """The link was used, has expired, or its hand-over was settled in another way."""


@action
def answer_by_link(
    *, link: AnswerLink, says: str, reason: str = "", words: str = "", at: datetime
) -> None:
    """Use the link up and say ``yes``, ``no`` (with a coded reason and words) or ``call``.

    Who holds the mail speaks for the desk it was sent to. Raises LinkIsDead for the second of two
    who use it, and CannotMove when somebody answered in the product meanwhile; nothing is written.
    """
    hold_still(link.handover.request)
    living = AnswerLink.objects.filter(pk=link.pk, used_at__isnull=True, expires_at__gt=at)
    if not living.update(used_at=at, opened_at=at):
        raise LinkIsDead
    handover = link.handover
    by = speaking_for_desk(link)
    if says == "yes":
        accept_handover(handover=handover, worker=None, by=by, at=at)
    elif says == "no":
        refuse_handover(handover=handover, reason=reason, words=words, worker=None, by=by, at=at)
    else:
        ask_to_be_called(handover=handover, by=by, at=at)


def speaking_for_desk(link: AnswerLink) -> Actor:
    """The unnamed one who opened the mail of a desk."""
    desk = link.handover.to_desk
    organisation = desk.organisation
    return Actor(ActorKind.VISITOR, None, desk.name, organisation.key, organisation.name)
