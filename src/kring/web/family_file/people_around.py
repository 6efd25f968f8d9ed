"""Who belongs to a family and who stands around it, as this reader may know it."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.addresses import address_of
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.circles.models import Nature, Ring, Strength, Tie
from kring.support.circles.queries import ties_of
from kring.trust.access.finding import surroundings_of
from kring.trust.access.items import Known
from kring.trust.access.kinds import ReaderKind
from kring.trust.access.models import Involvement
from kring.trust.access.queries import persons_by_id
from kring.trust.access.quiet import quiet_words_for
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.trust.access.table import Standing, reads_item_by_item
from kring.trust.consent.models import FeltForced
from kring.web.family_file.circle import Circle, Someone, circle_of
from kring.web.family_file.words import (
    age_words,
    involvement_role,
    member_role,
    relation_words,
)

HELPER_TYPES = ("hulpverlener", "maatschappelijk_werker", "brugfiguur", "vertrouwenspersoon")


class Around:
    """The members of a family with what hangs on them, read once for all panels."""

    def __init__(self, family: Family, reader: Reader, at: datetime) -> None:
        self.family, self.reader, self.at = family, reader, at
        found = surroundings_of(family, at)
        self.memberships, self.relations = found.members, found.ties
        ids = [row.person_id for row in self.memberships]
        related = {row.person_id for row in self.relations} | {row.to_id for row in self.relations}
        self.persons = persons_by_id(reader, related | set(ids), at)
        self._involvements = found.involvements

    @cached_property
    def members(self) -> list[tuple[FamilyMembership, Person]]:
        """Members whom this reader may see and who did not say no to them, parents first."""
        found = [
            (row, self.persons[row.person_id])
            for row in self.memberships
            if row.person_id in self.persons
        ]
        return [(row, person) for row, person in found if self.kinds.get(person.pk)]

    @cached_property
    def standing(self) -> Standing:
        """What the reader is to the members they may see."""
        return standing_of(self.reader, self.inside, self.at)

    @cached_property
    def inside(self) -> list[Person]:
        """The people of the family whom the reader may see, also those who said no to them."""
        inside = {row.person_id for row in self.memberships}
        return [person for pk, person in self.persons.items() if pk in inside]

    @property
    def kinds(self) -> Mapping[int, frozenset[ReaderKind]]:
        """What the reader is to each member they may see."""
        return self.standing.kinds

    @property
    def item_by_item(self) -> bool:
        """Whether the reader sees what is given to them, and not who else helps or stands around."""
        return reads_item_by_item(self.standing)

    @cached_property
    def involvements(self) -> list[Involvement]:
        """Who takes part; to who reads item by item the anchor person and themself."""
        if not self.item_by_item:
            return self._involvements
        return [
            row
            for row in self._involvements
            if row.role == Involvement.Role.ANCHOR or row.worker_id == self.reader.worker_id
        ]

    @cached_property
    def quiet_words(self) -> list[FeltForced]:
        """What was said in silence, for the anchor person alone."""
        return quiet_words_for(self.reader, self.family, self.at)

    def ties(self, as_of: datetime | None = None) -> list[Tie]:
        """The people whom the family put in its circle, as far as the reader may see them."""
        known = Known(self.standing, tuple(self.inside))
        return ties_of(self.reader, self.family, self.at, as_of=as_of, known=known)

    def circle(self, as_of: datetime | None = None) -> Circle:
        """The picture and its lists; ``as_of`` draws the own network as it was then."""
        own, outside = ([], []) if self.item_by_item else self._related()
        own += [tied(tie) for tie in self.ties(as_of)]
        return circle_of(
            [
                Someone(p.name or _("zonder naam"), self._member(m, p), self._url(p))
                for m, p in self.members
            ],
            own,
            [*self._involved(), *outside],
        )

    def _member(self, membership: FamilyMembership, person: Person) -> str:
        age = age_words(person.birth_date, local_day(self.at))
        role = member_role(membership.role)
        if not age:
            return _("%(role)s, wordt verwacht") % {"role": role} if person.expected_birth_date else role
        return f"{role}, {age}"

    def _url(self, person: Person) -> str:
        return address_of("family_file:member", self.family.key, person.key)

    def _related(self) -> tuple[list[Someone], list[Someone]]:
        """Own people and helpers by relation; of whom the reader may not see, the tie alone."""
        inside = {row.person_id for row in self.memberships}
        own: list[Someone] = []
        helpers: list[Someone] = []
        seen = set()
        for row in self.relations:
            if row.person_id in inside or row.person_id in seen:
                continue
            seen.add(row.person_id)
            person, tie = self.persons.get(row.person_id), relation_words(row.type)
            one = Someone(person.name, tie) if person and person.name else Someone(tie, "")
            (helpers if row.type in HELPER_TYPES else own).append(one)
        return own, helpers

    def _involved(self) -> list[Someone]:
        """Workers and services that take part, each once."""
        found: dict[str, Someone] = {}
        for row in self.involvements:
            name = _who(row)
            found.setdefault(name, Someone(name, involvement_role(row.role)))
        return list(found.values())


def tied(tie: Tie) -> Someone:
    """Somebody of the circle as drawn, and in words."""
    said = [tie.bond, choice_words(Strength, tie.strength), choice_words(Nature, tie.nature)]
    line = {Nature.TENSE.value: " tie-tense", Nature.BROKEN.value: " tie-broken"}.get(tie.nature, "")
    line += "" if tie.strength == Strength.USUAL else f" tie-{tie.strength}"
    role = ", ".join(part for part in said if part)
    return Someone(tie.name, role, tie=line, far=tie.ring == Ring.FAR)


def _who(row: Involvement) -> str:
    taking_part = row.worker or row.desk or row.organisation
    return taking_part.name if taking_part is not None else ""
