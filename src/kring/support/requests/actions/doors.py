"""A question with the one who asks it: written down together, in one deed, or not at all."""

from dataclasses import dataclass, replace
from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import deed
from kring.registry.network.models import Desk, Organisation
from kring.registry.people.actions import (
    add_channel,
    add_member,
    register_family,
    register_person,
)
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.requests.actions.asking import Question, ask
from kring.support.requests.models import AskerKind, Request
from kring.trust.consent.actions import HowAsked, record_consent
from kring.trust.consent.models import Consent


@dataclass(frozen=True)
class Agreement:
    """What the asker said when a professional asked whether they may be discussed by name."""

    outcome: str
    asked_alone: bool | None = None
    organisation: Organisation | None = None


@dataclass(frozen=True)
class NewAsker:
    """What somebody said about themselves at a door; everything may be empty.

    ``reach_kind`` is a ``ContactChannel.Kind``, ``reach`` its value. With ``family_name_given``
    the family is written down under that name, as a professional who refers knows it.
    """

    name: str = ""
    reach_kind: str = ""
    reach: str = ""
    hours: str = ""
    say_to_others: str = ""
    language: str = ""
    family_name_given: str = ""
    agreement: Agreement | None = None

    @property
    def is_somebody(self) -> bool:
        return bool(self.name or self.reach_kind)


class _AskedMeanwhile(Exception):
    def __init__(self, request: Request) -> None:
        self.request = request


def ask_as(*, question: Question, asker: NewAsker, desk: Desk, by: Actor, at: datetime) -> Request:
    """Lay a question on a desk and write down who asks, if they said so.

    The same submission twice is one question and one person. Raises ValidationError for a way of
    contact that cannot be right.
    """
    existing = Request.objects.filter(submission=question.submission).first()
    if existing is not None:
        return existing
    try:
        with deed():
            whole = _with_asker(question, asker, by=by, at=at)
            request = ask(question=whole, desk=desk, by=by, at=at)
            _check_is_ours(request, whole)
            return request
    except _AskedMeanwhile as meanwhile:
        return meanwhile.request


def _check_is_ours(request: Request, question: Question) -> None:
    """Another sending of the same form may have come first: then our person is not kept."""
    if request.asker_id != (question.asker and question.asker.pk):
        raise _AskedMeanwhile(request)


def _with_asker(question: Question, asker: NewAsker, *, by: Actor, at: datetime) -> Question:
    """The question with who asks; who is young and asks alone is written at no family."""
    if question.asker_kind == AskerKind.YOUNG_PERSON:
        question = replace(question, family=None)
        asker = replace(asker, family_name_given="")
    family = _family(question, asker, by=by, at=at)
    person = _person(question, asker, by=by, at=at)
    if family is not None and person is not None:
        role = FamilyMembership.Role.PARENT
        add_member(by=by, at=at, family=family, person=person, role=role)
    if asker.agreement is not None and person is not None:
        record_consent(
            person=person,
            purpose=Consent.Purpose.DISCUSS_WITH_NAME,
            outcome=asker.agreement.outcome,
            organisation=asker.agreement.organisation,
            how=HowAsked(asked_alone=asker.agreement.asked_alone, language=asker.language),
            by=by,
            at=at,
        )
    return replace(question, family=family, asker=person)


def _family(question: Question, asker: NewAsker, *, by: Actor, at: datetime) -> Family | None:
    if question.family is not None or not asker.family_name_given:
        return question.family
    return register_family(by=by, at=at, name=asker.family_name_given)


def _person(question: Question, asker: NewAsker, *, by: Actor, at: datetime) -> Person | None:
    if question.asker is not None or not asker.is_somebody:
        return question.asker
    person = register_person(
        by=by,
        at=at,
        nickname=asker.name,
        preferred_language=asker.language,
        municipality=question.municipality,
    )
    if asker.reach_kind:
        add_channel(
            by=by,
            at=at,
            person=person,
            kind=asker.reach_kind,
            value=asker.reach,
            safe=True,
            hours=asker.hours,
            say_to_others=asker.say_to_others,
            preferred=True,
        )
    return person
