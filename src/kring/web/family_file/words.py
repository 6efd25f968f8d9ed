"""Coded words of the family file in the words of the screen."""

from kring.foundation.records.local_text import choice_words
from kring.registry.people.models import FamilyMembership, RelationType
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
