"""An answer counts for the one it was given for, for its purpose, while it runs, by who decides."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, Network, kempen, person

from kring.registry.people.models import Person
from kring.trust.access.tests.households import born, family_of
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import (
    agreed_by,
    agreed_themself,
    agreed_to_court,
    answers_about,
    deciders_among,
)

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def girl() -> Person:
    return person("Mila", "Bos", born(14))


def says(who: Person, outcome: str = "yes", purpose: str = "share", **more: object) -> Consent:
    given: dict[str, object] = {"domains": [], "starts_at": LONG_AGO} | more
    return Consent.objects.create(person=who, purpose=purpose, outcome=outcome, **given)


def test_for_the_organisation_it_was_given_for(network: Network, girl: Person) -> None:
    says(girl, organisation=network.outside.organisation, domains=["school"])
    deciders, caw = deciders_among([girl], MONDAY), network.outside.organisation_id
    other = network.team.organisation_id
    assert agreed_by(deciders, MONDAY, organisations=[caw]) == {girl.pk: {"school"}}
    assert agreed_by(deciders, MONDAY, organisations=iter([other, caw])) == {girl.pk: {"school"}}
    assert agreed_by(deciders, MONDAY, organisations=[other]) == {}
    assert agreed_by(deciders, MONDAY) == {}
    assert agreed_by(deciders, MONDAY, organisations=[caw], reader=girl.pk) == {}


def test_for_the_person_who_reads_along(girl: Person) -> None:
    mother, aunt = person("An", "Bos", born(38)), person("Leen", "Bos", born(40))
    says(girl, purpose="read_along", reader=mother)
    deciders = deciders_among([girl], MONDAY)
    assert agreed_by(deciders, MONDAY, reader=mother.pk) == {girl.pk: {"*"}}
    assert agreed_by(deciders, MONDAY, reader=aunt.pk) == {}
    assert agreed_by({}, MONDAY, reader=mother.pk) == {}


def test_while_it_runs(network: Network, girl: Person) -> None:
    caw = network.outside.organisation
    says(girl, organisation=caw, ends_at=MONDAY)
    deciders = deciders_among([girl], MONDAY)
    moments = (LONG_AGO - SECOND, LONG_AGO, MONDAY - SECOND, MONDAY)
    found = [bool(agreed_by(deciders, at, organisations=[caw.pk])) for at in moments]
    assert found == [False, True, True, False]


def test_of_one_who_does_not_decide_it_counts_for_nothing(network: Network, girl: Person) -> None:
    mother = person("An", "Bos", born(38))
    family_of("Bos", parent=[mother], child=[girl])
    caw = network.outside.organisation
    for outcome in ("yes", "no"):
        said = says(girl, outcome, organisation=caw, decided_by=mother)
        answers = answers_about(deciders_among([girl], MONDAY), MONDAY, organisations=[caw.pk])
        assert (dict(answers.opened), answers.refused) == ({}, frozenset())
        said.delete()


@pytest.mark.parametrize(
    ("before", "supposed", "opened", "refused"),
    [
        (None, "yes", True, False),
        ("yes", "no", False, True),
        ("no", "yes", True, False),
        ("yes", "not_now", False, False),
    ],
)
def test_what_is_supposed_takes_the_place_of_the_earlier_answer(
    girl, before, supposed, opened, refused
) -> None:
    network = kempen()
    caw, other = network.outside.organisation, network.team.organisation
    if before:
        says(girl, before, organisation=caw)
    supposing = Consent(person=girl, purpose="share", outcome=supposed, organisation=caw, domains=[])
    deciders = deciders_among([girl], MONDAY)
    answers = answers_about(deciders, MONDAY, organisations=[caw.pk], supposing=supposing)
    assert (girl.pk in answers.opened, girl.pk in answers.refused) == (opened, refused)
    elsewhere = answers_about(deciders, MONDAY, organisations=[other.pk], supposing=supposing)
    assert (dict(elsewhere.opened), elsewhere.refused) == ({}, frozenset())
    along = answers_about(deciders, MONDAY, reader=girl.pk, supposing=supposing)
    assert (dict(along.opened), along.refused) == ({}, frozenset())


def test_what_one_parent_is_supposed_to_say_leaves_the_answer_of_the_other(network, girl) -> None:
    mother, father = person("An", "Bos", born(38)), person("Piet", "Bos", born(39))
    boy, caw = person("Jef", "Bos", born(6)), network.outside.organisation
    family_of("Bos", parent=[mother, father], child=[boy, girl])
    says(boy, "no", organisation=caw, decided_by=father)
    says(girl, "yes", organisation=caw)
    deciders = deciders_among([boy, girl], MONDAY)
    for who, opened in ((mother, False), (father, True)):
        answer = Consent(
            person=boy, purpose="share", outcome="yes", organisation=caw, domains=[], decided_by=who
        )
        said = answers_about(deciders, MONDAY, organisations=[caw.pk], supposing=answer)
        assert (boy.pk in said.opened) is opened
        assert girl.pk in said.opened


@pytest.mark.parametrize(
    ("girl_says", "mother_says", "agreed"),
    [
        ("yes", "yes", True),
        ("yes", None, False),
        (None, "yes", False),
        ("yes", "no", False),
        ("not_now", "yes", False),
        (None, None, False),
    ],
)
def test_to_a_court_everybody_says_yes_and_nobody_otherwise(
    girl, girl_says, mother_says, agreed
) -> None:
    mother, other = person("An", "Bos", born(38)), person("Noa", "Bos", born(14))
    family_of("Bos", parent=[mother], child=[girl, other])
    said = {None: girl_says, mother: mother_says}
    for who, outcome in said.items():
        if outcome:
            says(girl, outcome, purpose="to_court", decided_by=who)
    assert agreed_to_court(girl, MONDAY) is agreed
    assert not agreed_to_court(other, MONDAY)
    Consent.objects.update(ends_at=MONDAY)
    assert not agreed_to_court(girl, MONDAY)


def test_another_purpose_is_no_yes_to_a_court(girl: Person) -> None:
    mother = person("An", "Bos", born(38))
    family_of("Bos", parent=[mother], child=[girl])
    says(girl, purpose="to_court")
    says(girl, purpose="contact", decided_by=mother)
    assert not agreed_to_court(girl, MONDAY)


@pytest.mark.parametrize(
    ("change", "agreed"),
    [
        ({}, True),
        ({"outcome": "no"}, False),
        ({"outcome": "not_now"}, False),
        ({"text_read": ""}, False),
        ({"ends_at": MONDAY}, False),
        ({"purpose": "to_court"}, False),
    ],
)
def test_themself_in_words_they_were_shown_and_not_taken_back(girl, change, agreed) -> None:
    said = says(girl, purpose="contact", text_read="voorlezen-1")
    Consent.objects.filter(pk=said.pk).update(**change)
    assert agreed_themself(girl, "contact") is agreed
    assert not agreed_themself(person("Noa", "Bos"), "contact")


@pytest.mark.parametrize("own", [True, False])
def test_themself_is_nobody_else(girl, own) -> None:
    by = girl if own else person("An", "Bos", born(38))
    says(girl, purpose="contact", text_read="voorlezen-1", decided_by=by)
    assert agreed_themself(girl, "contact") is own
