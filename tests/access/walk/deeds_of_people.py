"""Steps of the walk that people of a family cause: answers, safety, ties, birthdays, own accounts."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kring.registry.people.actions import end_membership, end_relation
from kring.registry.people.models import FamilyMembership, Relation
from kring.trust.access.models import PersonAccess
from kring.trust.access.safety import answer_safety
from kring.trust.consent.actions import judge_ability, record_consent
from tests.access.walk.facts import Said
from tests.access.walk.machine import A_MINUTE, Walk
from tests.access.walk.world import AT_WORK, BORN, SECTORS

PEOPLE, CHILDREN = st.sampled_from(list(BORN)), st.sampled_from(["Mila", "Jef", "Lin"])
OUTCOMES = st.sampled_from(["yes", "yes", "no", "not_now"])
DOMAINS = st.sampled_from([(), (), ("school",), ("home", "school"), ("safety",)])
KINDS = st.sampled_from(
    ["moeder", "vader", "voogd", "plusvader", "steunfiguur", "vertrouwenspersoon", "pleegmoeder"]
)
LATER = st.sampled_from(
    [timedelta(minutes=30), timedelta(hours=3), timedelta(days=1), timedelta(days=4)]
)


class PeopleDeeds(Walk):
    """What people say, and what becomes of them."""

    @rule(
        person=PEOPLE,
        receiver=st.sampled_from([*SECTORS, "CAW", "CLB", "An", "Piet", "Mila", "Sam", "Leen"]),
        outcome=OUTCOMES,
        domains=DOMAINS,
        who=st.integers(0, 3),
        lasts=st.sampled_from([None, None, timedelta(hours=2)]),
    )
    def somebody_answers(self, *, person, receiver, outcome, domains, who, lasts) -> None:
        deciders = sorted(self.rule.deciders(person))
        decider = deciders[who] if who < len(deciders) else person
        until = self.facts.at + A_MINUTE + lasts if lasts else None
        self._answers(person, receiver, decider, Said(outcome, frozenset(domains), until))

    @precondition(lambda self: self.facts.answers)
    @rule(number=st.integers(0, 30), outcome=st.sampled_from(["no", "not_now", "yes"]))
    def somebody_answers_otherwise(self, number, outcome) -> None:
        known = sorted(self.facts.answers)
        person, _purpose, receiver, decider = known[number % len(known)]
        self._answers(person, receiver, decider, Said(outcome))

    def _answers(self, person, receiver, decider, said: Said) -> None:
        at_work = [name for name, (org, _desk) in AT_WORK.items() if org == receiver]
        self.moves(receiver, *at_work)
        purpose = "share" if receiver in SECTORS else "read_along"
        answer = {
            "person": self.world.get(person),
            "purpose": purpose,
            "outcome": said.outcome,
            "decided_by": self.world.get(decider),
            "organisation" if purpose == "share" else "reader": self.world.get(receiver),
            "domains": sorted(said.domains),
            "until": said.until,
            **self.world.by_now,
        }
        if decider not in self.rule.deciders(person):
            with pytest.raises(ValidationError):
                record_consent(**answer)
            return
        record_consent(**answer)
        self.facts.answers[person, purpose, receiver, decider] = said

    @rule(child=CHILDREN, able=st.booleans())
    def an_ability_is_judged(self, child, able) -> None:
        self.moves(child, *self.rule.parents(child))
        judge_ability(
            person=self.world.get(child),
            able=able,
            because="Zo bleek uit twee gesprekken.",
            judged_by=self.world.get("Kim"),
            **self.world.by_now,
        )
        self.facts.judged[child] = able

    @rule(child=CHILDREN, safe=st.booleans(), number=st.integers(0, 2))
    def the_first_parent_is_asked_alone(self, child, safe, number) -> None:
        parents = self.rule.parents(child)
        parent = parents[number % len(parents)] if parents else "Piet"
        self.moves(parent)
        answer = {
            "child": self.world.get(child),
            "parent": self.world.get(parent),
            "safe": safe,
            "asked_alone": True,
            "worker": self.world.get("Kim"),
            **self.world.by_now,
        }
        if parent not in parents[1:]:
            with pytest.raises(ValidationError):
                answer_safety(**answer)
            return
        answer_safety(**answer)
        self.facts.safe[child, parent] = safe

    @rule(who=PEOPLE, to=PEOPLE, kind=KINDS, authority=st.sampled_from([None, True, False]))
    def a_tie_begins(self, who, to, kind, authority) -> None:
        self.moves(who, to)
        if who != to:
            self.world.is_tied(who, to, kind, authority=authority)

    @precondition(lambda self: self.facts.ties)
    @rule(number=st.integers(0, 20))
    def a_tie_ends(self, number) -> None:
        known = sorted(self.facts.ties)
        who, to, kind = known[number % len(known)]
        self.moves(who, to)
        row = Relation.objects.get(
            person=self.world.pk[who], to=self.world.pk[to], type=kind, ends_at=None
        )
        end_relation(relation=row, **self.world.by_now)
        del self.facts.ties[who, to, kind]

    @rule(
        family=st.sampled_from(["Bos", "Claes"]),
        who=PEOPLE,
        role=st.sampled_from(["parent", "child", "other"]),
    )
    def somebody_moves_in(self, family, who, role) -> None:
        self.moves(who, "Kim")
        self.world.joins(family, who, role)

    @precondition(lambda self: self.facts.members)
    @rule(number=st.integers(0, 20))
    def somebody_moves_out(self, number) -> None:
        known = sorted(self.facts.members)
        family, who = known[number % len(known)]
        self.moves("Kim", "Bo")
        row = FamilyMembership.objects.get(
            family=self.world.pk[family], person=self.world.pk[who], ends_at=None
        )
        end_membership(membership=row, **self.world.by_now)
        del self.facts.members[family, who]

    @rule(by=LATER)
    def time_passes(self, by) -> None:
        self.moves("Mila", "Sam", by=by)

    @rule(who=PEOPLE)
    def an_own_account_opens_or_ends(self, who) -> None:
        self.moves(who)
        if who not in self.facts.access:
            self.world.opens_account(who)
            return
        PersonAccess.objects.running(self.facts.at).filter(person=self.world.pk[who]).update(
            ends_at=self.facts.at
        )
        self.facts.access.discard(who)
