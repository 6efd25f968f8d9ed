"""Changing a term from a day on; what held before stays readable."""

from datetime import date, datetime

from django.db.models import Q

from kring.foundation.deadlines.models import Term
from kring.foundation.deadlines.queries import NoSuchTerm
from kring.foundation.deadlines.rules import check_may_change_term
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record


@action
def change_term(
    *, by: Actor, at: datetime, code: str, value: str, valid_from: date, ground: str
) -> Term:
    """Give ``code`` another value from ``valid_from`` on, until a change that was already planned.

    A change planned for that same day is replaced. Raises NoSuchTerm for an unknown code and
    ValidationError for a value of another kind or a day that is not in the future.
    """
    rows = Term.objects.select_for_update().filter(code=code)
    holds = rows.filter(valid_from__lte=valid_from).filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=valid_from)
    )
    before = holds.order_by("-valid_from").first()
    if before is None:
        raise NoSuchTerm(code)
    check_may_change_term(old=before.value, new=value, valid_from=valid_from, at=at)
    old, until = before.value, before.valid_until
    if before.valid_from < valid_from:
        before.valid_until = valid_from
        before.save(update_fields=["valid_until"])
    changed, _ = Term.objects.update_or_create(
        code=code,
        valid_from=valid_from,
        defaults={
            "name": before.name,
            "value": value,
            "ground": ground,
            "sourced": False,
            "valid_until": until,
        },
    )
    day = valid_from.isoformat()
    record(by=by, at=at, did="term.changed", about=[], code=code, old=old, new=value, valid_from=day)
    return changed
