"""Reading a file of questions as people send them: CSV in the encodings and with the signs of the day.

Nothing is decided here about the rows; a file that cannot be a file of questions gives one sentence.
"""

import csv
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext as _

REQUIRED = ("vraag", "gemeente")
OPTIONAL = (
    "voornaam",
    "familienaam",
    "geboortedatum",
    "veilig_telefoon",
    "veilige_mail",
    "gevraagd_op",
    "wie_vraagt",
    "thuis_veilig",
    "onderwerp",
)
COLUMNS = (*REQUIRED, *OPTIONAL)
SEPARATORS = ";,\t"
LONGEST_CELL = 5000
"""As much as may be asked on the web; a longer cell is told, not cut."""
MOST_ROWS = 20_000
MOST_BYTES = 5 * 1024 * 1024
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


class UnreadableFile(Exception):
    """The file is not a file of questions; the text says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its line number in the file and its cells by column, as text."""

    number: int
    cells: dict[str, str]


def read_sheet(raw: bytes) -> list[SheetRow]:
    """The rows of a file; empty lines are left out. Raises UnreadableFile."""
    if len(raw) > MOST_BYTES:
        raise UnreadableFile(_("Dit bestand is te groot. Deel het op in stukken van hoogstens 5 MB."))
    text = _decoded(raw)
    lines = text.splitlines()
    if not lines or not lines[0].strip():
        raise UnreadableFile(_("Dit bestand is leeg."))
    separator = max(SEPARATORS, key=lines[0].count)
    try:
        rows = list(csv.reader(StringIO(text), delimiter=separator, strict=True))
    except csv.Error as error:
        raise UnreadableFile(
            _("Dit bestand is geen CSV. Bewaar het als CSV en probeer opnieuw.")
        ) from error
    columns = [name.strip().lower() for name in rows[0]]
    _check_columns(columns)
    found = [
        SheetRow(number, _cells(columns, cells))
        for number, cells in enumerate(rows[1:], start=2)
        if any(cell.strip() for cell in cells)
    ]
    if len(found) > MOST_ROWS:
        raise UnreadableFile(_("Dit bestand heeft te veel rijen. Hoogstens 20.000 per bestand."))
    return found


def template() -> str:
    """An empty file with one example, for people to fill in."""
    example = ("Mijn dochter wil niet meer naar school", "Geel", "Sofia", "El Amrani", "14/03/1988")
    return "\ufeff" + ";".join(COLUMNS) + "\r\n" + ";".join(example) + ";" * 6 + "\r\n"


def as_text(cell: str) -> str:
    """A cell that a spreadsheet may not take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\x00" in raw:
        raise UnreadableFile(_("Dit is geen tekstbestand. Bewaar het als CSV en probeer opnieuw."))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _check_columns(columns: list[str]) -> None:
    missing = [name for name in REQUIRED if name not in columns]
    unknown = [name for name in columns if name not in COLUMNS]
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if missing or unknown or twice:
        said = [
            (_("Deze kolommen ontbreken: %s."), missing),
            (_("Deze kolommen kennen we niet: %s."), unknown),
            (_("Deze kolommen staan er twee keer: %s."), twice),
        ]
        words = [
            text % ", ".join(name[:40] or "?" for name in names[:12]) for text, names in said if names
        ]
        raise UnreadableFile(" ".join([*words, _("Gebruik het sjabloon.")]))


def _cells(columns: list[str], cells: list[str]) -> dict[str, str]:
    """Cells by column, whole; what stands past the last column is kept apart as ``extra``."""
    found = {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}
    extra = [cell for cell in cells[len(columns) :] if cell.strip()]
    return found | ({"extra": " ".join(extra)} if extra else {})
