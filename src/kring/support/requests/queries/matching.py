"""Which family a young person's own question may belong to: a hint for who holds it, and nobody else."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from kring.foundation.journal import ledger
from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import ContactChannel, Family, FamilyMembership, Person
from kring.registry.people.queries import Identifiers, likely_same
from kring.support.requests.models import AskerKind, Request
from kring.support.requests.rules import stands_alone
from kring.trust.access.queries import families_visible_to
from kring.trust.access.readers import Reader

MATCH = "match"
"""How a family that is only hinted at stands in the journal: not as somebody whose file was read.

So the hint is journalled, and shows in no "who looked" of that family.
"""


def likely_families(reader: Reader, request: Request, at: datetime) -> list[Family]:
    """Own families of the holder in which the asker may be a member, by name.

    Empty for everybody but the worker who holds the question, and once it lies with a family.
    """
    asker = request.asker
    held = request.worker_id is not None and request.worker_id == reader.worker_id
    if asker is None or not held or request.family_id is not None or not stands_alone(request):
        return []
    same = {likely.person.pk for likely in likely_same(_known_of(asker))}
    same |= set(_reached_alike(asker, at).values_list("person_id", flat=True))
    members = FamilyMembership.objects.filter(person__in=same).values("family")
    found = list(families_visible_to(reader, at).filter(pk__in=members).order_by("name", "pk"))
    ledger.saw_all(MATCH, (family.key for family in found))
    return found


def asked_alone_by(persons: Iterable[int], family: Family | None = None) -> dict[UUID, UUID]:
    """The questions these people (inner numbers) ask on their own, with the key of who asks.

    ``family`` leaves out what lies with that family by a yes.
    """
    asked: dict[str, Any] = {"persons": tuple(persons)}
    if family is not None:
        asked["family"] = family.pk
    return dict(_ASKED_ALONE.rows(**asked)) if asked["persons"] else {}


def _asked_alone(
    *, persons: tuple[int, ...], family: int | None = None
) -> QuerySet[Request, tuple[UUID, UUID]]:
    rows = Request.objects.filter(asker__in=persons, asker_kind=AskerKind.YOUNG_PERSON)
    if family is not None:
        rows = rows.exclude(family=family)
    return rows.order_by("pk").values_list("key", "asker__key")


_ASKED_ALONE = Prepared(_asked_alone)


def _known_of(asker: Person) -> Identifiers:
    return Identifiers(asker.given_name or asker.nickname, asker.family_name, asker.birth_date)


def _reached_alike(asker: Person, at: datetime) -> QuerySet[ContactChannel]:
    """Ways to reach others that are the asker's too."""
    running = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    own = ContactChannel.objects.filter(running, person=asker).exclude(value="").values("value")
    return ContactChannel.objects.filter(running, value__in=own).order_by("pk")
