"""Real rows for every cell of the reader table: a household per reader, and notes of each kind in it.

The oracle reads the file by itself, as a list of lines: it does not call the rule it judges.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kring.foundation.accounts.models import Account, AccountKind
from kring.registry.network.models import Desk, Duty, Organisation, Worker
from kring.registry.people.models import Family, FamilyMembership, Person, Relation
from kring.support.meetings.models import Meeting
from kring.support.notes.models import ITEM_KIND, Note
from kring.trust.access.models import (
    BrokenGlass,
    Involvement,
    Item,
    ItemNamed,
    ItemSubject,
    ParentSafety,
    PersonAccess,
)
from kring.trust.access.queries import reader_for
from kring.trust.access.readers import Reader
from kring.trust.consent.models import Consent
from tests.access.cell_feeds import invited, opened
from tests.cast import LONG_AGO, MONDAY, PASSWORD, kempen, organisation, person, worker

FILE = Path(__file__).parents[2] / "src/kring/trust/access/data/reader_table.csv"
LINES = list(csv.DictReader(x for x in FILE.read_text().splitlines() if not x.startswith("#")))
CLASSES = ["open", "confidence", "court", "harm", "health", "mediation", "protected_address"]
ABOUTS = ["self", "entrusted", "shared", "other"]
KINDS = list(dict.fromkeys(line["reader"] for line in LINES))
ROLE = {"anchor": "anchor", "holder": "holder", "mediator": "mediator"}
SECTOR = {"clb": "clb", "mandated_body": "mandated", "agency": "agency", "helper_outside": "other"}
OWN_AGE = {"child_below": 8, "child_able": 14, "young_adult": 20, "adult": 40}
TIE = {
    "trusted_person": "vertrouwenspersoon",
    "foster_parent": "pleegmoeder",
    "own_circle": "grootouder",
}
AT_WORK = [kind for kind in KINDS if kind not in {*OWN_AGE, *TIE} and "parent" not in kind]


@dataclass(frozen=True)
class Cell:
    """One cell, asked with and without the reader named on the item."""

    data_class: str
    about: str
    named: bool

    @property
    def token(self) -> str:
        return f"zz{self.data_class}{self.about}{'named' if self.named else 'bare'}zz".replace("_", "")


@dataclass
class Household:
    """One reader with the people they read about, and a note for each cell."""

    kind: str
    family: Family
    children: list[Person]
    stranger: Person
    reader: Reader | None = None
    someone: Person | None = None
    account: Account | None = None
    helper: Worker | None = None
    under: Organisation | None = None
    author: Worker | None = None
    owner: Organisation | None = None
    others: list[Person] = field(default_factory=list)
    notes: dict[Cell, Note] = field(default_factory=dict)
    working: Note | None = None
    meetings: dict[Cell, Meeting] = field(default_factory=dict)
    calendar: str = ""


def cells() -> Iterator[Cell]:
    """Every class and whom it is about, with and without a name on it."""
    for data_class in CLASSES:
        for about in ABOUTS:
            for named in (False, True):
                yield Cell(data_class, about, named)


def says(kind: str, data_class: str, about: str) -> str:
    """What the file says in one cell; of several lines the test would not know which."""
    found = [line for line in LINES if (line["reader"], line["data_class"]) == (kind, data_class)]
    assert len(found) == 1
    return found[0][about]


def expected(kind: str, cell: Cell, *, agreed: bool) -> bool:
    """Whether the file lets this reader read it: by itself, named on it, or with consent."""
    answer = says(kind, cell.data_class, cell.about)
    assert answer in {"yes", "consent", "named", "no"}
    if cell.named and answer in {"consent", "named"}:
        return True
    return answer == "yes" or (agreed and answer == "consent")


def kindest(kinds: set[str], cell: Cell, *, agreed: bool) -> bool:
    """Of several things a reader is to somebody, the kindest counts; of none, nothing."""
    return any(expected(kind, cell, agreed=agreed) for kind in kinds)


def born(years: int) -> date:
    """Somebody of this age since January."""
    return date(MONDAY.year - years, 1, 15)


def build(kind: str) -> Household:
    """The household of one reader."""
    age = 8 if kind == "parent_below" else 14
    family = Family.objects.create(name=f"Huis {kind}", search_name=kind, created_at=LONG_AGO)
    children = [person(name, kind, born(age)) for name in ("An", "Bo")]
    house = Household(kind, family, children, person("Vreemd", kind, born(30)))
    joined(family, "child", *children)
    if kind in AT_WORK:
        at_work(house)
    else:
        at_home(house)
    house.author = kempen().bram
    house.owner = organisation("Dienst author" if kind == "author" else "Elders")
    for cell in cells():
        written(house, cell)
    house.working = _note(house, [children[0]], [], "open", "zzworkingzz", private=True)
    who = house.someone or house.helper
    assert who is not None
    assert house.account is not None
    house.meetings = invited(house.notes, who, house.owner, MONDAY)
    house.calendar = opened(house.account, f"kalender-{kind}")
    return house


def joined(family: Family, role: str, *people: Person) -> None:
    for one in people:
        FamilyMembership.objects.create(family=family, person=one, role=role, starts_at=LONG_AGO)


def at_home(house: Household) -> None:
    """Somebody who reads with an account of their own."""
    kind = house.kind
    someone = house.someone = person("Lezer", kind, born(OWN_AGE.get(kind, 45)))
    house.account = Account.objects.create_user(
        f"{kind}@example.org", PASSWORD, name=kind, kind=AccountKind.FAMILY, created_at=LONG_AGO
    )
    PersonAccess.objects.create(person=someone, account=house.account, starts_at=LONG_AGO)
    if kind in OWN_AGE:
        # somebody they are nothing to, and who lives elsewhere
        house.children = [person(name, kind, born(40)) for name in ("Ada", "Bea")]
    elif kind in TIE:
        for child in house.children:
            Relation.objects.create(person=someone, to=child, type=TIE[kind], starts_at=LONG_AGO)
    elif kind == "second_parent":
        first = person("Eerste", kind, born(44))
        joined(house.family, "parent", first)
        FamilyMembership.objects.create(
            family=house.family, person=someone, role="parent", starts_at=MONDAY
        )
        for child in house.children:
            called_safe(child, first, someone)
    else:
        joined(house.family, "parent", someone)
    house.reader = reader_for(house.account, MONDAY)


def called_safe(child: Person, first: Person, second: Person) -> None:
    ParentSafety.objects.create(
        child=child,
        asked=first,
        parent=second,
        asked_alone=True,
        safe=True,
        asked_by=kempen().lotte,
        starts_at=LONG_AGO,
    )


def at_work(house: Household) -> None:
    """A worker who takes part as this kind; the author stands there as who reads least."""
    kind = house.kind
    sector = "agency" if kind == "author" else SECTOR.get(kind, "bjb")
    works_for = house.under = organisation(f"Dienst {kind}", sector)
    desk = Desk.objects.create(
        name=f"Team {kind}", kind="service", organisation=works_for, region=kempen().region
    )
    helper = house.helper = worker(f"Werker {kind.replace('_', ' ')}", desk)
    Duty.objects.filter(worker=helper).delete()
    if kind == "glass":
        BrokenGlass.objects.create(
            worker=helper,
            family=house.family,
            reason="Er is nu gevaar.",
            starts_at=LONG_AGO,
            ends_at=datetime(2099, 1, 1, tzinfo=MONDAY.tzinfo),
            review_by=MONDAY,
        )
    else:
        role = ROLE.get(kind, "team")
        Involvement.objects.create(
            family=house.family, worker=helper, role=role, because="request", starts_at=LONG_AGO
        )
    house.account = helper.account
    assert house.account is not None
    house.reader = reader_for(house.account, MONDAY)


def people_of(house: Household, about: str) -> tuple[list[Person], list[Person]]:
    """Whom an item is about, and in whose part it lies beside that."""
    one, two = house.children
    own = [house.someone] if house.someone is not None else []
    if about == "self":
        return own, []
    if about == "entrusted":
        return [one], []
    if about == "shared":
        return ([*own, one] if house.kind in OWN_AGE else [one, two]), []
    return [house.stranger], [one]


def written(house: Household, cell: Cell) -> None:
    """The note of one cell; a worker is never whom an item is about."""
    about, aside = people_of(house, cell.about)
    if not about:
        return
    note = house.notes[cell] = _note(house, about, aside, cell.data_class, cell.token)
    if cell.named:
        under = house.under.pk if house.under is not None else None
        ItemNamed.objects.create(
            item=note.item, person=house.someone, worker=house.helper, under_id=under
        )


def _note(
    house: Household,
    about: list[Person],
    aside: list[Person],
    data_class: str,
    words: str,
    **more: Any,
) -> Note:
    """Written by somebody else; of the reader's own organisation only for the author."""
    item = Item.objects.create(
        kind=ITEM_KIND,
        data_class=data_class,
        told_by="family",
        owner=house.owner,
        author=house.author,
        made_at=LONG_AGO,
        **more,
    )
    rows = [ItemSubject(item=item, person=one) for one in about]
    rows += [ItemSubject(item=item, person=one, aside=True) for one in aside]
    ItemSubject.objects.bulk_create(rows)
    return Note.objects.create(item=item, words=words, written_at=LONG_AGO)


def everybody_agrees(house: Household) -> None:
    """All that the notes are about let this reader read along, or share with where they work."""
    for one in [*house.children, house.stranger]:
        given: dict[str, Any] = {"purpose": "read_along", "reader": house.someone}
        if house.reader is not None and house.helper is not None:
            works_for = next(iter(house.reader.organisation_ids))
            given = {"purpose": "share", "organisation_id": works_for}
        Consent.objects.create(person=one, outcome="yes", starts_at=LONG_AGO, **given)
