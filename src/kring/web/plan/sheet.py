"""The sheet: the plan of one family with everybody it may name, as this reader sees it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from kring.foundation.journal import ledger
from kring.registry.network.models import Organisation, Worker
from kring.registry.network.queries import worker_of
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.plans.makers import Maker
from kring.support.plans.models import Plan
from kring.support.plans.queries import PlanPage, ToldAction, ToldGoal, current_plan, plan_page
from kring.support.plans.rules import may_take_part
from kring.support.plans.states import ACTIVE
from kring.trust.access.glass import glass_until
from kring.trust.access.http import ReadRequest
from kring.trust.access.items import Known
from kring.trust.access.models import Item
from kring.trust.access.queries import family_for
from kring.trust.access.rules import may_ask
from kring.web.family_file.people_around import Around
from kring.web.family_file.words import relation_words


@dataclass
class Sheet:
    """One family, its current plan if there is one, and the reader of this page."""

    request: ReadRequest
    family: Family
    plan: Plan | None
    opened_until: datetime | None = None
    """Until when a broken glass shows this; then nothing can be changed."""

    @property
    def at(self) -> datetime:
        return self.request.at

    @cached_property
    def around(self) -> Around:
        return Around(self.family, self.request.reader, self.at)

    @cached_property
    def told(self) -> PlanPage:
        """What this reader may see of the plan."""
        if self.plan is None:
            raise Http404
        ledger.saw("plan", self.plan.key)
        known = Known(self.around.standing, tuple(self.around.inside))
        return plan_page(self.request.reader, self.plan, self.at, known)

    @cached_property
    def goals(self) -> dict[UUID, ToldGoal]:
        return {one.goal.key: one for one in self.told.goals}

    @cached_property
    def actions(self) -> dict[UUID, ToldAction]:
        """Every action the reader may see, also one whose goal they may not."""
        told = [action for goal in self.told.goals for action in goal.actions]
        return {one.action.key: one for one in (*told, *self.told.given)}

    @property
    def members(self) -> list[Person]:
        return [person for _row, person in self.around.members]

    @property
    def children(self) -> list[Person]:
        role = FamilyMembership.Role.CHILD
        return [person for row, person in self.around.members if row.role == role]

    @cached_property
    def may_join(self) -> list[Person]:
        """Members who take part in a goal unless somebody says otherwise.

        Not a second parent of whom the first did not say, alone, that it is safe.
        """
        members = self.members
        return [one for one in members if may_take_part(members, [one], self.at)]

    @cached_property
    def takes_part(self) -> bool:
        """Whether the reader takes part in the help, and so may write."""
        if self.opened_until is not None:
            return False
        standing = self.around.standing
        return any(may_ask(standing, person.pk) for person in self.members)

    @property
    def may_change(self) -> bool:
        """Whether the reader changes this plan: they take part, and it runs."""
        return self.takes_part and self.plan is not None and self.plan.state == ACTIVE

    def first_name(self, person: Person | None) -> str:
        """How the page calls somebody; of whom the reader may not see, the tie alone."""
        if person is None:
            return ""
        if person.pk in self.around.persons:
            return person.nickname or person.given_name or person.name or _("iemand zonder naam")
        tie = next((row.type for row in self.around.relations if row.person_id == person.pk), "")
        return relation_words(tie) if tie else _("iemand anders")

    def about(self, item: Item) -> list[Person]:
        """Whom an item is about, those the reader may see."""
        ids = [row.person_id for row in item.subjects.all() if not row.aside]
        return [self.around.persons[pk] for pk in ids if pk in self.around.persons]

    @cached_property
    def worker(self) -> Worker:
        return worker_of(self.request.reader.worker_id)

    @cached_property
    def organisation(self) -> Organisation | None:
        """On whose behalf the reader writes."""
        key = self.request.reader.actor.organisation
        return Organisation.objects.filter(key=key).first() if key is not None else None

    @property
    def maker(self) -> Maker:
        return Maker(worker=self.worker, organisation=self.organisation)


def sheet_of(request: ReadRequest, key: UUID) -> Sheet:
    """The sheet of this family; raises Http404 for who is not involved."""
    found = family_for(request.reader, key, request.at)
    if found is None:
        raise Http404
    until = glass_until(request.reader, found, request.at) if request.reader.glass else None
    if until is not None:
        ledger.read_because("glass")
    return Sheet(request, found, current_plan(found), until)
