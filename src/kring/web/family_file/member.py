"""One member of an open family file, with what the reader is to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

from kring.foundation.classes.facts import DataClass
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Family, Person
from kring.registry.people.queries import members_of
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for, person_for, persons_by_id
from kring.trust.access.rules import may_ask
from kring.trust.access.standing import standing_of
from kring.trust.access.table import ItemFacts, Standing, may_read, reads_item_by_item
from kring.web.family_file.people_around import Around


@dataclass
class Member:
    """A member of a family, and the reader of this page."""

    family: Family
    person: Person
    request: ReadRequest

    @cached_property
    def around(self) -> Around:
        """Everybody around the family: only for a page that shows them, for all count as read."""
        return Around(self.family, self.request.reader, self.request.at)

    @cached_property
    def standing(self) -> Standing:
        return standing_of(self.request.reader, [self.person], self.request.at)

    @property
    def takes_part(self) -> bool:
        """Whether the reader is anything to this member: not after a no to their organisation."""
        return bool(self.standing.kinds.get(self.person.pk))

    @property
    def reads(self) -> bool:
        """Whether the reader may see ordinary things about this member."""
        return may_read(self.standing, ItemFacts(DataClass.OPEN, frozenset({self.person.pk})))

    @property
    def asks(self) -> bool:
        """Whether the reader takes part in the help to this member."""
        return may_ask(self.standing, self.person.pk)

    @property
    def item_by_item(self) -> bool:
        """Whether the reader sees of this member what is given to them, and no more."""
        return reads_item_by_item(self.standing)

    def known(self, ids: Iterable[int]) -> list[Person]:
        """Of these people those the reader may see, in this order."""
        wanted = list(ids)
        found = persons_by_id(self.request.reader, wanted, self.request.at)
        return [found[pk] for pk in wanted if pk in found]

    def name_of(self, person: Person | None) -> str:
        """How the reader may know somebody who stands with this member."""
        if person is None:
            return _("iedereen in het netwerk")
        if person == self.person or self.known([person.pk]):
            return person.name or _("iemand zonder naam")
        return _("iemand anders")

    @cached_property
    def worker(self) -> Worker:
        return Worker.objects.get(pk=self.request.reader.worker_id or 0)

    @cached_property
    def organisation(self) -> Organisation | None:
        """For whom the reader works here."""
        key = self.request.reader.actor.organisation
        return Organisation.objects.filter(key=key).first() if key is not None else None

    def organisations(self) -> list[Organisation]:
        """Those one can share with: with an open desk in a region of the reader, by name."""
        near = Organisation.objects.filter(
            desks__region__in=self.request.reader.region_ids, desks__closed_at__isnull=True
        )
        return list(near.distinct().order_by("name", "pk"))


def member_of(request: ReadRequest, key: UUID, person_key: UUID) -> Member:
    """The member of a page for who takes part; 404 for who is not involved, 403 for who only looks."""
    found = family_for(request.reader, key, request.at)
    if found is None:
        raise Http404
    person = person_for(request.reader, person_key, request.at)
    if person is None or person.pk not in {row.person_id for row in members_of(found, request.at)}:
        raise Http404
    member = Member(found, person, request)
    if not member.asks:
        raise PermissionDenied
    return member


def open_member_of(request: ReadRequest, key: UUID, person_key: UUID) -> Member:
    """The same for who may know how somebody is reached, where they live and who they belong to."""
    member = member_of(request, key, person_key)
    if member.item_by_item:
        raise PermissionDenied
    return member
