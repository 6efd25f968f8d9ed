"""The five levels of goal attainment scaling, as people say them (Kiresuk and Sherman)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Level:
    """One level: its number from -2 to 2, 0 being what is expected, and how it compares to that."""

    number: int
    words: str | Promise

    @property
    def sign(self) -> str:
        """The number as it is written: with its sign, a real minus."""
        return f"+{self.number}" if self.number > 0 else str(self.number).replace("-", MINUS)


LEVELS = (
    Level(2, _("veel beter dan verwacht")),
    Level(1, _("beter dan verwacht")),
    Level(0, _("zoals verwacht")),
    Level(-1, _("minder dan verwacht")),
    Level(-2, _("veel minder dan verwacht")),
)
"""The highest first, as on a ladder."""


def level_of(number: int) -> Level:
    """The level with this number, -2 to 2."""
    return next(level for level in LEVELS if level.number == number)


def described(attainment: Mapping[str, str]) -> list[tuple[Level, str]]:
    """The levels of a goal that have words, the highest first; the keys are numbers as text."""
    return [
        (level, attainment[str(level.number)]) for level in LEVELS if str(level.number) in attainment
    ]
