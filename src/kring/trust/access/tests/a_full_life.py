"""Somebody about whom everything is kept that can be: each record carries the canary of the person."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from kring.foundation.accounts.models import Account, AccountKind, Invitation
from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import SYSTEM, Actor, ActorKind
from kring.foundation.journal.recording import record_read
from kring.foundation.outbox.actions import end, post
from kring.foundation.outbox.recipients import Recipient
from kring.foundation.outbox.texts import TEXTS, Text
from kring.registry.network.actions import add_worker
from kring.registry.network.models import Worker
from kring.registry.people.actions import add_channel, add_member, register_family, register_person
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.trust.access.actions import involve
from kring.trust.access.items import class_item, hand_over
from kring.trust.access.models import BrokenGlass, JoinAsked, OwnCircle, ParentSafety, PersonAccess
from kring.trust.consent.actions import judge_ability, record_consent
from kring.trust.consent.models import Consent, FeltForced, Sharing

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
BORN = date(2010, 3, 1)
CANARY = "Kanarievogeltje"


def a_worker(name: str = "Fatma Proef") -> Worker:
    return add_worker(by=SYSTEM, at=AT, name=name)


def a_full_life(worker: Worker, number: int = 0) -> Person:
    """A child with a mother who decides, and one of every record that trust keeps."""
    child = register_person(
        by=SYSTEM, at=AT, given_name=CANARY, birth_date=BORN, address=f"{CANARY}straat 3"
    )
    mother = register_person(by=SYSTEM, at=AT, given_name=f"{CANARY}moeder")
    other = register_person(by=SYSTEM, at=AT, given_name=f"{CANARY}vader")
    family = _family(child, mother, other)
    add_channel(by=SYSTEM, at=AT, person=child, kind="email", value=f"{CANARY.lower()}@voorbeeld.be")
    involve(at=AT, about=child, who=worker, role="holder", because="test", because_key=uuid4())
    involve(at=AT, about=family, who=worker, role="anchor", because="test", because_key=uuid4())
    _agreements(child, mother, other, worker)
    _doors(child, mother, other, family, worker)
    _own_access(child, worker, number)
    _items(child, mother, other, worker)
    _traces(child)
    return child


def _family(child: Person, *parents: Person) -> Family:
    family = register_family(by=SYSTEM, at=AT, name=f"{CANARY}gezin")
    add_member(by=SYSTEM, at=AT, family=family, person=child, role=FamilyMembership.Role.CHILD)
    for parent in parents:
        add_member(by=SYSTEM, at=AT, family=family, person=parent, role=FamilyMembership.Role.PARENT)
    return family


def _agreements(child: Person, mother: Person, other: Person, worker: Worker) -> None:
    judge_ability(
        person=child, able=False, because=f"{CANARY} is nog klein", judged_by=worker, by=SYSTEM, at=AT
    )
    read_along = Consent.Purpose.READ_ALONG
    given = record_consent(
        person=child,
        purpose=read_along,
        outcome="yes",
        decided_by=mother,
        reader=other,
        by=SYSTEM,
        at=AT,
    )
    FeltForced.objects.create(consent=given, said_at=AT, heard_by=worker)
    Sharing.objects.create(
        person=child,
        receiver="de school",
        what=f"{CANARY} komt later",
        necessary_because="anders wacht ze",
        in_the_interest_of="het kind",
        consent_asked="yes",
        legal_basis="dijh_74",
        shared_at=AT,
        shared_by=worker,
    )


def _doors(child: Person, mother: Person, other: Person, family: Family, worker: Worker) -> None:
    ParentSafety.objects.create(
        child=child,
        asked=mother,
        parent=other,
        asked_alone=True,
        safe=True,
        asked_by=worker,
        starts_at=AT,
    )
    OwnCircle.objects.create(worker=worker, person=child, starts_at=AT)
    JoinAsked.objects.create(
        worker=worker,
        person=child,
        reason=f"over {CANARY}",
        asked_at=AT,
        expires_at=AT + timedelta(days=14),
    )
    BrokenGlass.objects.create(
        worker=worker,
        family=family,
        reason=f"{CANARY} in gevaar",
        starts_at=AT,
        ends_at=AT + timedelta(hours=3),
        review_by=AT + timedelta(days=7),
    )


def _own_access(child: Person, worker: Worker, number: int) -> None:
    account = Account.objects.create_user(
        f"{CANARY.lower()}{number}@post.be", kind=AccountKind.FAMILY, name=CANARY, created_at=AT
    )
    Invitation.objects.create(
        account=account, token_hash=f"{number:064d}", made_at=AT, expires_at=AT + timedelta(days=7)
    )
    PersonAccess.objects.create(person=child, account=account, opened_by=worker, starts_at=AT)


def _items(child: Person, mother: Person, other: Person, worker: Worker) -> None:
    kinds = ([child], []), ([child, mother], []), ([mother], [child]), ([other], [])
    for about, aside in kinds:
        item = class_item(
            kind="test",
            about=about,
            aside=aside,
            data_class=DataClass.OPEN,
            told_by="self",
            author=worker,
            at=AT,
        )
        hand_over(item, child)


def _traces(child: Person) -> None:
    """A page on which somebody read about the child, something the child did, and a message."""
    about = [("person", child.key)]
    record_read(by=SYSTEM, at=AT, page="test", about=about, because=f"{CANARY} vroeg het")
    itself = Actor(ActorKind.PERSON, child.key, CANARY)
    record_read(by=itself, at=AT, page="test", about=[("person", uuid4())], because="own_part")
    TEXTS.setdefault("test.news", Text("test.news", "Bericht", "Er staat iets klaar."))
    to = Recipient("person", child.key)
    message = post(by=SYSTEM, at=AT, to=to, text="test.news", link="/x/", once=f"{child.key}")
    end(by=SYSTEM, at=AT, message=message, verb="send")
