"""What a note needs, how it is classed by itself, and who may change it."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.registry.network.models import Worker
from kring.registry.people.free_text import holds_a_national_number, holds_a_street
from kring.registry.people.models import Person
from kring.support.notes.models import Note
from kring.trust.access.readers import Reader

MOST_SIGNS = 20_000
REASON_AT_LEAST = 10


def check_words(words: str) -> None:
    """A note has words, and not a book; raises ValidationError."""
    if not words.strip():
        raise ValidationError({"words": _("Schrijf wat er verteld werd.")})
    if len(words) > MOST_SIGNS:
        too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s, of maak er twee van.")
        raise ValidationError({"words": too_long % {"signs": len(words), "most": MOST_SIGNS}})


def check_about(persons: int) -> None:
    """A note is about somebody; raises ValidationError."""
    if not persons:
        raise ValidationError({"about": _("Kies over wie dit gaat.")})


def check_harm(reason: str, decided_by: Worker, reviewer: Worker | None, review_on: date | None) -> None:
    """Keeping something from somebody asks a reason, a colleague and a day; ValidationError."""
    wrong = {}
    if len(reason.strip()) < REASON_AT_LEAST:
        wrong["reason"] = _("Schrijf in een korte zin welke schade je vreest.")
    if reviewer is None or reviewer.pk == decided_by.pk:
        wrong["reviewer"] = _("Kies een collega die dit opnieuw bekijkt.")
    if review_on is None:
        wrong["review_on"] = _("Kies de dag waarop dit opnieuw bekeken wordt.")
    if wrong:
        raise ValidationError(wrong)


def check_may_change(reader: Reader, note: Note) -> None:
    """The author changes it while they work there, and of a shared story the colleagues too.

    Raises ValidationError.
    """
    if not may_change(reader, note):
        raise ValidationError(_("Alleen wie dit schreef, of een collega, past het aan."))


def may_change(reader: Reader, note: Note) -> bool:
    """Whether ``check_may_change`` has nothing against it; the reader reads the note already."""
    item = note.item
    if reader.worker_id is None:
        return False
    works_there = item.owner_id in reader.organisation_ids
    if item.author_id == reader.worker_id:
        return works_there or item.owner_id is None
    return not item.private and works_there


def check_is_story(note: Note) -> None:
    """A working note has no class to choose and is handed over to nobody; ValidationError."""
    if note.item.private:
        raise ValidationError(_("Een werknota lees je alleen zelf."))


def check_why_shared(necessary_because: str, in_the_interest_of: str) -> None:
    """What leaves the organisation that wrote it says why, and for whom; ValidationError."""
    wrong = {}
    if len(necessary_because.strip()) < REASON_AT_LEAST:
        wrong["necessary_because"] = _("Schrijf in een korte zin waarom dit nodig is.")
    if not in_the_interest_of.strip():
        wrong["in_the_interest_of"] = _("Schrijf voor wie dit goed is.")
    if wrong:
        raise ValidationError(wrong)


def check_table_lets(*, reads: bool) -> None:
    """What the table keeps from somebody, no name on it opens; raises ValidationError."""
    if not reads:
        raise ValidationError(_("Dit mag deze persoon niet lezen, ook niet als jij het geeft."))


def hints_in(words: str, persons: Iterable[Person]) -> list[str]:
    """What stands among these words and should not: a national number, and where somebody lives
    whose family has a protected address. It repeats nothing, and never tells which address is one.
    """
    found = []
    if holds_a_national_number(words):
        found.append(_("Hier staat een rijksregisternummer. Laat het weg: wie meeleest, leest het ook."))
    if holds_a_street(words) and any(one.protected_address for one in persons):
        found.append(_("Hier staat een straat. In dit gezin is een adres beschermd: laat ze weg."))
    return found
