"""Writing down what was answered about somebody's data, and whether they decide themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.trust.consent.models import AbilityJudgement, Consent
from kring.trust.consent.queries import deciders_among
from kring.trust.consent.rules import check_decides, check_reason


@dataclass(frozen=True, slots=True)
class HowAsked:
    """How an answer was asked for: ``asked_alone`` says whether nobody else listened.

    ``text_read`` names the text that was read out; an interpreter is never a child of the family.
    """

    asked_alone: bool | None = None
    language: str = ""
    interpreter: str = ""
    text_read: str = ""
    recorded_by: Worker | None = None


@action
def record_consent(
    *,
    person: Person,
    purpose: str,
    outcome: str,
    decided_by: Person | None = None,
    organisation: Organisation | None = None,
    reader: Person | None = None,
    domains: Iterable[str] = (),
    until: datetime | None = None,
    how: HowAsked = HowAsked(),
    by: Actor,
    at: datetime,
) -> Consent:
    """Keep an answer: yes, no or not now; a later answer of the same one ends an earlier one.

    Without ``decided_by`` the person answered. Who may not decide raises ValidationError: nobody
    answers for another adult. ``until`` ends the agreement by itself. A no is kept too, and never
    stops help.
    """
    if decided_by is not None:
        check_decides(decided_by.pk, deciders_among([person], at)[person.pk])
    same = Consent.objects.running(at).filter(person=person, purpose=purpose)
    same = same.filter(organisation=organisation, reader=reader, decided_by=decided_by)
    same.update(ends_at=at)
    consent = Consent.objects.create(
        person=person,
        purpose=purpose,
        outcome=outcome,
        decided_by=decided_by,
        organisation=organisation,
        reader=reader,
        domains=list(domains),
        starts_at=at,
        ends_at=until,
        **{name: getattr(how, name) for name in HowAsked.__slots__},
    )
    about = [("person", person.key)]
    record(by=by, at=at, did="consent.recorded", about=about, purpose=purpose, outcome=outcome)
    return consent


@action
def judge_ability(
    *, person: Person, able: bool, because: str, judged_by: Worker, by: Actor, at: datetime
) -> AbilityJudgement:
    """Keep a judgement whether a minor decides alone; it ends an earlier one.

    Without a reason ValidationError. Ground: decree of 7 May 2004, article 4.
    """
    check_reason(because)
    AbilityJudgement.objects.running(at).filter(person=person).update(ends_at=at)
    judgement = AbilityJudgement.objects.create(
        person=person, able=able, because=because.strip(), judged_by=judged_by, starts_at=at
    )
    record(by=by, at=at, did="consent.ability_judged", about=[("person", person.key)], able=able)
    return judgement
