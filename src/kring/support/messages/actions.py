"""Writing a message, answering it, putting it away, and asking to be called."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.urls import reverse

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Recipient
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.messages.models import ITEM_KIND, CallAsked, FamilyMessage
from kring.support.messages.queries import CALL_BACK, once_of, waiting_in
from kring.support.messages.rules import check_may_call, check_words
from kring.support.messages.standing_in import instead_of
from kring.trust.access.items import class_item
from kring.trust.access.models import Item, ToldBy
from kring.trust.access.own_part import own_access_of
from kring.trust.consent.queries import is_minor


@dataclass(frozen=True, slots=True)
class Letter:
    """What somebody writes, before it is a message; ``about`` is what it speaks of, by kind and key."""

    words: str
    language: str = "nl"
    about: tuple[str, UUID] | None = None
    key: UUID | None = None


@action
def write_to_helper(
    *,
    person: Person,
    letter: Letter,
    to: Worker,
    owner: Organisation | None,
    by: Actor,
    at: datetime,
) -> FamilyMessage:
    """A person writes to their helper, who is told that something waits; sent twice it is one."""
    known = _known(letter, person)
    if known is not None:
        nothing_changed()
        return known
    check_words(letter.words)
    item = _item(person, owner, None, to, at)
    made = _kept(person, letter, item, None, at)
    post(
        by=by,
        at=at,
        to=Recipient("worker", to.key),
        text="messages.waiting",
        link=reverse("talk:talk", args=[person.key]),
        once=f"messages.waiting:{made.key}",
    )
    _tell_others(person, to, once=made.key, by=by, at=at)
    record(by=by, at=at, did="family_message.sent", about=_about(made))
    return made


@action
def answer_person(
    *,
    person: Person,
    letter: Letter,
    worker: Worker,
    owner: Organisation | None,
    talk: Iterable[FamilyMessage],
    by: Actor,
    at: datetime,
) -> FamilyMessage:
    """A helper writes back; what waited in ``talk`` waits no more.

    The person is told over their own safe channel that something is there, in neutral words; who
    reads nothing here themself gets no notice.
    """
    known = _known(letter, person)
    if known is not None:
        nothing_changed()
        return known
    check_words(letter.words)
    item = _item(person, owner, worker, worker, at)
    made = _kept(person, letter, item, worker, at)
    _put_away(talk, worker, at)
    own = own_access_of(person, at)
    if own is not None:
        post(
            by=by,
            at=at,
            to=Recipient("access", own.key),
            text="messages.answered",
            link=reverse("mine:messages"),
            once=f"messages.answered:{made.key}",
        )
    record(by=by, at=at, did="family_message.answered", about=_about(made))
    return made


@action
def put_away(
    *, person: Person, talk: Iterable[FamilyMessage], worker: Worker, by: Actor, at: datetime
) -> None:
    """A helper read what waits and needs not answer in writing."""
    waiting = waiting_in(talk)
    if not waiting:
        nothing_changed()
        return
    _put_away(waiting, worker, at)
    record(by=by, at=at, did="family_message.seen", about=[("person", person.key)])


@action
def ask_call(
    *, person: Person, after: datetime, by: Actor, at: datetime, helper: Worker | None = None
) -> CallAsked:
    """Ask to be called after an hour: a call task that stays until a human reached the person.

    ``helper`` is whom they turn to: they, and who hears it while they are away, hear that somebody
    waits.
    Raises ValidationError without a safe number, or for a moment that is past or far away.
    """
    check_may_call(person, after, at)
    asked = CallAsked.objects.create(person=person, asked_at=at, after=after)
    post(
        by=by,
        at=at,
        to=Recipient(CALL_BACK, person.key),
        text="messages.call_back",
        link=reverse("talk:talk", args=[person.key]),
        once=once_of(asked),
        not_before=after,
    )
    if helper is not None:
        to, once = Recipient("worker", helper.key), f"messages.call_asked:{asked.key}"
        link = reverse("upkeep:calls")
        post(by=by, at=at, to=to, text="messages.call_asked", link=link, once=once)
        _tell_others(person, helper, once=asked.key, by=by, at=at)
    record(by=by, at=at, did="call.asked", about=[("person", person.key)])
    return asked


def _tell_others(person: Person, helper: Worker, *, once: UUID, by: Actor, at: datetime) -> None:
    """While a helper is away somebody else hears that something waits: not of whom, and no word."""
    instead = instead_of(helper, person, at)
    if instead is None:
        return
    link, text = reverse("talk:talks"), "messages.for_colleague"
    if instead.worker is not None:
        to = Recipient("worker", instead.worker.key)
        post(by=by, at=at, to=to, text=text, link=link, once=f"{text}:{once}")
    for desk in instead.desks:
        to, text = Recipient("desk", desk.key), "messages.for_team"
        post(by=by, at=at, to=to, text=text, link=link, once=f"{text}:{once}:{desk.key}")


def _known(letter: Letter, person: Person) -> FamilyMessage | None:
    if letter.key is None:
        return None
    return FamilyMessage.objects.filter(key=letter.key, person=person).first()


def _item(
    person: Person, owner: Organisation | None, author: Worker | None, helper: Worker, at: datetime
) -> Item:
    """About the person, made by both; what a minor and a helper write stands alone."""
    return class_item(
        kind=ITEM_KIND,
        about=[person],
        data_class=DataClass.OPEN,
        told_by=ToldBy.SELF if author is None else ToldBy.WORKER,
        owner=owner,
        author=author,
        alone=is_minor(person, at),
        between=True,
        named=[person, helper],
        at=at,
    )


def _kept(
    person: Person, letter: Letter, item: Item, worker: Worker | None, at: datetime
) -> FamilyMessage:
    return FamilyMessage.objects.create(
        key=letter.key or uuid4(),
        person=person,
        item=item,
        from_worker=worker,
        words=letter.words.strip(),
        words_language=letter.language,
        about_kind=letter.about[0] if letter.about else "",
        about_key=letter.about[1] if letter.about else None,
        sent_at=at,
    )


def _put_away(talk: Iterable[FamilyMessage], worker: Worker, at: datetime) -> None:
    keys = [one.pk for one in waiting_in(talk)]
    FamilyMessage.objects.filter(pk__in=keys, seen_at__isnull=True).update(seen_at=at, seen_by=worker)


def _about(made: FamilyMessage) -> list[tuple[str, UUID]]:
    return [("family_message", made.key), ("person", made.person.key)]
