"""Asking people to come, their answers, and who was there."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.keys.sealing import hash_code, new_link_token
from kring.foundation.outbox.actions import Recipient, post
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.meetings.invitations import LINK
from kring.support.meetings.models import Invitee, Meeting, Says
from kring.support.meetings.rules import check_goes_on, check_may_come, check_said
from kring.trust.access.items import hand_over


@action
def invite(
    *,
    meeting: Meeting,
    by: Actor,
    at: datetime,
    person: Person | None = None,
    worker: Worker | None = None,
    words: str = "",
) -> Invitee:
    """Ask one person, one worker or somebody in words to come; who is asked already stays.

    A person or worker reads the meeting from now on, and gets an invitation with a calendar file.
    Raises ValidationError.
    """
    check_goes_on(meeting)
    if person is None and worker is None:
        check_said("words", words, _("Kies wie je uitnodigt, of schrijf een naam."))
    if person is not None:
        check_may_come(about_of(meeting), [person], at)
    known = _known(meeting, person, worker)
    if known is not None:
        nothing_changed()
        return known
    try:
        with transaction.atomic():
            made = Invitee.objects.create(
                meeting=meeting, person=person, worker=worker, words=words.strip(), invited_at=at
            )
    except IntegrityError as error:
        raise ValidationError(_("Die is al uitgenodigd.")) from error
    reader = person or worker
    if reader is not None:
        hand_over(meeting.item, reader)
    record(by=by, at=at, did="invitee.asked", about=subjects_of(meeting))
    send_link(made, "meeting_asked", by=by, at=at)
    return made


def _known(meeting: Meeting, person: Person | None, worker: Worker | None) -> Invitee | None:
    if person is None and worker is None:
        return None
    return Invitee.objects.filter(meeting=meeting, person=person, worker=worker).first()


def send_link(invitee: Invitee, text: str, *, by: Actor, at: datetime) -> None:
    """Queue the message with a new link; who is invited in words alone gets none.

    The former link of the same invitation is dead from now on.
    """
    who, kind = (invitee.person, "person") if invitee.person is not None else (invitee.worker, "worker")
    if who is None:
        return
    token = new_link_token()
    invitee.token_hash = hash_code(token)
    invitee.save(update_fields=["token_hash"])
    once = f"{text}:{invitee.key}:{invitee.meeting.sequence}"
    post(by=by, at=at, to=Recipient(kind, who.key), text=text, link=f"{LINK}{token}/", once=once)


@action
def answer_invitation(*, invitee: Invitee, says: str, by: Actor, at: datetime) -> None:
    """Somebody says whether they come; the last answer counts. Raises ValidationError."""
    check_goes_on(invitee.meeting)
    if says not in (Says.YES, Says.NO):
        raise ValidationError({"says": _("Zeg ja of nee.")})
    Invitee.objects.filter(pk=invitee.pk).update(says=says, said_at=at)
    invitee.says, invitee.said_at = says, at
    record(by=by, at=at, did="invitee.answered", about=subjects_of(invitee.meeting), says=says)


@action
def note_presence(*, meeting: Meeting, present: set[int], by: Actor, at: datetime) -> None:
    """Write down who was there, of everybody invited, by inner number."""
    check_goes_on(meeting)
    invitees = Invitee.objects.filter(meeting=meeting)
    invitees.filter(pk__in=present).update(present=True)
    invitees.exclude(pk__in=present).update(present=False)
    record(by=by, at=at, did="invitee.present", about=subjects_of(meeting))


def about_of(meeting: Meeting) -> list[Person]:
    """Whom a meeting is about."""
    rows = meeting.item.subjects.filter(aside=False).select_related("person").order_by("pk")
    return [row.person for row in rows]


def subjects_of(meeting: Meeting) -> list[Subject]:
    """Whom an entry about this meeting concerns."""
    people = [("person", person.key) for person in about_of(meeting)]
    return [("meeting", meeting.key), ("family", meeting.plan.family.key), *people]
