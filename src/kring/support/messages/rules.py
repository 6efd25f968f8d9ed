"""What a message and a call need; pairs of a check with its reason and a plain answer."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.registry.people.models import Person
from kring.registry.people.queries import safe_phone

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


def may_call(person: Person, at: datetime) -> bool:
    """Whether there is a number to call."""
    return safe_phone(person, at) is not None
