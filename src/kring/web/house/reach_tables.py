"""The counts of a House as tables: what is too small to show is said so."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from kring.foundation.records.local_text import choice_words
from kring.offer.directory.models import Pillar
from kring.offer.houses.models import AgeBand, Spoken, VisitKind
from kring.offer.houses.queries import Reached
from kring.registry.places.models import Municipality
from kring.web.house.templatetags.house import town_name


@dataclass(frozen=True, slots=True)
class Table:
    """One way to look at the same visits: a name, and rows of words with a count or None."""

    name: str
    rows: list[tuple[str, int | None]]


def tables_of(found: Reached) -> list[Table]:
    """By what for, age, language and municipality; a table of nothing known is left out."""
    every = [
        Table(_("Pijler"), _rows(Pillar, found.pillars)),
        Table(_("Waarvoor"), _rows(VisitKind, found.kinds)),
        Table(_("Leeftijd van het kind"), _rows(AgeBand, found.ages)),
        Table(_("Taal"), _rows(Spoken, found.languages)),
        Table(_("Gemeente"), _towns(found.towns)),
    ]
    return [table for table in every if table.rows]


def _rows(choices: type[TextChoices], cells: Mapping[str, int | None]) -> list[tuple[str, int | None]]:
    """The codes that came, in the order of their list; what was not asked comes last."""
    known = [(choice_words(choices, code), cells.get(code)) for code in choices.values]
    unknown = [(_("niet gevraagd"), cells[""])] if "" in cells else []
    said = [row for row in known if row[1] != 0]
    return said + unknown if said else []


def _towns(cells: Mapping[str, int | None]) -> list[tuple[str, int | None]]:
    towns = Municipality.objects.filter(nis__in=[nis for nis in cells if nis]).order_by("name_nl", "nis")
    said = [(town_name(town), cells[town.nis]) for town in towns]
    return [*said, (_("niet gevraagd"), cells[""])] if said and "" in cells else said
