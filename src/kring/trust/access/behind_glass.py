"""Whom a page shows by an emergency access alone: told of apart from what else stands on it."""

from datetime import datetime

from kring.foundation.journal import ledger
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.trust.access.glass import GLASS, opened_by_glass
from kring.trust.access.queries import seeing, seen_families, seen_persons
from kring.trust.access.readers import Reader


def tell_glass_apart(reader: Reader, at: datetime) -> None:
    """Let who stands on this page by a broken glass alone be written down as read for that reason.

    That is an opened family the reader does not help, with its members, and each member of it whom
    the reader does not see otherwise. A list so keeps both: whom the reader helps, for their role,
    and whom the emergency showed. Three reads, and only while a glass of this reader runs.
    """
    if reader.worker_id is None or not reader.glass:
        return
    opened = opened_by_glass(reader.worker_id, at).values("family")
    otherwise = {"circle": False, "glass": False, **seeing(reader, at)}
    keys = {kind: ledger.seen_of(kind) for kind in ("family", "person")}
    helped = seen_families(**otherwise).values("pk")
    families = Family.objects.filter(pk__in=opened, key__in=keys["family"]).exclude(pk__in=helped)
    alone = dict(families.order_by("pk").values_list("key", "pk"))
    members = FamilyMembership.objects.running(at).filter(family__in=opened)
    shown = Person.objects.filter(pk__in=members.values("person"), key__in=keys["person"])
    known = seen_persons(**otherwise).filter(key__in=keys["person"]).values("pk")
    theirs = members.filter(family__in=list(alone.values())).values("person")
    people = shown.exclude(pk__in=known) | shown.filter(pk__in=theirs)
    ledger.read_apart(GLASS, "family", alone)
    ledger.read_apart(GLASS, "person", people.order_by("pk").values_list("key", flat=True).distinct())
