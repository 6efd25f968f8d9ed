"""What is kept about somebody, in parts: the page and the copy show the same.

A new room adds one line to ``PARTS``; lower rooms never know these pages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.words import birthday_words, day_words, language_name, moment_words
from kring.registry.people.models import Person
from kring.support.notes.models import Note
from kring.support.notes.queries import notes_about
from kring.support.requests.models import Request
from kring.support.requests.queries import asked_alone_by, questions_read_by
from kring.trust.access.looking import Look, looks_at_own_part
from kring.trust.access.own_part import (
    OwnHelpers,
    own_access_of,
    own_channels,
    own_families,
    own_helpers,
    people_stood_beside,
    who_sees,
)
from kring.trust.access.queries import each_hand_once, is_protected
from kring.trust.consent.models import Consent, Sharing
from kring.web.mine import words
from kring.web.mine.asked import wishes
from kring.web.mine.plan_parts import agreements, goals, talk
from kring.web.mine.seen import Entry, Line, Seen
from kring.web.mine.together_parts import documents, helping, meetings

LOOKED_FOR = timedelta(days=90)
MOST_NOTES = 400


@dataclass(frozen=True)
class Part:
    """A heading, what is kept under it, and what to say when that is nothing."""

    code: str
    title: str | Promise
    entries: Callable[[Seen], list[Entry]]
    empty: str | Promise
    on_home: bool = True


def yourself(seen: Seen) -> list[Entry]:
    """Names, birth, languages, place, and the ways this person called safe."""
    person = seen.person
    lines = _identity(person, seen.at)
    safe = own_channels(person, seen.at)
    lines += [(_g("Veilig bereiken"), words.channel_words(channel)) for channel in safe]
    return [Entry(person.name or _g("Zonder naam"), lines)]


def children(seen: Seen) -> list[Entry]:
    """The children who do not decide themselves yet; nothing of a way to reach them."""
    return [Entry(child.name or _g("Zonder naam"), _identity(child, seen.at)) for child in seen.children]


def questions(seen: Seen) -> list[Entry]:
    """The questions this person may read, by the one table, with where each of the own stands."""
    persons = [seen.person, *people_stood_beside(seen.reader, seen.at)]
    found = questions_read_by(seen.reader, persons, seen.at)
    return [_question(row, seen) for row in found]


def notes(seen: Seen) -> list[Entry]:
    """What helpers wrote that this person may read, the newest first, by the one table.

    Of a helper of somebody else neither the name, the organisation nor the day is told.
    """
    persons = [seen.person, *people_stood_beside(seen.reader, seen.at)]
    found = notes_about(seen.reader, persons, seen.at, most=MOST_NOTES).notes
    own = own_helpers(seen.person, seen.at) if found else None
    return [_note(note, own, seen.at) for note in found]


def readers(seen: Seen) -> list[Entry]:
    """Who can read along now, and why."""
    rows = each_hand_once(who_sees(seen.person, seen.at))
    return [Entry(words.helper_words(row), [("", words.role_words(row, seen.at))]) for row in rows]


def answers(seen: Seen) -> list[Entry]:
    """What this person answered about sharing, for themself or for a child."""
    own = Consent.objects.filter(Q(person=seen.person) | Q(decided_by=seen.person))
    known = {seen.person.pk, *(child.pk for child in seen.children)}
    rows = own.filter(person__in=known).select_related("person", "organisation", "reader")
    return [_answer(row, seen) for row in rows.order_by("-starts_at", "-pk")]


def shared(seen: Seen) -> list[Entry]:
    """What was shared about this person: what, with whom, why, and whether it was asked."""
    rows = Sharing.objects.filter(person=seen.person).select_related("organisation")
    return [
        Entry(
            row.organisation.name if row.organisation else row.receiver,
            [
                (_g("Wanneer"), day_words(row.shared_at, seen.at)),
                (_g("Wat"), row.what),
                (_g("Waarom"), row.necessary_because),
                (_g("Voor wie was het goed"), row.in_the_interest_of),
                (_g("Is het je gevraagd"), choice_words(Sharing.Asked, row.consent_asked)),
            ],
        )
        for row in rows.order_by("-shared_at", "-pk")
    ]


def own_looks(seen: Seen) -> list[Look]:
    """Who looked at this person's part in the last three months, the newest first."""
    families = own_families(seen.person, seen.at)
    return looks_at_own_part(seen.person.key, families, seen.at - LOOKED_FOR)


def looks_at_child(seen: Seen, child: Person) -> list[Look]:
    """Who looked at the part of a child, without its own question and without helpers of others."""
    families = own_families(seen.person, seen.at)
    since = seen.at - LOOKED_FOR
    apart = asked_alone_by([child.pk])
    return looks_at_own_part(child.key, families, since, apart=apart, through_family=True)


def looked(seen: Seen) -> list[Entry]:
    """The same looks as sentences, for the copy."""
    found = [_look(seen.person, look) for look in own_looks(seen)]
    for child in seen.children:
        found += [_look(child, look) for look in looks_at_child(seen, child)]
    return found


def access(seen: Seen) -> list[Entry]:
    """The own way in: since when, and who opened it."""
    own = own_access_of(seen.person, seen.at)
    if own is None:
        return []
    opened = [(_g("Open sinds"), day_words(own.starts_at, seen.at))]
    if own.opened_by is not None:
        opened.append((_g("Geopend door"), own.opened_by.name))
    opened.append((_g("Je meldt je aan met"), own.account.sign_in_name))
    return [Entry(_g("Deze toegang is van jou alleen"), opened)]


def _identity(person: Person, at: datetime) -> list[Line]:
    place = "" if person.municipality is None else str(person.municipality)
    if is_protected(person, at):
        place = _g("staat hier niet, omdat het adres beschermd is")
    lines = [
        (_g("Voornaam"), person.given_name),
        (_g("Familienaam"), person.family_name),
        (_g("Roepnaam"), person.nickname),
        (_g("Geboren op"), birthday_words(person.birth_date) if person.birth_date else ""),
        (_g("Verwacht op"), day_words(person.expected_birth_date) if person.expected_birth_date else ""),
        (_g("Taal"), language_name(person.preferred_language)),
        (_g("Andere talen"), ", ".join(language_name(code) for code in person.known_languages)),
        (_g("Tolk nodig"), _g("ja") if person.interpreter_needed else ""),
        (_g("Woonplaats"), place),
    ]
    return [(label, text) for label, text in lines if text]


def _question(row: Request, seen: Seen) -> Entry:
    """Of a question somebody else asked the words alone: who helps them is theirs to tell."""
    if row.asker is None or row.asker != seen.person:
        who = row.asker.name if row.asker is not None else ""
        lines = [(_g("Over wie"), who), (_g("Wat gevraagd werd"), row.words)]
        return Entry("", [(label, text) for label, text in lines if text])
    lines = [
        (_g("Jouw woorden"), row.words),
        (_g("Hoe het ermee staat"), words.state_words(row, seen.at)),
        (_g("Ligt bij"), row.desk.name),
    ]
    if row.worker is not None:
        lines.append((_g("Opgenomen door"), row.worker.name))
    return Entry(day_words(row.asked_at, seen.at), lines)


def _note(note: Note, own: OwnHelpers | None, at: datetime) -> Entry:
    item, what = note.item, (_g("Wat er staat"), note.words)
    if own is None or not own.wrote(item.author_id, item.owner_id):
        return Entry("", [what])
    who = item.author.name if item.author is not None else ""
    wrote = ", ".join(word for word in (who, item.owner.name if item.owner is not None else "") if word)
    lines = [what, (_g("Geschreven door"), wrote)]
    return Entry(day_words(note.written_at, at), [(label, text) for label, text in lines if text])


def _answer(row: Consent, seen: Seen) -> Entry:
    lines = [
        (_g("Over wie"), _g("over jou") if row.person_id == seen.person.pk else row.person.name),
        (_g("Aan wie"), words.receiver_words(row)),
        (_g("Jouw antwoord"), words.answer_words(row, seen.at)),
    ]
    heading = choice_words(Consent.Purpose, row.purpose)
    return Entry(heading, [(label, text) for label, text in lines if text])


def _look(person: Person, look: Look) -> Entry:
    return Entry(moment_words(look.at), [(person.name, words.look_words(look))])


PARTS = (
    Part("jij", _("Jij"), yourself, ""),
    Part("vragen", _("Wat je vroeg"), questions, _("Je stelde nog geen vraag onder je eigen naam.")),
    Part("plan", _("Je doelen"), goals, _("Er staat nog geen doel dat jij mag lezen.")),
    Part("afspraken", _("Wie doet wat"), agreements, _("Er zijn geen afspraken die jij mag lezen.")),
    Part("berichten", _("Berichten"), talk, _("Er zijn nog geen berichten."), on_home=False),
    Part("wensen", _("Wat je vroeg aan de coördinator"), wishes, "", on_home=False),
    Part("hulp", _("Hulp"), helping, ""),
    Part("overleg", _("Overleg en gesprekken"), meetings, "", on_home=False),
    Part("documenten", _("Documenten"), documents, ""),
    Part("kinderen", _("Je kinderen"), children, ""),
    Part("verhaal", _("Wat helpers schreven"), notes, _("Er staat niets dat jij mag lezen.")),
    Part("wie-ziet", _("Wie mag meelezen"), readers, _("Nu leest niemand mee."), on_home=False),
    Part("antwoorden", _("Wat je antwoordde"), answers, _("Je gaf nog geen antwoord over delen.")),
    Part("gedeeld", _("Wat over jou gedeeld is"), shared, _("Er is niets over jou gedeeld.")),
    Part("wie-keek", _("Wie keek"), looked, _("Niemand keek in deze tijd."), on_home=False),
    Part("toegang", _("Jouw toegang"), access, ""),
)
"""Every part, in the order of the page and of the copy."""
