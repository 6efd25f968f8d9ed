"""The small world of the random walk: each deed is done by the product and written in the facts.

Two families and a girl who asks alone; five workers of four organisations on two desks. Everything
is done through the actions of the rooms; what has no action yet is written as a row.
"""

from collections.abc import Iterable
from copy import copy, deepcopy
from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID, uuid4

from kring.foundation.accounts.models import Account
from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import SYSTEM
from kring.registry.network.models import Desk, Organisation, RoleType, Worker
from kring.registry.people.actions import add_member, relate
from kring.registry.people.models import Family, Person
from kring.trust.access.actions import involve
from kring.trust.access.items import class_item, hand_over
from kring.trust.access.models import Item, PersonAccess
from tests.access.walk.facts import Facts, Part, Told
from tests.cast import desk, open_journal, organisation, partnership, person, worker

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
BORN = {
    "An": date(1988, 3, 14),
    "Piet": date(1986, 7, 2),
    "Mila": date(2014, 11, 6),
    "Jef": date(2008, 11, 12),
    "Sam": date(2001, 11, 4),
    "Lin": date(2011, 6, 1),
    "Leen": date(1980, 1, 9),
    "Rita": date(1974, 2, 3),
}
SECTORS = {"CAW": "caw", "CLB": "clb", "OCMW": "local", "OCJ": "mandated"}
DESKS = {"Onthaal": "CAW", "Balie": "CLB"}
AT_WORK = {
    "Kim": ("CAW", "Onthaal"),
    "Nora": ("CAW", "Onthaal"),
    "Bo": ("CLB", "Balie"),
    "Wim": ("OCMW", ""),
    "Mia": ("OCJ", ""),
}
MODELS: dict[str, type[Any]] = {
    **dict.fromkeys(BORN, Person),
    **dict.fromkeys(("Bos", "Claes"), Family),
    **dict.fromkeys(AT_WORK, Worker),
    **dict.fromkeys(SECTORS, Organisation),
    **dict.fromkeys(DESKS, Desk),
}


class World:
    """The rows by name, and the facts beside them."""

    first: ClassVar["World | None"] = None

    @classmethod
    def begins(cls) -> None:
        """Write the rows down once; every walk starts from them and is rolled back."""
        cls.first = cls()

    @classmethod
    def again(cls) -> "World":
        """The world as it began, with facts of its own."""
        assert cls.first is not None
        fresh = copy(cls.first)
        fresh.facts, fresh.because = deepcopy(cls.first.facts), dict(cls.first.because)
        return fresh

    def __init__(self) -> None:
        self.facts = Facts(at=START)
        self.pk: dict[str, int] = {}
        self.because: dict[int, UUID] = {}
        open_journal()
        self._people()
        self._network()
        self._what_is_so()

    def get(self, name: str) -> Any:
        """The row of this name, read afresh."""
        return MODELS[name].objects.get(pk=self.pk[name])

    def names(self, model: type[Any]) -> dict[int, str]:
        """Names by inner number, of one kind."""
        return {self.pk[name]: name for name, kind in MODELS.items() if kind is model}

    @property
    def by_now(self) -> dict[str, Any]:
        """Who acts, and the moment."""
        return {"by": SYSTEM, "at": self.facts.at}

    def _people(self) -> None:
        self.account: dict[str, Account] = {}
        for name, born in BORN.items():
            self.pk[name] = person(name, "Bos", born).pk
            self.facts.born[name] = born
            self.account[name] = Account.objects.create_user(
                f"{name.lower()}@example.org", "", kind="family", name=name, created_at=START
            )
        for name in ("Bos", "Claes"):
            self.pk[name] = Family.objects.create(name=name, search_name=name, created_at=START).pk
        for who in ("An", "Mila", "Jef", "Sam", "Leen", "Lin", "Rita", "Piet"):
            self.opens_account(who)

    def _network(self) -> None:
        lead = organisation("CAW", "caw")
        region = partnership("Kempen", "1g1p", lead)
        self.facts.sector, self.facts.desks = dict(SECTORS), dict(DESKS)
        for name, sector in SECTORS.items():
            self.pk[name] = organisation(name, sector).pk
        for name, org in DESKS.items():
            self.pk[name] = desk(name, "service", self.get(org), region).pk
        home = desk("Elders", "service", organisation("Elders"), region)
        kinds = {"intake": ["region.intake"], "coach": []}
        for code, grants in kinds.items():
            RoleType.objects.update_or_create(
                code=code, defaults={"name": {"nl": code}, "grants": grants}
            )
        for name, (org, on) in AT_WORK.items():
            leads = "intake" if name == "Mia" else ""
            found = worker(name, self.get(on) if on else home, leads or "coach")
            if not on:
                found.duties.all().delete()
                found.roles.update(organisation=self.get(org))
            else:
                self.facts.duties.add((name, on))
            self.pk[name] = found.pk
            self.account[name] = found.account
            self.facts.works_for[name, org] = leads
            self.facts.worked_for.add((name, org))

    def _what_is_so(self) -> None:
        long_ago = START - timedelta(days=300)
        for number, (family, who, role) in enumerate(MEMBERS):
            self.joins(family, who, role, long_ago + timedelta(days=number))
        for who, to, kind in TIES:
            self.is_tied(who, to, kind)
        for who, about, role in PARTS:
            self.takes_part(who, about, role)
        for told in ITEMS:
            self.writes(Told(**told))

    # -- deeds, each done and written down

    def opens_account(self, who: str) -> None:
        PersonAccess.objects.create(
            person=self.get(who), account=self.account[who], starts_at=self.facts.at
        )
        self.facts.access.add(who)

    def joins(self, family: str, who: str, role: str, since: datetime | None = None) -> None:
        begins = since or self.facts.at
        held = self.facts.members.get((family, who))
        add_member(
            family=self.get(family), person=self.get(who), role=role, starts_at=begins, **self.by_now
        )
        if held is None or held[0] != role:
            self.facts.members[family, who] = (role, begins)

    def is_tied(self, who: str, to: str, kind: str, *, authority: bool | None = None) -> None:
        relate(
            person=self.get(who),
            to=self.get(to),
            type=kind,
            authority=authority,
            **self.by_now,
        )
        self.facts.ties.setdefault((who, to, kind), authority)

    def takes_part(self, who: str, about: str, role: str) -> int:
        key = uuid4()
        row = involve(
            at=self.facts.at,
            about=self.get(about),
            who=self.get(who),
            role=role,
            because="request",
            because_key=key,
        )
        self.because[row.pk] = key
        places = [org for one, org in self.facts.works_for if one == who]
        self.facts.parts[row.pk] = Part(who, about, role, frozenset(places))
        by = [""] if who in self.facts.desks else places
        self.facts.took_part |= {(who, about, organisation) for organisation in by}
        return row.pk

    def writes(self, told: Told) -> int:
        found = class_item(
            kind="note",
            about=self._all(told.about),
            aside=self._all(told.aside),
            data_class=DataClass(told.data_class),
            told_by="self",
            domain=told.domain,
            owner=self.get(told.owner) if told.owner else None,
            author=self.get(told.author) if told.author else None,
            private=told.private,
            alone=told.alone,
            between=told.between,
            at=self.facts.at,
        )
        self.facts.items[found.pk] = told
        named, told.named = sorted(told.named), {}
        for name in named:
            self.names_on(found.pk, name)
        return found.pk

    def names_on(self, item: int, receiver: str) -> None:
        hand_over(Item.objects.get(pk=item), self.get(receiver))
        self.is_named(item, receiver)

    def is_named(self, item: int, receiver: str) -> None:
        """Write down that somebody is named: a worker for whose file it is, else where longest."""
        told = self.facts.items[item]
        places = [org for one, org in self.facts.works_for if one == receiver]
        under = told.owner if told.owner in places else next(iter(places), "")
        told.named[receiver] = under

    def _all(self, names: Iterable[str]) -> list[Person]:
        return [self.get(name) for name in sorted(names)]


MEMBERS = [
    ("Bos", "An", "parent"),
    ("Bos", "Mila", "child"),
    ("Bos", "Jef", "child"),
    ("Bos", "Sam", "young_adult"),
    ("Claes", "Rita", "parent"),
]
TIES = [
    ("An", "Mila", "moeder"),
    ("Piet", "Mila", "vader"),
    ("Leen", "Mila", "vertrouwenspersoon"),
    ("An", "Sam", "moeder"),
    ("Rita", "Jef", "pleegmoeder"),
]
PARTS = [
    ("Kim", "Bos", "anchor"),
    ("Balie", "Bos", "holder"),
    ("Wim", "Bos", "team"),
    ("Nora", "Lin", "holder"),
]


def _of(*about: str, **more: Any) -> dict[str, Any]:
    return {"data_class": "open", "about": frozenset(about), **more}


ITEMS = [
    _of("Mila", domain="school"),
    _of("Mila", owner="CAW", author="Kim", data_class="health"),
    _of("Jef", owner="CLB", author="Bo", domain="school"),
    _of("An", "Mila", domain="home"),
    _of("An", "Sam"),
    _of("Mila", data_class="harm", owner="CAW", author="Kim", named={"Bo": ""}),
    _of("Lin", alone=True, domain="safety"),
    _of("Mila", between=True, owner="CAW", named={"Mila": "", "Wim": ""}),
    _of("An", data_class="confidence", author="Kim", aside=frozenset({"Mila"})),
    _of("Mila", private=True, owner="CAW", author="Kim"),
]
