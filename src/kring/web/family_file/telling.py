"""A note in the words of the screen: what was told, by whom, about whom, and who reads it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kring.foundation.classes.facts import DataClass
from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.addresses import address_of
from kring.registry.people.models import Family, Person
from kring.support.notes.models import Note
from kring.trust.access.models import ToldBy


@dataclass(frozen=True, slots=True)
class Told:
    """One note, ready to be drawn. ``about`` names only whom the reader may see."""

    note: Note
    about: str
    told_by: str
    wrote: str
    kept: str
    working: bool
    url: str


def told(note: Note, family: Family, persons: Mapping[int, Person]) -> Told:
    """The note as the page of this family says it."""
    item = note.item
    return Told(
        note=note,
        about=about_words(note, persons),
        told_by="" if item.private else choice_words(ToldBy, item.told_by),
        wrote=item.author.name if item.author is not None else "",
        kept="" if item.private else class_words(item.data_class),
        working=item.private,
        url=address_of("family_file:note", family.key, note.key),
    )


def about_words(note: Note, persons: Mapping[int, Person]) -> str:
    """Names of those it is about; of others only that there are."""
    ids = [row.person_id for row in note.item.subjects.all() if not row.aside]
    names = [persons[pk].name or _("zonder naam") for pk in ids if pk in persons]
    if len(names) < len(ids):
        names.append(_("iemand anders"))
    return ", ".join(names)


def class_words(data_class: str) -> str:
    """What kind of thing it is, where it is not open."""
    return {
        DataClass.CONFIDENCE.value: _("in vertrouwen"),
        DataClass.COURT.value: _("voor de rechtbank"),
        DataClass.HARM.value: _("achtergehouden: kan schaden"),
        DataClass.HEALTH.value: _("gezondheid"),
        DataClass.MEDIATION.value: _("uit een bemiddeling"),
        DataClass.PROTECTED_ADDRESS.value: _("veilig adres"),
    }.get(data_class, "")
