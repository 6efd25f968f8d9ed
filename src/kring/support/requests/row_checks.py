"""What a row of a file says, and what is wrong with it; problems are codes with a sentence each."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import LOCAL, local_day
from kring.registry.people.rules import check_channel, may_be_born_on
from kring.registry.places.models import Municipality
from kring.registry.places.queries import named_exactly
from kring.support.requests.models import AskerKind, HomeSafe
from kring.support.requests.sheet import LONGEST_CELL
from kring.support.requests.topics import Topic

NOON = time(12)
LONGEST = {"voornaam": 80, "familienaam": 80}
FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
ASKERS = {
    "": AskerKind.FAMILY,
    "gezin": AskerKind.FAMILY,
    "jongere": AskerKind.YOUNG_PERSON,
    "hulpverlener": AskerKind.PROFESSIONAL,
}
SAFE = {"": HomeSafe.NOT_ASKED, "ja": HomeSafe.YES, "nee": HomeSafe.NO, "weet niet": HomeSafe.UNKNOWN}


def problem_words(code: str) -> str:
    """The sentence beside a cell."""
    code, _colon, named = code.partition(":")
    return {
        "empty": _("Vul dit in."),
        "unknown_place": _("We kennen deze gemeente niet."),
        "more_places": _("Dit kan meer dan één gemeente zijn. Zet de postcode erbij."),
        "merged_place": _("Deze gemeente is samengevoegd. Schrijf %(name)s.") % {"name": named},
        "no_date": _("Dit is geen datum. Schrijf dag/maand/jaar."),
        "future": _("Deze dag moet nog komen."),
        "born_wrong": _("Deze geboortedatum kan niet."),
        "wrong_contact": _("Dit nummer of adres klopt niet."),
        "not_listed": _("Dit staat niet in de lijst van het sjabloon."),
        "extra": _("Deze rij heeft meer cellen dan kolommen."),
        "too_long": _("Dit is te lang. Kort het in: hoogstens 5000 tekens, een naam hoogstens 80."),
    }.get(code, code)


@dataclass
class RowValues:
    """What a row means, as far as it is right; ``problems`` are codes by column."""

    words: str = ""
    municipality: Municipality | None = None
    given_name: str = ""
    family_name: str = ""
    birth_date: date | None = None
    phone: str = ""
    email: str = ""
    asked_at: datetime | None = None
    asker_kind: str = AskerKind.FAMILY
    home_safe: str = HomeSafe.NOT_ASKED
    topic: str = ""
    problems: dict[str, str] = field(default_factory=dict)

    @property
    def names_somebody(self) -> bool:
        """Whether a person is to be written down."""
        return bool(self.given_name or self.family_name or self.phone or self.email)


class RowReader:
    """Reads rows; remembers the municipalities it met, so that a file asks for each once."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self._places: dict[str, list[Municipality]] = {}

    def read(self, cells: dict[str, str]) -> RowValues:
        """The values and problems of one row."""
        said = RowValues(
            words=cells.get("vraag", ""),
            given_name=cells.get("voornaam", ""),
            family_name=cells.get("familienaam", ""),
        )
        for column, cell in cells.items():
            if len(cell) > LONGEST.get(column, LONGEST_CELL):
                said.problems[column] = "too_long"
        if not said.words:
            said.problems["vraag"] = "empty"
        if cells.get("extra"):
            said.problems["extra"] = "extra"
        self._place(cells, said)
        self._dates(cells, said)
        self._contact(cells, said)
        self._lists(cells, said)
        return said

    def _place(self, cells: dict[str, str], said: RowValues) -> None:
        text = cells.get("gemeente", "")
        if not text:
            said.problems["gemeente"] = "empty"
            return
        if text not in self._places:
            self._places[text] = named_exactly(text)
        found = self._places[text]
        if len(found) != 1:
            said.problems["gemeente"] = "more_places" if found else "unknown_place"
        elif found[0].merged_away:
            said.problems["gemeente"] = f"merged_place:{(found[0].successor or found[0]).name_nl}"
        else:
            said.municipality = found[0]

    def _dates(self, cells: dict[str, str], said: RowValues) -> None:
        born = self._date("geboortedatum", cells, said)
        if born is not None and not may_be_born_on(born, self.at):
            said.problems["geboortedatum"] = "born_wrong"
        else:
            said.birth_date = born
        asked = self._date("gevraagd_op", cells, said)
        if asked is None:
            return
        if asked > local_day(self.at):
            said.problems["gevraagd_op"] = "future"
        elif asked < local_day(self.at):
            said.asked_at = datetime.combine(asked, NOON, tzinfo=LOCAL)

    def _date(self, column: str, cells: dict[str, str], said: RowValues) -> date | None:
        text = cells.get(column, "")
        if not text:
            return None
        for pattern in FORMATS:
            try:
                return datetime.strptime(text, pattern).replace(tzinfo=LOCAL).date()
            except ValueError:
                continue
        said.problems[column] = "no_date"
        return None

    def _contact(self, cells: dict[str, str], said: RowValues) -> None:
        columns = (("veilig_telefoon", "phone"), ("veilige_mail", "email"))
        for column, kind in columns:
            text = cells.get(column, "").removeprefix("'")
            if not text:
                continue
            try:
                setattr(said, kind, check_channel(kind, text))
            except ValidationError:
                said.problems[column] = "wrong_contact"

    def _lists(self, cells: dict[str, str], said: RowValues) -> None:
        topics = {"": ""} | {code: code for code in Topic.values}
        topics |= {str(label): code for code, label in Topic.choices}
        for column, known, name in (
            ("wie_vraagt", ASKERS, "asker_kind"),
            ("thuis_veilig", SAFE, "home_safe"),
            ("onderwerp", topics, "topic"),
        ):
            text = cells.get(column, "").lower()
            if text in known:
                setattr(said, name, str(known[text]))
            else:
                said.problems[column] = "not_listed"
