"""The plan as it stood, read again by today's rule; what a part keeps says ``snapshot``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.plans.models import Plan, Revision, RevisionPart
from kring.support.plans.queries.snapshot import Content, contents_of
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Item
from kring.trust.access.readers import Reader

ABOUT_US = frozenset({"goal", "action"})


@dataclass(frozen=True, slots=True)
class FrozenAction:
    """An action as it stood. ``doer`` is a name, or empty where nobody of that key is left.

    ``helps``: the doer is a helper or an organisation, not somebody of the own people.
    """

    key: UUID
    words: str
    language: str
    doer: str
    helps: bool
    due_on: date | None
    state: str


@dataclass(frozen=True, slots=True)
class FrozenScore:
    """How a goal went for one person: the score at the start, and the last one then."""

    who: UUID
    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class FrozenGoal:
    """A goal as it stood, with how it went for each person and what each said of it (by name)."""

    key: UUID
    words: str
    language: str
    state: str
    outcome: str
    outcome_words: str
    aim: int | None
    level: int | None
    scores: tuple[FrozenScore, ...]
    said: tuple[tuple[str, str], ...]
    actions: list[FrozenAction] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FrozenChildLine:
    """What a child said as it stood then."""

    key: UUID
    child: str
    words: str
    language: str
    spoken_alone_on: date | None
    not_spoken_because: str
    what_makes_safe: str


@dataclass(frozen=True, slots=True)
class FrozenRemark:
    """A strength or a worry as it stood then."""

    key: UUID
    kind: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class FrozenTie:
    """Somebody of the circle as they stood then, with the codes of a tie."""

    key: UUID
    name: str
    bond: str
    ring: str
    strength: str
    nature: str


@dataclass(slots=True)
class FrozenPage:
    """What one reader sees of a plan as it stood. ``given``: actions whose goal they may not see.

    ``about``: the names of those whose goals and actions these are.
    """

    goals: list[FrozenGoal] = field(default_factory=list)
    given: list[FrozenAction] = field(default_factory=list)
    remarks: list[FrozenRemark] = field(default_factory=list)
    child_lines: list[FrozenChildLine] = field(default_factory=list)
    ties: list[FrozenTie] = field(default_factory=list)
    about: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Names:
    """Names by key, of people and of helpers (workers and organisations)."""

    people: dict[str, str]
    helpers: dict[str, str]

    def of(self, key: str) -> str:
        """The name; empty where nobody of that key is left."""
        return self.people.get(key) or self.helpers.get(key, "")


def revisions_of(plan: Plan) -> QuerySet[Revision]:
    """The times a plan was frozen, the newest first; what stands in them is sifted part by part."""
    return Revision.objects.filter(plan=plan).select_related("frozen_by").order_by("-number")


def revision_page(
    reader: Reader, revision: Revision, at: datetime, *, along: Reader | None = None
) -> FrozenPage:
    """What this reader may see today of a plan as it stood then; its subjects noted as read.

    ``along``: only what this other reader may see too. A fixed number of reads, whatever its size.
    """
    rows = RevisionPart.objects.filter(revision=revision).order_by("position", "pk")
    parts = list(rows.values_list("item_id", "content"))
    items = Item.objects.filter(pk__in=[item for item, _content in parts])
    readable = sifted(reader, items, at)
    if along is not None:
        readable = sifted(along, Item.objects.filter(pk__in=list(readable)), at)
    saw_items(readable.values())
    return _page(parts, readable)


def plan_as_it_stands(reader: Reader, plan: Plan, at: datetime) -> FrozenPage:
    """What this reader sees of a plan now, in the shape of a frozen one: to compare the two."""
    parts = contents_of(plan)
    readable = sifted(reader, Item.objects.filter(pk__in=[item for item, _content in parts]), at)
    saw_items(readable.values())
    return _page(parts, readable)


def _page(parts: Iterable[tuple[int, Content]], readable: Mapping[int, Item]) -> FrozenPage:
    shown = [(readable[item], content) for item, content in parts if item in readable]
    names = _names(content for _item, content in shown)
    page = FrozenPage(about=_about(shown))
    goals: dict[str, FrozenGoal] = {}
    for _item, content in shown:
        if content["kind"] == "goal":
            goals[content["key"]] = _goal(content, names)
        elif content["kind"] == "action":
            goal = goals.get(content["goal"])
            (page.given if goal is None else goal.actions).append(_action(content, names))
        elif content["kind"] == "remark":
            page.remarks.append(_remark(content))
        elif content["kind"] == "tie":
            page.ties.append(_tie(content))
        else:
            page.child_lines.append(_child_line(content, names))
    page.goals = list(goals.values())
    return page


def _about(shown: Iterable[tuple[Item, Content]]) -> list[str]:
    rows = (row for item, content in shown if content["kind"] in ABOUT_US for row in item.subjects.all())
    return list(dict.fromkeys(row.person.name for row in rows if not row.aside and row.person.name))


def _goal(content: Content, names: Names) -> FrozenGoal:
    return FrozenGoal(
        key=UUID(content["key"]),
        words=content["words"],
        language=content["language"],
        state=content["state"],
        outcome=content["outcome"],
        outcome_words=content["outcome_words"],
        aim=content["aim"],
        level=content["level"],
        scores=tuple(
            FrozenScore(UUID(who), names.people[who], first, last)
            for who, (first, last) in content["scores"].items()
            if who in names.people
        ),
        said=tuple(
            (names.people[who], said) for who, said in content["said"].items() if who in names.people
        ),
    )


def _action(content: Content, names: Names) -> FrozenAction:
    return FrozenAction(
        key=UUID(content["key"]),
        words=content["words"],
        language=content["language"],
        doer=content["doer_words"] or names.of(content["doer"]),
        helps=content["doer"] in names.helpers,
        due_on=_day(content["due_on"]),
        state=content["state"],
    )


def _remark(content: Content) -> FrozenRemark:
    return FrozenRemark(UUID(content["key"]), content["which"], content["words"], content["language"])


def _tie(content: Content) -> FrozenTie:
    told = {name: content[name] for name in ("name", "bond", "ring", "strength", "nature")}
    return FrozenTie(key=UUID(content["key"]), **told)


def _child_line(content: Content, names: Names) -> FrozenChildLine:
    return FrozenChildLine(
        key=UUID(content["key"]),
        child=names.of(content["child"]),
        words=content["words"],
        language=content["language"],
        spoken_alone_on=_day(content["spoken_alone_on"]),
        not_spoken_because=content["not_spoken_because"],
        what_makes_safe=content["what_makes_safe"],
    )


def _day(told: str) -> date | None:
    return date.fromisoformat(told) if told else None


def _names(contents: Iterable[Content]) -> Names:
    """The names of everybody in these parts; three reads."""
    keys: set[str] = set()
    for content in contents:
        keys |= {*content.get("scores", ()), *content.get("said", ())}
        keys |= {content.get("doer", ""), content.get("child", "")}
    keys.discard("")
    found = [
        {str(row.key): row.name for row in model._default_manager.filter(key__in=keys).order_by("pk")}
        for model in (Person, Worker, Organisation)
    ]
    return Names(people=found[0], helpers=found[1] | found[2])
