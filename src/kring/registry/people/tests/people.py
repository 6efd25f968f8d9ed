"""Numbers and moments for the tests of this room. All people are invented."""

from datetime import UTC, date, datetime

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def invented_number(born: date) -> str:
    """A national number with counter 999, which the register never gives out."""
    base = f"{born:%y%m%d}999"
    prefix = "2" if born.year >= 2000 else ""
    return f"{base}{97 - int(prefix + base) % 97:02d}"
