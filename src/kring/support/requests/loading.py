"""``kring load requests FILE``: stage a file, load what is right, and report what is not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.registry.network.models import Desk
from kring.registry.network.queries import fallback_desk, open_desks
from kring.support.requests.actions.staging import load_ready_rows, stage_file
from kring.support.requests.models import StagedRow
from kring.support.requests.row_checks import problem_words
from kring.support.requests.sheet import MOST_BYTES, UnreadableFile

MOST_SHOWN = 50


@dataclass
class Report:
    """What became of a file: how many rows, how many loaded, which wait to be put right.

    ``problem`` is set, and nothing was kept, when the file could not be read at all.
    """

    rows: int = 0
    loaded: int = 0
    wrong: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    problem: str = ""

    @property
    def all_loaded(self) -> bool:
        """Whether nothing is left to do."""
        return not self.problem and not self.wrong

    def lines(self) -> list[str]:
        """The report in sentences."""
        if self.problem:
            return [self.problem]
        counted = {"rows": self.rows, "loaded": self.loaded, "wrong": len(self.wrong)}
        said = [_("%(rows)s rijen: %(loaded)s ingelezen, %(wrong)s te verbeteren.") % counted]
        for number, problems in self.wrong[:MOST_SHOWN]:
            words = "; ".join(f"{column}: {problem_words(code)}" for column, code in problems.items())
            said.append(_("rij %(number)s: %(words)s") % {"number": number, "words": words})
        return said


def load_requests(
    path: Path,
    *,
    desk: str | None,
    at: datetime,
    by: Actor,
    say: Callable[[int], object] | None = None,
) -> Report:
    """Load a file of questions for the desk with this name.

    Without a desk each row lies on the desk of its municipality. The same file again loads only
    what was not loaded yet. ``say`` hears how many rows are done.
    """
    chosen = open_desks(at).filter(name=desk).first() if desk else fallback_desk(at)
    if chosen is None:
        known = ", ".join(open_desks(at).order_by("name").values_list("name", flat=True)[:20])
        return Report(problem=_("Deze dienst bestaat niet. Kies er een: %(names)s.") % {"names": known})
    with path.open("rb") as file:
        raw = file.read(MOST_BYTES + 1)
    return _load(path.name, raw, chosen, at, by, say)


def _load(  # noqa: PLR0917 - one caller
    name: str, raw: bytes, desk: Desk, at: datetime, by: Actor, say: Callable[[int], object] | None
) -> Report:
    try:
        staged = stage_file(name=name, raw=raw, desk=desk, worker=None, by=by, at=at)
    except UnreadableFile as unreadable:
        return Report(problem=str(unreadable))
    for loaded in load_ready_rows(file=staged, by=by, at=at):
        if say is not None:
            say(loaded)
    rows = StagedRow.objects.filter(file=staged)
    wrong = rows.filter(state=StagedRow.State.WRONG).order_by("number")
    return Report(
        rows=rows.count(),
        loaded=rows.filter(state=StagedRow.State.LOADED).count(),
        wrong=list(wrong.values_list("number", "problems")),
    )
