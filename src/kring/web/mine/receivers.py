"""With whom somebody may share or not, and what an answer changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.registry.network.models import Organisation, WorkerRole
from kring.registry.people.models import Person
from kring.registry.people.queries import age_on
from kring.trust.access.effects import Turn, effect_of
from kring.trust.access.models import Involvement
from kring.trust.access.own_part import present_families, who_may_read_along, who_sees
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import able_to_decide, deciders_among, is_minor
from kring.trust.consent.texts import ReadOut, audience_of, text_for
from kring.web.mine.seen import Seen


@dataclass(slots=True)
class Receiver:
    """An organisation or a person, with what was answered about sharing with them."""

    about: Person
    organisation: Organisation | None = None
    reader: Person | None = None
    answer: Consent | None = None

    @property
    def name(self) -> str:
        who = self.organisation or self.reader
        return who.name if who is not None else ""

    @property
    def key(self) -> str:
        who = self.organisation or self.reader
        return str(who.key) if who is not None else ""

    @property
    def says_yes(self) -> bool:
        return self.answer is not None and self.answer.outcome == Consent.Outcome.YES

    @property
    def purpose(self) -> str:
        shares = self.organisation is not None
        return Consent.Purpose.SHARE if shares else Consent.Purpose.READ_ALONG


def may_answer_for(seen: Seen) -> list[Person]:
    """Those about whom this person answers: themself when able, and the children they read for."""
    found = [seen.person] if able_to_decide(seen.person, seen.at) else []
    deciders = deciders_among(seen.children, seen.at)
    return found + [child for child in seen.children if seen.person.pk in deciders[child.pk]]


def receivers(seen: Seen, about: Person) -> list[Receiver]:
    """With whom this person may share about themself or a child, organisations first."""
    found = _organisations(seen, about) + _persons(seen, about)
    standing = Consent.objects.running(seen.at).filter(person=about)
    own = standing.filter(decided_by=None) if about == seen.person else standing
    if about != seen.person:
        own = own.filter(decided_by=seen.person)
    rows = list(own.order_by("pk"))
    for one in found:
        one.answer = next((row for row in reversed(rows) if _is_for(row, one)), None)
    return found


def receiver_of(seen: Seen, about: Person, key: object) -> Receiver | None:
    """One of them, by the key of the organisation or person."""
    return next((one for one in receivers(seen, about) if one.key == str(key)), None)


def effect_words(seen: Seen, one: Receiver, outcome: str) -> str:
    """What an answer changes, in a sentence; of one's own helpers and of no others'."""
    to = one.organisation or one.reader
    if to is None:
        return ""
    mine = [family.pk for family in present_families(seen.person, seen.at)]
    effect = effect_of(one.about, to, outcome, (), seen.at, decided_by=seen.person, families=mine)
    said = [
        words % {"who": ", ".join(change.who for change in effect.who(turn))}
        for turn, words in _turns().items()
        if effect.who(turn)
    ]
    if said:
        return " ".join(said)
    if outcome == Consent.Outcome.YES and not effect.present:
        return _("Nu leest daar niemand. Later wel, als iemand daar met jou werkt.")
    return _("Nu verandert er niets: niemand leest meer of minder.")


def _turns() -> dict[Turn, str]:
    return {
        Turn.LOSES: _("Lezen meteen niet meer mee: %(who)s. Wat zij zelf schreven, houden zij."),
        Turn.NARROWS: _("Lezen minder: %(who)s."),
        Turn.WIDENS: _("Lezen meer: %(who)s."),
        Turn.GAINS: _("Lezen dan mee: %(who)s."),
    }


def text_of(seen: Seen, one: Receiver) -> ReadOut | None:
    """The plain text that belongs to this answer, worded for who reads it."""
    age = age_on(seen.person.birth_date, local_day(seen.at))
    audience = audience_of(age, for_another=one.about != seen.person)
    return text_for(one.purpose, audience, get_language() or "")


def _is_for(row: Consent, one: Receiver) -> bool:
    organisation = one.organisation.pk if one.organisation else None
    reader = one.reader.pk if one.reader else None
    return (row.purpose, row.organisation_id, row.reader_id) == (one.purpose, organisation, reader)


def _organisations(seen: Seen, about: Person) -> list[Receiver]:
    """Those that take part in the help, and those a yes was given to.

    Of a child only what this parent answered: whom another parent let in is theirs to tell.
    """
    found: dict[int, Receiver] = {}
    rows = [row for row in who_sees(seen.person, seen.at) if about == seen.person or row.family_id]
    homes = organisations_of_workers(rows, seen.at)
    for row in rows:
        organisation = row.organisation or (row.desk and row.desk.organisation)
        organisation = organisation or homes.get(row.worker_id or 0)
        if organisation is None:
            continue
        found.setdefault(organisation.pk, Receiver(about, organisation=organisation))
    agreed = Consent.objects.running(seen.at).filter(person=about, organisation__isnull=False)
    if about != seen.person:
        agreed = agreed.filter(decided_by=seen.person)
    for said in agreed.select_related("organisation").order_by("pk"):
        if said.organisation is not None:
            found.setdefault(said.organisation.pk, Receiver(about, organisation=said.organisation))
    return sorted(found.values(), key=lambda one: one.name)


def organisations_of_workers(rows: Iterable[Involvement], at: datetime) -> dict[int, Organisation]:
    """For each worker of these rows the organisation they work for now, by inner number."""
    workers = [row.worker_id for row in rows if row.worker_id]
    roles = WorkerRole.objects.running(at).filter(worker__in=workers).select_related("organisation")
    return {role.worker_id: role.organisation for role in roles.order_by("-pk")}


def _persons(seen: Seen, about: Person) -> list[Receiver]:
    """For a minor who decides: the parents and the trusted person; nobody else can read along."""
    if about != seen.person or not is_minor(about, seen.at):
        return []
    return [Receiver(about, reader=one) for one in who_may_read_along(about, seen.at)]
