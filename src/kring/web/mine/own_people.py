"""The people somebody has around them, inviting one more, and whom they trust."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.records.local_text import choice_words
from kring.registry.people.actions import add_channel, register_person, relate
from kring.registry.people.models import ContactChannel, Person, Relation, RelationType
from kring.support.plans.actions import appoint_trusted_person
from kring.trust.access.actions import open_access
from kring.trust.access.own_part import ties_to
from kring.trust.consent.queries import able_to_decide

OWN = (
    RelationType.TRUSTED_PERSON,
    RelationType.SUPPORT_FIGURE,
    RelationType.GRANDPARENT,
    RelationType.NEIGHBOUR,
    RelationType.SIBLING,
    RelationType.PARTNER,
)


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody of one's own, before they are invited; ``trusted``: they may stand beside this person."""

    name: str
    reach: str
    trusted: bool


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody around a person: what they are to them, and whether they are trusted."""

    tie: Relation
    role: str
    trusted: bool


def own_people(person: Person, at: datetime) -> list[Near]:
    """Who stands around this person by their own choice or by blood; noted as read."""
    found = [row for row in ties_to(person, at) if row.type in OWN]
    return [
        Near(row, choice_words(RelationType, row.type), row.type == RelationType.TRUSTED_PERSON)
        for row in found
    ]


def invite_own(*, person: Person, invited: Invited, by: Actor, at: datetime) -> Person:
    """Write somebody of one's own down and invite them over their own channel.

    They read nothing by that: goal by goal it is shared, with the yes of everybody it is about. A
    trusted person of a minor reads what the reader table says. Raises ValidationError.
    """
    if not able_to_decide(person, at):
        raise ValidationError(_("Vraag dit samen met wie voor jou zorgt, of met je begeleider."))
    given, _space, family = invited.name.strip().partition(" ")
    mail = "@" in invited.reach
    kind = ContactChannel.Kind.EMAIL if mail else ContactChannel.Kind.SMS
    with transaction.atomic():
        made = register_person(by=by, at=at, given_name=given, family_name=family)
        add_channel(by=by, at=at, person=made, kind=kind, value=invited.reach, safe=True)
        if invited.trusted:
            appoint_trusted_person(person=person, trusted=made, plan=None, by=by, at=at)
        else:
            relate(by=by, at=at, person=made, to=person, type=RelationType.SUPPORT_FIGURE)
        open_access(person=made, opened_by=None, by=by, at=at)
    return made
