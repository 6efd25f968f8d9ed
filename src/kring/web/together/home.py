"""The family a page is about, with those of its people that this worker may know."""

from collections.abc import Callable
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import Http404

from kring.registry.network.models import Organisation, Worker
from kring.registry.network.queries import worker_of
from kring.registry.people.models import Family, Person
from kring.support.plans.makers import Maker
from kring.support.plans.models import Plan, TeamMember
from kring.support.plans.queries import current_plan
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for
from kring.web.family_file.people_around import Around

type Deed = Callable[..., Any]


class Home:
    """One family on one request; 404 for who is not involved."""

    def __init__(self, request: ReadRequest, key: UUID) -> None:
        found = family_for(request.reader, key, request.at)
        if found is None:
            raise Http404
        self.request, self.reader, self.at = request, request.reader, request.at
        self.family: Family = found

    @cached_property
    def around(self) -> Around:
        return Around(self.family, self.reader, self.at)

    @cached_property
    def members(self) -> list[Person]:
        """The people of the family, parents first."""
        return [person for _row, person in self.around.members]

    @cached_property
    def others(self) -> list[Person]:
        """People around the family that the reader may know by name."""
        inside = {person.pk for person in self.members}
        known = sorted(self.around.persons.values(), key=lambda one: one.pk)
        return [one for one in known if one.pk not in inside and one.name]

    @cached_property
    def plan(self) -> Plan | None:
        return current_plan(self.family)

    @cached_property
    def team(self) -> list[Worker]:
        """The workers in the team of the plan now."""
        rows = TeamMember.objects.filter(plan=self.plan, worker__isnull=False, ends_at__isnull=True)
        workers = [row.worker for row in rows.select_related("worker").order_by("starts_at", "pk")]
        return [one for one in workers if one is not None]

    @property
    def worker(self) -> Worker:
        return worker_of(self.reader.worker_id)

    @property
    def maker(self) -> Maker:
        """The worker's hand, for the organisation they act for."""
        key = self.reader.actor.organisation
        works_for = Organisation.objects.filter(key=key).first() if key is not None else None
        return Maker(worker=self.worker, organisation=works_for)

    def deed(self) -> dict[str, Any]:
        """Who does it and when."""
        return {"by": self.reader.actor, "at": self.at}

    def name_of(self, person: Person) -> str:
        """The name of somebody, where the reader may know it."""
        known = self.around.persons.get(person.pk)
        return known.name if known is not None else ""
