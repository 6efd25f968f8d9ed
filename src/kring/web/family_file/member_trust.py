"""What stands with a member about deciding, consent and sharing, as far as the reader may see it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import last_day_of
from kring.foundation.deadlines.queries import number_at
from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.words import day_words
from kring.registry.people.models import Person
from kring.support.requests.topics import Topic
from kring.trust.access.finding import ties_around
from kring.trust.access.safety import may_ask_safety, safety_of, second_parents
from kring.trust.consent.legal import legal_basis, receiver_of_kind
from kring.trust.consent.models import AbilityJudgement, Consent, Sharing
from kring.trust.consent.queries import able_to_decide, is_minor
from kring.web.family_file.consent_forms import ASKED
from kring.web.family_file.member import Member
from kring.web.family_file.words import relation_words

LAST = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what stands small below it, and a short answer with its colour."""

    words: str
    small: str = ""
    chip: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Trust:
    """What a page shows; ``judge`` and ``safety`` say whether the reader may write those down."""

    decides: Line
    judge: bool
    consents: list[Line]
    sharings: list[Line]
    safety: list[Line]


def trust_of(member: Member) -> Trust:
    """Everything about deciding and sharing that this reader may see of this member."""
    born = member.person.birth_date is not None
    return Trust(
        decides=_decides(member),
        judge=born and is_minor(member.person, member.request.at),
        consents=_consents(member),
        sharings=_sharings(member),
        safety=_safety(member),
    )


def _decides(member: Member) -> Line:
    """Whether this member decides, and on what ground."""
    person, at = member.person, member.request.at
    able = able_to_decide(person, at)
    yes = _("%(name)s beslist zelf") if able else _("Over %(name)s beslissen de ouders")
    words = yes % {"name": person.name or _("deze persoon")}
    if not is_minor(person, at):
        return Line(words + ".")
    judged = AbilityJudgement.objects.running(at).filter(person=person).select_related("judged_by")
    judgement = judged.first()
    if judgement is None:
        presumed = _("%(words)s: vermoed bekwaam vanaf %(years)s jaar.")
        if not able:
            presumed = _("%(words)s: nog geen %(years)s jaar, en niemand oordeelde anders.")
        return Line(presumed % {"words": words, "years": number_at("capacity_presumption_age", at)})
    who = {"name": judgement.judged_by.name, "day": day_words(judgement.starts_at, at), "words": words}
    because = judgement.because if member.reads else ""
    return Line(_("%(words)s: zo beoordeeld door %(name)s op %(day)s.") % who, because)


def _consents(member: Member) -> list[Line]:
    """The answers that run; of others than the reader's organisation only for who reads along."""
    at = member.request.at
    rows = Consent.objects.running(at).filter(person=member.person, purpose__in=ASKED)
    if not member.reads:
        rows = rows.filter(organisation__in=member.request.reader.organisation_ids)
    related = rows.select_related("organisation", "reader", "decided_by", "recorded_by")
    return [_consent(member, row, at) for row in related.order_by("-starts_at", "-pk")]


def _consent(member: Member, row: Consent, at: datetime) -> Line:
    about = ", ".join(choice_words(Topic, code) for code in row.domains) or _("alle onderwerpen")
    receiver = row.organisation.name if row.organisation is not None else member.name_of(row.reader)
    who = row.decided_by if row.decided_by is not None else member.person
    words = {
        "who": member.name_of(who),
        "what": choice_words(Consent.Purpose, row.purpose),
        "receiver": receiver,
        "about": about,
    }
    told = _("%(who)s, over delen met %(receiver)s.") % words
    if row.purpose == Consent.Purpose.TO_COURT:
        told = _("%(who)s, over %(what)s.") % words
    elif row.outcome == Consent.Outcome.YES:
        told = _("%(who)s, over delen met %(receiver)s: %(about)s.") % words
    kinds = {Consent.Outcome.YES.value: "ok", Consent.Outcome.NO.value: "late"}
    answer = choice_words(Consent.Outcome, row.outcome)
    return Line(told, _how(row, at), answer, kinds.get(row.outcome, "info"))


def _how(row: Consent, at: datetime) -> str:
    """What it was for, since when and until when, and how it was asked."""
    parts = [row.what_for, _("sinds %(day)s") % {"day": day_words(row.starts_at, at)}]
    if row.ends_at is not None:
        parts.append(_("tot en met %(day)s") % {"day": day_words(last_day_of(row.ends_at), at)})
    if row.asked_alone is not None:
        parts.append(_("onder vier ogen gevraagd") if row.asked_alone else _("er was iemand bij"))
    if row.interpreter:
        parts.append(choice_words(Consent.Interpreter, row.interpreter))
    if row.recorded_by is not None:
        parts.append(_("opgeschreven door %(name)s") % {"name": row.recorded_by.name})
    return " · ".join(part for part in parts if part)


def _sharings(member: Member) -> list[Line]:
    """What was shared, the newest first; what others shared only for who reads along."""
    rows = Sharing.objects.filter(person=member.person)
    if not member.reads:
        rows = rows.filter(from_organisation__in=member.request.reader.organisation_ids)
    related = rows.select_related("organisation", "from_organisation", "shared_by")
    return [_sharing(row, member.request.at) for row in related.order_by("-shared_at", "-pk")[:LAST]]


def _sharing(row: Sharing, at: datetime) -> Line:
    kind = receiver_of_kind(row.receiver_kind)
    basis = legal_basis(row.legal_basis, row.shared_at.date())
    to = row.organisation.name if row.organisation is not None else row.receiver
    words = {"what": row.what, "to": to, "kind": kind.label if kind else ""}
    small = [
        day_words(row.shared_at, at),
        _("nodig: %(why)s") % {"why": row.necessary_because},
        _("in het belang van %(whom)s") % {"whom": row.in_the_interest_of},
        choice_words(Sharing.Asked, row.consent_asked),
        row.without_consent_because,
        basis.label if basis else row.legal_basis,
    ]
    return Line(
        _("“%(what)s” aan %(to)s (%(kind)s)") % words, " · ".join(part for part in small if part)
    )


def _safety(member: Member) -> list[Line]:
    """For who may ask it: what was said of each second parent."""
    at, child = member.request.at, member.person
    seconds = second_parents(child, at)
    if not seconds or not may_ask_safety(member.request.reader, child, at):
        return []
    said = safety_of(child, seconds, at)
    lines = []
    for parent, name in parents_offered(member, seconds).values():
        answer = said.get(parent.pk)
        if answer is None:
            lines.append(Line(name, _("nog niet gevraagd, dus nee"), _("nee"), "info"))
            continue
        day = _("gevraagd op %(day)s") % {"day": day_words(answer.starts_at, at)}
        chip = (_("veilig"), "ok") if answer.safe else (_("niet veilig"), "late")
        lines.append(Line(name, day, *chip))
    return lines


def parents_offered(member: Member, seconds: list[Person]) -> dict[str, tuple[Person, str]]:
    """Second parents by key, each with the name the reader may know them by."""
    ties = ties_around([member.person.pk], member.request.at)
    types = {row.person_id: row.type for row in ties if row.to_id == member.person.pk}
    seen = {person.pk: person.name for person in member.known([parent.pk for parent in seconds])}
    found = {}
    for parent in seconds:
        other = relation_words(types[parent.pk]) if parent.pk in types else _("de andere ouder")
        found[str(parent.key)] = (parent, seen.get(parent.pk) or other)
    return found
