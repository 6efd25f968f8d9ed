"""Whether somebody is known here shows at no door: not in status, length or time.

Signing in, asking for a new password, an invitation, asking to help along, and the "already known?"
check about a protected family or a minor who asks alone are answered alike for who is known and who is
not. Of an ordinary family the check says that it is known, and nothing more. Times are processor times
of this process, or the wall clock where an answer waits for a fixed moment, measured in turns: with
``KRING_FULL=1`` 300 of each, else 60. Chance alone makes one round in a hundred differ, so that a
round that differs is measured again, at most twice.
"""

import os
import random
import re
import statistics
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from itertools import count

import pytest
import time_machine
from django.http import HttpResponse
from django.urls import reverse
from pytest_django import Settings

from kring.foundation.accounts.models import Invitation
from kring.foundation.journal.actor import VISITOR
from kring.foundation.keys.sealing import hash_code
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.requests.actions import Question
from kring.support.requests.actions import ask as ask_question
from tests.access.asking import browser, session_of, undone
from tests.access.ranks import likely_one_source
from tests.access.world import NOW, World
from tests.cast import LONG_AGO, MONDAY, person

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.above_the_database]
SAMPLES = 300 if os.environ.get("KRING_FULL") == "1" else 60
ROUNDS, WIDEST, LEAST = 3, 0.05, 0.01
WARM = 5
EVEN_ANSWER_SECONDS = 0.15
"""Shorter than the product's own, and longer than the work it hides."""
TAG = re.compile(r"<[^>]*>")
SAID = (
    "Vraag het aan de vaste begeleider, of aan de persoon zelf. Bewaar de vraag gewoon: je collega's "
    "voegen samen."
)
USED, NEVER = "BCDF-GHJK-LMNP", "PNML-KJHG-FDCB"

type Ask = Callable[..., HttpResponse]
"""Asks once about somebody who is known, or about nobody."""


def signing_in(world: World, *, known: bool) -> HttpResponse:
    login = world.network.nele.email if known else "nele.wauters@example.org"
    given = {"login": login, "password": "gok-gok-gok-gok"}
    return browser(None).post(reverse("account_login"), given)


def a_new_password(world: World, *, known: bool) -> HttpResponse:
    email = world.network.nele.email if known else "nele.wauters@example.org"
    return browser(None).post(reverse("account_reset_password"), {"email": email})


def an_invitation(_world: World, *, known: bool) -> HttpResponse:
    token = USED if known else NEVER
    return browser(None).get(reverse("use_invitation", kwargs={"token": token}))


def a_code_of_an_invitation(_world: World, *, known: bool) -> HttpResponse:
    return browser(None).post(reverse("mine:begin"), {"code": USED if known else NEVER})


def helping_along(world: World, *, known: bool) -> HttpResponse:
    """Asked about a child with a protected address, and about nobody."""
    given = {
        "given_name": "Noor" if known else "Noer",
        "family_name": "Peeters",
        "birth_date": "2020-09-21" if known else "2020-09-12",
        "reason": "Ik begeleid haar op school en wil afspreken.",
    }
    return browser(_session(world)).post(reverse("guard:joins"), given)


def _checked(world: World, given_name: str, family_name: str, birth_date: str) -> HttpResponse:
    who = {"given_name": given_name, "family_name": family_name, "birth_date": birth_date}
    given = who | {"reason": "Ze staat hier aan de balie."}
    return browser(_session(world)).post(reverse("desk:known"), given)


def checking_a_protected_family(world: World, *, known: bool) -> HttpResponse:
    given_name, birth_date = ("Sofia", "1988-03-14") if known else ("Selma", "1979-12-25")
    return _checked(world, given_name, "El Amrani", birth_date)


def checking_who_asks_alone(world: World, *, known: bool) -> HttpResponse:
    given_name, birth_date = ("Lotje", "2011-04-02") if known else ("Fatma", "2010-12-25")
    return _checked(world, given_name, "Aerts", birth_date)


ASKS = [
    signing_in,
    a_new_password,
    an_invitation,
    a_code_of_an_invitation,
    helping_along,
    checking_a_protected_family,
    checking_who_asks_alone,
]
EVEN = {a_new_password, helping_along}
"""Answered no sooner than a fixed moment; their time is that of the clock on the wall."""
_sessions: dict[int, str] = {}


def _session(world: World) -> str:
    return _sessions[id(world)]


@pytest.fixture
def world(built: World, db: None, settings: Settings) -> Iterator[World]:
    settings.EVEN_ANSWER_SECONDS = EVEN_ANSWER_SECONDS
    with time_machine.travel(NOW, tick=False):
        made = deepcopy(built)
        Person.objects.filter(pk=made.home.noor.pk).update(protected_address=True)
        Invitation.objects.create(
            account=made.accounts["first_parent"],
            token_hash=hash_code(USED),
            made_at=MONDAY,
            expires_at=MONDAY + timedelta(days=7),
            used_at=MONDAY,
        )
        _asks_alone(made)
        _sessions.clear()
        _sessions[id(made)] = str(session_of(made.accounts["outsider"]))
        yield made


def _asks_alone(world: World) -> None:
    """Lotje of fifteen, here for a question of her own; the neighbours Maes are a family like others."""
    lotje = person("Lotje", "Aerts", date(2011, 4, 2))
    question = Question(
        door="web", asker_kind="young_person", words="Ik wil met iemand praten.", asker=lotje
    )
    ask_question(question=question, desk=world.network.counter, by=VISITOR, at=MONDAY)
    neighbours = Family.objects.create(name="Maes", search_name="maes", created_at=LONG_AGO)
    FamilyMembership.objects.create(
        family=neighbours,
        person=person("Tuur", "Maes", date(1984, 5, 6)),
        role="parent",
        starts_at=LONG_AGO,
    )


def told(answer: HttpResponse) -> tuple[int, int, str]:
    """What somebody outside sees of an answer, beside its time."""
    return answer.status_code, len(answer.content), answer.get("Location", "")


@pytest.mark.parametrize("ask", ASKS)
def test_the_answer_looks_the_same(world: World, ask: Ask) -> None:
    answers = []
    for known in (True, False):
        with undone():
            answers.append(told(ask(world, known=known)))
    assert answers[0] == answers[1]


def test_of_an_ordinary_family_the_check_says_only_that_it_is_known(world: World) -> None:
    """The words of the answer apart, the page is that of somebody unknown."""
    with undone():
        known = _checked(world, "Tuur", "Maes", "1984-05-06")
    with undone():
        nobody = _checked(world, "Bart", "Maes", "1979-12-25")
    assert known.status_code == nobody.status_code == 200
    words = [set(TAG.split(answer.text)) - {"Tuur", "Bart"} for answer in (known, nobody)]
    more = {line.strip() for line in words[0] - words[1]} - {""}
    assert more == {"Al gekend", SAID}


def spent(ask: Ask, world: World, *, known: bool) -> float:
    clock = time.perf_counter if ask in EVEN else time.process_time
    with undone():
        began = clock()
        ask(world, known=known)
        return clock() - began


def measured(ask: Ask, world: World) -> tuple[float, float]:
    """How far the medians lie apart, and how likely both times have one source."""
    times: dict[bool, list[float]] = {True: [], False: []}
    samples = SAMPLES // 3 if ask in EVEN else SAMPLES
    for number in range(-WARM, samples):
        for known in random.sample([True, False], 2):
            taken = spent(ask, world, known=known)
            if number >= 0:
                times[known].append(taken)
    known, nobody = (statistics.median(times[one]) for one in (True, False))
    return abs(known - nobody) / nobody, likely_one_source(times[True], times[False])


@pytest.mark.parametrize("ask", ASKS)
def test_the_answer_takes_as_long(world: World, ask: Ask) -> None:
    rounds = []
    for _round in range(ROUNDS):
        apart, likely = measured(ask, world)
        rounds.append(f"medians {apart:.1%} apart, p = {likely:.3f}")
        if apart <= WIDEST and likely > LEAST:
            return
    pytest.fail("; ".join(rounds))


def test_another_source_is_found() -> None:
    numbers = count()
    near = [next(numbers) % 60 for _ in range(60)]
    assert likely_one_source(near, [*near]) == 1.0
    assert likely_one_source(near, [value + 30 for value in near]) < LEAST
