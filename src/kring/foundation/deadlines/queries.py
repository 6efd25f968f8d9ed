"""Reading terms as they stood on a day."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from kring.foundation.deadlines.calendar import due_at, local_day
from kring.foundation.deadlines.models import Term
from kring.foundation.records.prepared import Prepared


class NoSuchTerm(LookupError):
    """No term of this code holds on this day: the installation lacks its reference data."""


def term_at(code: str, at: datetime) -> str:
    """The value of a term on the local day of ``at``; raises NoSuchTerm."""
    return term_among(_TERM.rows(code=code, day=local_day(at)), code)


def term_among(values: list[str], code: str) -> str:
    """The term that ``term_rows`` found; raises NoSuchTerm."""
    if not values:
        raise NoSuchTerm(code)
    return values[0]


def term_rows(*, code: str, day: date) -> QuerySet[Term, str]:
    """The value of a term on a day, for a read that needs it beside other facts; one row at most."""
    rows = Term.objects.filter(code=code, valid_from__lte=day)
    rows = rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=day))
    return rows.order_by("-valid_from").values_list("value", flat=True)[:1]


_TERM = Prepared(term_rows)


def number_at(code: str, at: datetime) -> int:
    """A term that is a plain number."""
    return int(term_at(code, at))


def due_for(code: str, start: datetime) -> datetime:
    """When a promise made at ``start`` ends, by the term that held then."""
    return due_at(start, term_at(code, start))
