"""The rule of who reads what, read once more from the file and the facts: the oracle of the walk.

Written apart from the product: it knows neither ``may_read`` nor ``standing_of``, and takes nothing
from the database. Where the two disagree, one of them is wrong.
"""

import csv
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import kring.trust.access
from tests.access.walk.facts import Facts, Said, Told

FILE = Path(kring.trust.access.__path__[0]) / "data/reader_table.csv"
PARENTAL = {"moeder", "vader", "meemoeder", "meevader", "voogd"}
AT_WORK = {
    "clb": "clb",
    "mandated": "mandated_body",
    "agency": "agency",
    "local": "helper_outside",
    "gezinszorg": "helper_outside",
    "other": "helper_outside",
}
READS_LEAST = ["agency", "helper_outside", "mandated_body", "clb", "team_member"]
ALL = frozenset({"*"})


def cells() -> dict[tuple[str, str, str], str]:
    """Reader, class and column of the file to its answer."""
    lines = [line for line in FILE.read_text().splitlines() if not line.startswith("#")]
    return {
        (row["reader"], row["data_class"], column): row[column]
        for row in csv.DictReader(lines)
        for column in ("self", "entrusted", "shared", "other")
    }


CELLS = cells()


class Rule:
    """The answers that follow from the facts as they are now."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @property
    def today(self) -> date:
        return self.facts.at.astimezone(ZoneInfo("Europe/Brussels")).date()

    def age(self, person: str) -> int:
        """Whole years; everybody in the walk has a birth date, the unborn are below zero."""
        born, day = self.facts.born[person], self.today
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def minor(self, person: str) -> bool:
        return 0 <= self.age(person) < 18

    def decides(self, person: str) -> bool:
        """Whether somebody decides alone."""
        age = self.age(person)
        return age >= 18 or self.facts.judged.get(person, age >= 12)

    def parents(self, child: str) -> list[str]:
        """Those with authority, who belongs longest to a family with the child first."""
        ties = [(who, kind, has) for (who, to, kind), has in self.facts.ties.items() if to == child]
        tied = {who for who, kind, _has in ties if kind in PARENTAL}
        without = {who for who, kind, has in ties if kind in PARENTAL and has is False}
        known = {who for who, _kind, _has in ties}
        since = dict.fromkeys(tied)
        for home in self.facts.homes(child):
            if self.facts.members[home, child][0] != "child":
                continue
            house = {who: self.facts.members[home, who] for who in self.facts.people_of(home)}
            grandparents = any(
                who in tied and role in ("child", "young_adult") for who, (role, _) in house.items()
            )
            for who, (role, joined) in house.items():
                lives_there = role == "parent" and who not in known and not grandparents
                if who in tied or lives_there:
                    since[who] = min(joined, since.get(who) or joined)
        order = self.facts.persons.index
        found = [who for who in since if who not in without]
        last = self.facts.at
        return sorted(found, key=lambda who: (since[who] is None, since[who] or last, order(who)))

    def deciders(self, person: str) -> set[str]:
        return {person} if self.decides(person) else set(self.parents(person))

    def said(self, person: str, purpose: str, receivers: set[str], deciders: set[str]) -> list[Said]:
        """What those who decide answered, as far as it runs."""
        return [
            answer
            for (about, what, to, who), answer in self.facts.answers.items()
            if about == person and what == purpose and to in receivers and who in deciders
            if answer.until is None or answer.until > self.facts.at
        ]

    def opened(
        self, person: str, purpose: str, receivers: set[str], deciders: set[str]
    ) -> frozenset[str]:
        """The life domains everybody who answered agrees on; a single other word closes them all."""
        answers = self.said(person, purpose, receivers, deciders)
        if not answers or any(answer.outcome != "yes" for answer in answers):
            return frozenset()
        found = ALL
        for domains in (answer.domains or ALL for answer in answers):
            found = domains if found == ALL else found if domains == ALL else found & domains
        return found

    # -- who is there

    def organisations(self, worker: str) -> set[str]:
        """Those a worker works for now; nothing for who left, closed and paused ones left out."""
        if worker in self.facts.gone:
            return set()
        stopped = self.facts.paused | self.facts.closed
        return {org for who, org in self.facts.works_for if who == worker and org not in stopped}

    def at_desks(self, worker: str) -> set[str]:
        """The desks a worker reads for: own duty, standing in, or leading the intake of the region."""
        if not self.organisations(worker):
            return set()
        now = self.facts.at
        for_others = {
            who
            for who, (deputy, until) in self.facts.away.items()
            if deputy == worker and (until is None or until > now)
        }
        on_list = {desk for who, desk in self.facts.duties if who in {worker} | for_others}
        stopped = self.facts.closed | self.facts.paused
        found = {d for d in on_list if d not in stopped and self.facts.desks[d] not in self.facts.paused}
        leads = any(
            grant and org in self.organisations(worker)
            for (who, org), grant in self.facts.works_for.items()
            if who == worker
        )
        return found | set(self.facts.desks) if leads else found

    def hands(self, worker: str) -> set[str]:
        """The names under which a worker takes part."""
        return {worker} | self.at_desks(worker) if self.organisations(worker) else set()

    def broke(self, worker: str) -> set[str]:
        """The families behind glass this worker broke, as long as it is open."""
        if not self.organisations(worker):
            return set()
        return {f for who, f, until in self.facts.glass if who == worker and until > self.facts.at}

    def own_people(self, worker: str) -> set[str]:
        """The own circle with everybody who shares a family with one of them."""
        own = {person for who, person in self.facts.circle if who == worker}
        homes = {home for person in own for home in self.facts.homes(person)}
        return own | {one for home in homes for one in self.facts.people_of(home)}

    # -- what a worker reads

    def families(self, worker: str) -> set[str]:
        """The families a worker sees."""
        hands = self.hands(worker)
        taken = {part.about for part in self.facts.parts.values() if part.who in hands}
        own = {person for who, person in self.facts.circle if who == worker}
        found = (taken | self.broke(worker)) & set(self.facts.families)
        return {family for family in found if not own & self.facts.people_of(family)}

    def persons(self, worker: str) -> set[str]:
        """The persons a worker sees, alone or in a family."""
        hands = self.hands(worker)
        taken = {part.about for part in self.facts.parts.values() if part.who in hands}
        found = taken & set(self.facts.persons)
        for family in (taken | self.broke(worker)) & set(self.facts.families):
            found |= self.facts.people_of(family)
        return found - self.own_people(worker)

    def is_at_work(self, worker: str, person: str) -> set[str]:
        """What a worker is to a person."""
        hands, places = self.hands(worker), {person} | self.facts.homes(person)
        sectors = {self.facts.sector[org] for org in self.organisations(worker)}
        kinds = {AT_WORK.get(sector, "team_member") for sector in sectors}
        team = min(kinds, key=READS_LEAST.index, default="team_member")
        mine = [p for p in self.facts.parts.values() if p.who in hands and p.about in places]
        found = {team if part.role == "team" else part.role for part in mine}
        answers = self.said(person, "share", self.organisations(worker), self.deciders(person))
        if any(answer.outcome == "no" for answer in answers):
            found = set()
        return found | ({"glass"} if self.broke(worker) & self.facts.homes(person) else set())

    def keeps(self, worker: str, person: str) -> bool:
        """Whether a worker, by their own name, is the anchor person or holds the question; and no no."""
        places = {person} | self.facts.homes(person)
        parts = [p for p in self.facts.parts.values() if p.who == worker and p.about in places]
        kept = any(part.role in ("anchor", "holder") for part in parts)
        answers = self.said(person, "share", self.organisations(worker), self.deciders(person))
        return kept and all(answer.outcome != "no" for answer in answers)

    def worked_with(self, worker: str) -> set[str]:
        """Where a worker ever took part: by a desk, or in person for whom they work for now."""
        hands, organisations = self.hands(worker), self.organisations(worker)
        return {
            place
            for hand, place, by in self.facts.took_part
            if hand in hands and (hand != worker or by in organisations)
        }

    def worker_reads(self, worker: str, item: Told) -> bool:
        """Whether a worker reads an item."""
        organisations = self.organisations(worker)
        if not organisations or self.own_people(worker) & (item.about | item.aside):
            return False
        kinds = {p: self.is_at_work(worker, p) for p in item.about | item.aside}
        if item.owner in organisations:
            worked = self.worked_with(worker)
            for person, found in kinds.items():
                if worked & ({person} | self.facts.homes(person)):
                    found.add("author")
        wrote = worker == item.author and (not item.owner or item.owner in organisations)
        under = item.named.get(worker)
        named = wrote or under in organisations or bool(organisations & item.named.keys())
        if item.between and not named:
            kinds = {p: found if self.keeps(worker, p) else set() for p, found in kinds.items()}
        if item.private:
            return wrote and all(kinds[person] for person in item.about)
        if any(not kinds[person] for person in item.about):
            everything = {kind for some in kinds.values() for kind in some}
            return self._passes(everything, item, "other", frozenset(), named=named)
        column = "entrusted" if len(item.about) == 1 else "shared"
        return all(
            self._passes(
                kinds[person],
                item,
                column,
                self.opened(person, "share", organisations, self.deciders(person)),
                named=named,
            )
            for person in item.about
        )

    # -- what a person reads with an account of their own

    def has_access(self, person: str) -> bool:
        """A running access, and not the second parent of a minor for whom nobody called it safe."""
        if person not in self.facts.access:
            return False
        second_of = [
            child
            for child in self.facts.persons
            if self.minor(child) and person in self.parents(child)[1:]
        ]
        return all(self.facts.safe.get((child, person)) for child in second_of)

    def is_to(self, reader: str, person: str, *, alone: bool) -> set[str]:
        """What a reader is to another person."""
        found: set[str] = set()
        if self.minor(person) and not alone:
            parents = self.parents(person)
            if parents[:1] == [reader]:
                found.add("parent_able" if self.decides(person) else "parent_below")
            elif reader in parents and self.facts.safe.get((person, reader)):
                found.add("second_parent")
        for who, to, kind in self.facts.ties:
            if (who, to) != (reader, person) or (kind in PARENTAL and self.minor(person)):
                continue
            of_youth = self.age(person) < 25
            if kind == "vertrouwenspersoon" and of_youth:
                found.add("trusted_person")
            elif kind in ("pleegmoeder", "pleegvader") and of_youth:
                found.add("foster_parent")
            else:
                found.add("own_circle")
        return found

    def own(self, person: str) -> str:
        """What somebody is to themself."""
        age = self.age(person)
        if age >= 25:
            return "adult"
        if age >= 18:
            return "young_adult"
        return "child_able" if self.decides(person) else "child_below"

    def person_reads(self, reader: str, item: Told) -> bool:
        """Whether somebody reads an item in their own part."""
        if not self.has_access(reader) or item.private:
            return False
        named = reader in item.named
        own = {self.own(reader)}
        if item.about == {reader}:
            return self._passes(own, item, "self", frozenset(), named=named)
        kinds = {p: self.is_to(reader, p, alone=item.alone) for p in (item.about | item.aside)}
        if item.between and not named:
            kinds = {person: set() for person in kinds}
        others = item.about - {reader}
        if reader not in item.about and any(not kinds[person] for person in others):
            everything = {kind for some in kinds.values() for kind in some}
            return self._passes(everything, item, "other", frozenset(), named=named)
        shared = reader in item.about
        column = "shared" if shared or len(others) > 1 else "entrusted"
        return all(
            self._passes(
                kinds[person] | (own if shared else set()),
                item,
                column,
                self.opened(person, "read_along", {reader}, self.deciders(person) - {reader}),
                named=named,
            )
            for person in others
        )

    def _passes(
        self, kinds: set[str], item: Told, column: str, opened: frozenset[str], *, named: bool
    ) -> bool:
        said = {CELLS.get((kind, item.data_class, column), "no") for kind in kinds}
        if "yes" in said or (named and said & {"named", "consent"}):
            return True
        return "consent" in said and ("*" in opened or (item.domain != "" and item.domain in opened))

    # -- opening

    def everybody_agrees(self, item: Told, receiver: str) -> bool:
        """Whether an item may be opened to somebody: everybody it is about said so, or who wrote it."""
        to_a_person = receiver in self.facts.persons
        purpose = "read_along" if to_a_person else "share"
        works_for = {org for who, org in self.facts.works_for if who == receiver}
        receivers = {receiver} if to_a_person or receiver in self.facts.sector else works_for
        if not to_a_person and item.owner in receivers:
            return True
        for person in item.about - {receiver}:
            who = self.deciders(person)
            if who == {receiver}:
                continue
            if not {"*", item.domain or "*"} & self.opened(person, purpose, receivers, who - {receiver}):
                return False
        return True
