"""What lies with the officer, and which items may go into a bundle."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal import ledger
from kring.registry.network.queries import employers_of
from kring.registry.people.models import Person
from kring.registry.people.queries import Identifiers, families_of, likely_same
from kring.trust.access.models import Involvement, Item, ItemSubject
from kring.trust.access.queries import who_can_see
from kring.trust.consent.queries import agreed_to_court
from kring.trust.legal.articles import may_release
from kring.trust.legal.models import LegalRequest
from kring.trust.legal.states import CLOSED


def requests_open() -> QuerySet[LegalRequest]:
    """What is not closed, the oldest first."""
    rows = LegalRequest.objects.exclude(state=CLOSED).select_related("person")
    return rows.order_by("received_on", "pk")


def requests_closed(limit: int = 50) -> QuerySet[LegalRequest]:
    """What was closed, the newest first."""
    rows = LegalRequest.objects.filter(state=CLOSED).select_related("person")
    return rows.order_by("-closed_at", "-pk")[:limit]


def saw(rows: Iterable[LegalRequest]) -> list[LegalRequest]:
    """These requests, with whom they are about noted as read."""
    found = list(rows)
    ledger.saw_all("person", {row.person.key for row in found})
    return found


def request_with(key: UUID) -> LegalRequest | None:
    """One request, with whom it is about noted as read."""
    row = LegalRequest.objects.select_related("person", "assessed_by", "checked_by", "registered_by")
    found = row.filter(key=key).first()
    if found is not None:
        ledger.saw("person", found.person.key)
    return found


def the_person(who: Identifiers) -> Person | None:
    """The one person these words name for certain; None for nobody or several. Noted as read."""
    found = [likely.person for likely in likely_same(who) if likely.score >= 1]
    if len(found) != 1:
        return None
    ledger.saw("person", found[0].key)
    return found[0]


def releasable_items(person: Person, at: datetime) -> list[Item]:
    """The items about this person that may go into a bundle, the newest first.

    Never what was told in confidence, made for the court, said in mediation or kept for its author
    alone; and what is also about others only when those agreed too.
    """
    rows = Item.objects.filter(subjects__person=person, subjects__aside=False, private=False)
    about = Prefetch("subjects", ItemSubject.objects.select_related("person").order_by("pk"))
    items = list(rows.order_by("-made_at", "-pk").prefetch_related(about))
    people = {row.person for item in items for row in item.subjects.all()}
    agreed = {one.pk for one in people if agreed_to_court(one, at)}
    day = local_day(at)
    return [item for item in items if _may_go(item, person, agreed, day)]


def _may_go(item: Item, person: Person, agreed: set[int], day: date) -> bool:
    others = {row.person_id for row in item.subjects.all()} - {person.pk}
    return others <= agreed and may_release(item.data_class, day, consent=person.pk in agreed)


def help_given(person: Person, at: datetime) -> list[str]:
    """Which organisations help this person now, by name: the help that is given.

    A helper who takes part in person does so for whom they work for.
    """
    rows = list(Involvement.objects.running(at).filter(person=person).order_by("pk"))
    for family in families_of(person, at):
        rows += who_can_see(family, at)
    names = set()
    for row in rows:
        organisation = row.organisation or (row.desk.organisation if row.desk else None)
        if organisation is not None:
            names.add(organisation.name)
        elif row.worker is not None:
            names |= {one.name for one in employers_of(row.worker, at)}
    return sorted(names)


def silences_over(at: datetime) -> QuerySet[LegalRequest]:
    """Who was not told yet, and may know now."""
    today = local_day(at)
    rows = LegalRequest.objects.filter(told_at=None, not_told_until__lte=today)
    return rows.exclude(checked_by=None).select_related("person").order_by("pk")
