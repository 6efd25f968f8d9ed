"""What a message and a call need; pairs of a check with its reason and a plain answer."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.registry.people.models import Person
from kring.registry.people.queries import safe_phone
from kring.trust.access.queries import may_have_access
from kring.trust.access.rules import may_ask
from kring.trust.access.table import Standing
from kring.trust.consent.queries import able_to_decide

MOST_SIGNS = 5_000
FARTHEST = timedelta(days=14)


def check_words(words: str) -> None:
    """A message has words, and is not a book; raises ValidationError."""
    if not words.strip():
        raise ValidationError({"words": _("Schrijf eerst je bericht.")})
    if len(words) > MOST_SIGNS:
        too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s.")
        raise ValidationError({"words": too_long % {"signs": len(words), "most": MOST_SIGNS}})


def check_may_call(person: Person, after: datetime, at: datetime) -> None:
    """A call goes to a number the person called safe, in the days to come; raises ValidationError."""
    if not may_call(person, at):
        raise ValidationError({"phone": _("Schrijf een nummer waarop we jou veilig kunnen bellen.")})
    if not at - timedelta(hours=1) <= after <= at + FARTHEST:
        raise ValidationError({"after": _("Kies een uur in de komende twee weken.")})


def may_write_first(standing: Standing, person: Person, at: datetime) -> bool:
    """Whether a helper may begin a talk: they take part in the help, and the person reads it alone.

    Not a child whose parents read for it: what a helper writes to a minor stands alone, so nobody
    would read it. Not a second parent whom the first did not call safe.
    """
    if not may_ask(standing, person.pk):
        return False
    return able_to_decide(person, at) and may_have_access(person, at)


def may_call(person: Person, at: datetime) -> bool:
    """Whether there is a number to call."""
    return safe_phone(person, at) is not None
