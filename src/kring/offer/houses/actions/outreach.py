"""A young person is met by nickname; their card lets them ask, themselves."""

from datetime import datetime
from uuid import UUID, uuid4

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import VISITOR, Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.keys.sealing import hash_code
from kring.offer.houses.models import Nickname, OutreachContact
from kring.offer.houses.queries.outreach import card_by_code, code_of
from kring.offer.houses.rules import check_card_works, check_nickname
from kring.registry.network.models import Desk, Worker


@action
def meet(
    *,
    desk: Desk,
    nickname: str,
    where: str,
    worker: Worker,
    by: Actor,
    at: datetime,
    key: UUID | None = None,
) -> Nickname:
    """Write down that a team met somebody for the first time; the same key twice is one."""
    known = Nickname.objects.filter(key=key, desk=desk).first() if key else None
    if known is not None:
        nothing_changed()
        return known
    found = Nickname(
        key=key or uuid4(), desk=desk, nickname=check_nickname(nickname), first_met_at=at, last_met_at=at
    )
    found.code_hash = hash_code(code_of(found))
    found.save(force_insert=True)
    _met(found, where, worker, at)
    record(by=by, at=at, did="outreach.met", about=_team(desk))
    return found


@action
def meet_again(*, found: Nickname, where: str, worker: Worker, by: Actor, at: datetime) -> None:
    """Somebody of the team met them once more."""
    _met(found, where, worker, at)
    Nickname.objects.filter(pk=found.pk, last_met_at__lt=at).update(last_met_at=at)
    record(by=by, at=at, did="outreach.met", about=_team(found.desk))


@action
def use_card(*, code: str, at: datetime) -> Desk:
    """The team to which the holder of a card asks their question; a card works once.

    Nothing joins the question to the nickname: only the month is kept, for a day would. Raises
    ValidationError.
    """
    card, month = check_card_works(card_by_code(code)), local_day(at).replace(day=1)
    used = Nickname.objects.filter(pk=card.pk, asked_on=None).update(asked_on=month)
    check_card_works(card if used else None)
    record(by=VISITOR, at=at, did="outreach.asked", about=_team(card.desk))
    return card.desk


@action
def forget_nickname(*, found: Nickname, by: Actor, at: datetime) -> None:
    """Let go of somebody at once: because they asked, or because the name was one too many."""
    found.delete()
    record(by=by, at=at, did="outreach.forgotten", about=_team(found.desk))


def _met(found: Nickname, where: str, worker: Worker, at: datetime) -> None:
    contact = OutreachContact(nickname=found, where=where, worker=worker, met_at=at)
    contact.clean_fields(exclude=["nickname", "worker"])
    contact.save(force_insert=True)


def _team(desk: Desk) -> list[Subject]:
    """The journal names the team; a nickname is in it nowhere."""
    return [("desk", desk.key)]
