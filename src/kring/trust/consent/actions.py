"""Writing down what was answered about somebody's data, what was shared, and who decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.trust.consent.legal import legal_basis, receiver_of_kind
from kring.trust.consent.models import AbilityJudgement, Consent, FeltForced, Sharing
from kring.trust.consent.queries import agreed_to_court, deciders_among, must_agree_to_court
from kring.trust.consent.rules import (
    check_decides,
    check_interpreter,
    check_may_share,
    check_reason,
    check_why_without_consent,
)

OPENING = (Consent.Purpose.SHARE, Consent.Purpose.READ_ALONG)
"""Purposes that open something to a reader."""


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
    what_for: str = "",
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
    decided_by = None if decided_by == person else decided_by
    _check_answers(person, purpose, decided_by, at)
    check_interpreter(how.interpreter, frozenset(Consent.Interpreter.values))
    same = Consent.objects.running(at).filter(person=person, purpose=purpose)
    same = same.filter(organisation=organisation, reader=reader, decided_by=decided_by)
    same.update(ends_at=at)
    consent = Consent.objects.create(
        person=person,
        purpose=purpose,
        what_for=what_for,
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


def _check_answers(person: Person, purpose: str, decided_by: Person | None, at: datetime) -> None:
    """Whoever answers decides about this; what opens nothing may be told by the person themself."""
    if purpose == Consent.Purpose.TO_COURT:
        check_decides((decided_by or person).pk, must_agree_to_court(person, at))
    elif decided_by is not None or purpose in OPENING:
        check_decides((decided_by or person).pk, deciders_among([person], at)[person.pk])


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


@action
def felt_forced(*, consent: Consent, by: Actor, at: datetime) -> FeltForced:
    """The silent word "I felt forced" about an answer; said once, it stands until it is heard.

    The entry names neither the person nor who took the answer down, so that it turns up in nobody's
    list: only the anchor person reads it (``trust.access.quiet``).
    """
    said = FeltForced.objects.filter(consent=consent, heard_at__isnull=True).first()
    if said is not None:
        nothing_changed()
        return said
    said = FeltForced.objects.create(consent=consent, said_at=at)
    record(by=by, at=at, did="consent.quiet_word", about=[("quiet_word", said.key)])
    return said


@action
def heard(*, said: FeltForced, worker: Worker, by: Actor, at: datetime) -> None:
    """The anchor person heard it and talks about it with the person alone; once is enough."""
    waiting = FeltForced.objects.filter(pk=said.pk, heard_at__isnull=True)
    if not waiting.update(heard_at=at, heard_by=worker):
        nothing_changed()
        return
    record(by=by, at=at, did="consent.quiet_word_heard", about=[("quiet_word", said.key)])


@dataclass(frozen=True, slots=True)
class Shared:
    """What went to whom and why: an organisation, or ``receiver`` in words, of a kind."""

    what: str
    receiver_kind: str
    necessary_because: str
    in_the_interest_of: str
    consent_asked: str
    legal_basis: str
    receiver: str = ""
    organisation: Organisation | None = None
    from_organisation: Organisation | None = None
    without_consent_because: str = ""


@action
def record_sharing(
    *, person: Person, shared: Shared, worker: Worker | None, by: Actor, at: datetime
) -> Sharing:
    """Write down that something about a person was shared.

    Raises ValidationError for what articles 75 and 75/1 forbid, and for a sharing without a yes and
    without a reason. Ground: decree on integral youth help, articles 72 to 75/1.
    """
    receiver = receiver_of_kind(shared.receiver_kind)
    basis = legal_basis(shared.legal_basis, local_day(at))
    barred = receiver is not None and bool(receiver.barred_by)
    check_may_share(receiver, basis, everybody_agreed=barred and agreed_to_court(person, at))
    check_why_without_consent(shared.consent_asked, shared.without_consent_because)
    values = {name: getattr(shared, name) for name in Shared.__slots__}
    sharing = Sharing.objects.create(person=person, shared_at=at, shared_by=worker, **values)
    about = [("person", person.key)]
    record(by=by, at=at, did="consent.shared", about=about, legal_basis=shared.legal_basis)
    return sharing
