"""Who is of a worker's own circle is kept out of every read of that worker, however involved."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani, person

from kring.foundation.journal.actor import VISITOR
from kring.registry.people.queries import Identifiers
from kring.support.requests.actions import Question, ask, take
from kring.support.requests.models import Request
from kring.support.requests.queries import (
    is_of_own_circle,
    question_for,
    questions_of,
    requests_visible_to,
)
from kring.support.requests.rules import NotAllowed
from kring.trust.access.actions import check_known, declare_own, find_own, take_back_own
from kring.trust.access.circle import declared_by
from kring.trust.access.finding import families_named
from kring.trust.access.queries import (
    families_by_id,
    families_visible_to,
    family_for,
    person_for,
    persons_by_id,
    persons_visible_to,
)
from kring.trust.access.tests.a_glass import SOFIA, reading

pytestmark = pytest.mark.django_db
NOOR = Identifiers("Noor", "Peeters", date(2020, 9, 21))


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def asked(network: Network, home: PeetersElAmrani) -> Request:
    question = Question(
        door="counter", asker_kind="family", words="Druk.", family=home.family, asker=home.sofia
    )
    return ask(question=question, desk=network.counter, by=VISITOR, at=MONDAY)


def reads(network: Network, home: PeetersElAmrani) -> set[bool]:
    """What every read says of Nele and the family whose question lies on her desk."""
    nele = reading(network.nele)
    return {
        families_visible_to(nele, MONDAY).exists(),
        family_for(nele, home.family.key, MONDAY) is not None,
        bool(families_by_id(nele, [home.family.pk], MONDAY)),
        person_for(nele, home.younes.key, MONDAY) is not None,
        bool(persons_by_id(nele, [home.sofia.pk], MONDAY)),
        persons_visible_to(nele, MONDAY).exists(),
        bool(families_named(nele, "peeters", MONDAY)),
        requests_visible_to(nele).exists(),
        bool(questions_of(nele, home.family)),
        question_for(nele, Request.objects.get().key) is not None,
    }


@pytest.mark.parametrize("own", [SOFIA, NOOR])
def test_one_of_the_family_closes_all_of_it(
    network: Network, home: PeetersElAmrani, own: Identifiers
) -> None:
    asked(network, home)
    assert reads(network, home) == {True}
    declare_own(worker=network.nele, who=own, by=acting(network.nele), at=MONDAY)
    assert reads(network, home) == {False}
    assert is_of_own_circle(reading(network.nele), Request.objects.get().key)
    take_back_own(own=declared_by(network.nele)[0], by=acting(network.nele), at=MONDAY)
    assert reads(network, home) == {True}


def test_a_colleague_sees_it_as_before(network: Network, home: PeetersElAmrani) -> None:
    asked(network, home)
    declare_own(worker=network.nele, who=SOFIA, by=acting(network.nele), at=MONDAY)
    assert family_for(reading(network.lotte), home.family.key, MONDAY) is None
    declare_own(worker=network.lotte, who=NOOR, by=acting(network.lotte), at=MONDAY)
    take_back_own(own=declared_by(network.nele)[0], by=acting(network.nele), at=MONDAY)
    assert reads(network, home) == {True}


def test_such_a_question_is_not_taken(network: Network, home: PeetersElAmrani) -> None:
    question = asked(network, home)
    declare_own(worker=network.nele, who=NOOR, by=acting(network.nele), at=MONDAY)
    with pytest.raises(NotAllowed, match="eigen kring"):
        take(request=question, worker=network.nele, by=acting(network.nele), at=MONDAY)
    question.refresh_from_db()
    assert question.worker is None


def test_the_check_says_no_of_the_own_circle(network: Network, home: PeetersElAmrani) -> None:
    declare_own(worker=network.nele, who=NOOR, by=acting(network.nele), at=MONDAY)
    for worker, answer in ((network.nele, False), (network.lotte, True)):
        found = check_known(
            who=SOFIA, worker=worker, reason="Aan de balie.", by=acting(worker), at=MONDAY
        )
        assert found is answer


def test_who_is_not_here_yet_is_kept_out_as_soon_as_they_come(network: Network) -> None:
    els = Identifiers("Els", "Wouters", date(1990, 1, 1))
    declare_own(worker=network.nele, who=els, by=acting(network.nele), at=MONDAY)
    assert [own.name for own in declared_by(network.nele)] == ["Els Wouters"]
    assert find_own(at=MONDAY) == 0
    came = person("Els", "Wouters", date(1990, 1, 1))
    question = Question(door="counter", asker_kind="family", words="Hulp.", asker=came)
    ask(question=question, desk=network.counter, by=VISITOR, at=MONDAY)
    assert person_for(reading(network.nele), came.key, MONDAY) is not None
    assert find_own(at=MONDAY + timedelta(minutes=1)) == 1
    assert person_for(reading(network.nele), came.key, MONDAY) is None


def test_the_list_tells_nothing_about_who_is_known(network: Network, home: PeetersElAmrani) -> None:
    nobody = Identifiers("Els", "Maes", date(1990, 1, 1))
    for who in (SOFIA, nobody):
        declare_own(worker=network.nele, who=who, by=acting(network.nele), at=MONDAY)
    assert [own.name for own in declared_by(network.nele)] == ["Sofia El Amrani", "Els Maes"]
    with pytest.raises(ValidationError):
        declare_own(
            worker=network.nele,
            who=Identifiers("Sofia", "El Amrani"),
            by=acting(network.nele),
            at=MONDAY,
        )
