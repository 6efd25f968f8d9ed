"""Coded words of the family file in the words of the screen."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.foundation.records.local_text import choice_words
from kring.registry.people.models import FamilyMembership, RelationType
from kring.registry.people.queries import age_on, months_on
from kring.trust.access.models import Involvement


def member_role(code: str) -> str:
    """Who somebody is in the family."""
    return choice_words(FamilyMembership.Role, code)


def relation_words(code: str) -> str:
    """What somebody is to a member of the family (OSLO Kindfiche)."""
    return choice_words(RelationType, code)


def involvement_role(code: str) -> str:
    """How somebody takes part."""
    return choice_words(Involvement.Role, code)


IN_MONTHS_BELOW = 2
"""Years below which an age is told in months: for a baby a month is a stage."""


def age_words(birth_date: date | None, day: date) -> str:
    """An age as people say it: 7 maanden, 15 jaar; empty when it is not known."""
    years, months = age_on(birth_date, day), months_on(birth_date, day)
    if years is None or months is None:
        return ""
    if months == 0:
        return _("pasgeboren")
    if years < IN_MONTHS_BELOW:
        return ngettext("%(count)d maand", "%(count)d maanden", months) % {"count": months}
    return _("%(count)d jaar") % {"count": years}
