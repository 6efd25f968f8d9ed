"""Invented families and what they ask, drawn from a seed; made through the actions."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from kring.foundation.deadlines.calendar import local_day, start_of_day
from kring.foundation.journal.actor import VISITOR, Actor
from kring.registry.network.models import Desk
from kring.registry.people import actions as people
from kring.registry.people.models import Family, Person
from kring.registry.places.models import Municipality
from kring.support.requests import actions
from kring.support.requests.models import AskerKind, Door, HomeSafe
from kring.support.requests.topics import AgeBand
from kring.tools.demo.plans import plan_story
from kring.tools.demo.reading import names, rows
from kring.tools.demo.stories import Cast, actor_of, question_story
from kring.tools.demo.unrolling import Story

MONTHS_BACK = 18
FIRST_SHARE, LATEST_SHARE = 0.4, 1.6
NAMELESS = 0.12
AGAIN = 0.28
YEAR = 365
DOORS = ((Door.WEB, 34), (Door.COUNTER, 28), (Door.PHONE, 22), (Door.REFERRAL, 16))
MONTH_WEIGHTS = (9, 8, 10, 9, 9, 8, 5, 5, 10, 11, 9, 7)


@dataclass(frozen=True)
class Home:
    """Where a family lives, which desk its questions lie on, and who plays along."""

    municipality: Municipality
    desk: Desk
    cast: Cast


def moments(count: int, now: datetime, chance: Random) -> list[datetime]:
    """``count`` moments of asking in the last 18 months, more in autumn than in summer.

    The network grows meanwhile: the last month weighs four times the first.
    """
    back = range(MONTHS_BACK * 30)
    days = [now - timedelta(days=ago) for ago in back]
    grown = [LATEST_SHARE - (LATEST_SHARE - FIRST_SHARE) * ago / len(back) for ago in back]
    weights = [MONTH_WEIGHTS[day.month - 1] * share for day, share in zip(days, grown, strict=True)]
    chosen = chance.choices(days, weights, k=count)
    return sorted(min(now, _daytime(day, chance)) for day in chosen)


def _daytime(day: datetime, chance: Random) -> datetime:
    return start_of_day(local_day(day)) + timedelta(hours=8, minutes=chance.randrange(12 * 60))


def family_story(home: Home, asked_at: datetime, now: datetime, chance: Random) -> Story:
    """A family asks; what follows is the story of the question; sometimes it asks again."""
    yield asked_at
    door = chance.choices([d for d, _ in DOORS], [w for _, w in DOORS])[0]
    by = VISITOR if door == Door.WEB else _somebody(home, chance)
    row = chance.choice(rows("questions"))
    nameless = chance.random() < NAMELESS
    family, parent, ages = None, None, [chance.randrange(17)]
    if not nameless:
        family, parent, ages = _register(home, by, asked_at, row["language"], chance)
    again = asked_at
    while True:
        yield from _question(home, again, row, door, by, (family, parent, ages), chance)
        again += timedelta(days=40 + chance.randrange(200))
        if family is None or again > now or chance.random() > AGAIN:
            return
        others = [one for one in rows("questions_again") if one["language"] == row["language"]]
        row = others[again.toordinal() % len(others)]
        yield again


def _question(
    home: Home,
    at: datetime,
    row: dict[str, str],
    door: Door,
    by: Actor,
    who: tuple[Family | None, Person | None, list[int]],
    chance: Random,
) -> Story:
    family, parent, ages = who
    unsafe = row["topic"] == "safety"
    young = "Ik ben 1" in row["words"]
    request = actions.ask(
        question=actions.Question(
            door=door,
            asker_kind=AskerKind.YOUNG_PERSON if young else AskerKind.FAMILY,
            words=row["words"],
            words_language=row["language"],
            topic=row["topic"],
            age_bands=sorted({band(age) for age in ages}),
            home_safe=HomeSafe.NO if unsafe else chance.choice([HomeSafe.NOT_ASKED, HomeSafe.YES]),
            municipality=home.municipality,
            # Who is young asks alone: neither the parent nor the family stands there.
            asker=None if young else parent,
            family=None if young else family,
        ),
        desk=home.desk,
        by=by,
        at=at,
    )
    yield from question_story(request, home.cast, chance)
    yield plan_story(request, Random(chance.random()))  # noqa: S311 - invented people, not secrets


def _register(
    home: Home, by: Actor, at: datetime, language: str, chance: Random
) -> tuple[Family, Person, list[int]]:
    last = chance.choice(names("family"))
    mother = chance.random() < 0.8
    parent = people.register_person(
        by=by,
        at=at,
        given_name=chance.choice(names("woman" if mother else "man")),
        family_name=last,
        birth_date=_birthday(at, 22 + chance.randrange(24), chance),
        preferred_language=language,
        interpreter_needed=language == "nl" and chance.random() < 0.04,
        municipality=home.municipality,
    )
    family = people.register_family(by=by, at=at, name=_family_name(last, chance))
    people.add_member(by=by, at=at, family=family, person=parent, role="parent")
    people.add_channel(
        by=by, at=at, person=parent, kind="phone", value=_phone(chance), safe=True, preferred=True
    )
    ages = [chance.randrange(18) for _ in range(chance.choice([1, 1, 2, 2, 3, 4]))]
    for age in ages:
        child = people.register_person(
            by=by,
            at=at,
            given_name=chance.choice(names("child")),
            family_name=last,
            birth_date=_birthday(at, age, chance),
            municipality=home.municipality,
        )
        people.add_member(by=by, at=at, family=family, person=child, role="child")
        people.relate(
            by=by, at=at, person=parent, to=child, type="moeder" if mother else "vader", authority=True
        )
    return family, parent, ages


def _family_name(last: str, chance: Random) -> str:
    other = chance.choice(names("family"))
    return f"{last} – {other}" if chance.random() < 0.3 and other != last else last


def _birthday(at: datetime, age: int, chance: Random) -> date:
    return local_day(at) - timedelta(days=age * YEAR + 1 + chance.randrange(YEAR))


def _phone(chance: Random) -> str:
    """A mobile number of the range that is kept free: +32 470 00 .. .."""
    return f"+3247000{chance.randrange(10_000):04d}"


def _somebody(home: Home, chance: Random) -> Actor:
    workers = home.cast.workers.get(home.desk.pk)
    return actor_of(chance.choice(workers), home.desk) if workers else VISITOR


def band(age: int) -> str:
    """The age band of an age in years."""
    limits = ((3, AgeBand.BABY), (6, AgeBand.TODDLER), (12, AgeBand.CHILD), (18, AgeBand.TEENAGER))
    return next((str(found) for limit, found in limits if age < limit), str(AgeBand.YOUNG_ADULT))
