"""To a court goes only what the able minor and the parents all said yes to; and who said so themself."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, kempen, person

from kring.trust.access.tests.households import born, family_of, judged, tie
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import agreed_themself, agreed_to_court, must_agree_to_court
from kring.trust.consent.rules import check_interpreter, check_reason, check_why_without_consent

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=1)


def said(about, who, outcome="yes", purpose="to_court", **more):
    decided_by = None if who == about else who
    values = {"starts_at": MONDAY, **more}
    return Consent.objects.create(
        person=about, purpose=purpose, outcome=outcome, decided_by=decided_by, **values
    )


@pytest.fixture
def home():
    girl, mother = person("Mila", "Bos", born(14)), person("An", "Bos", born(38))
    father = person("Piet", "Bos", born(40))
    family_of("Bos", parent=[mother], child=[girl])
    tie(father, girl, "vader")
    return girl, mother, father


def test_who_must_agree_follows_from_age_ability_and_parents(home) -> None:
    girl, mother, father = home
    assert must_agree_to_court(girl, MONDAY) == {girl.pk, mother.pk, father.pk}
    judged(girl, kempen().nele, able=False)
    assert must_agree_to_court(girl, MONDAY) == {mother.pk, father.pk}
    assert must_agree_to_court(mother, MONDAY) == {mother.pk}
    assert must_agree_to_court(person("Lin", "Alleen", born(15)), MONDAY) == frozenset()


@pytest.mark.parametrize("missing", [0, 1, 2])
@pytest.mark.parametrize("otherwise", ["", "no", "not_now"])
def test_one_who_is_missing_or_says_otherwise_closes_it(home, missing, otherwise) -> None:
    girl = home[0]
    for number, who in enumerate(home):
        if number != missing:
            said(girl, who)
    if otherwise:
        said(girl, home[missing], otherwise)
    assert not agreed_to_court(girl, MONDAY)
    said(girl, home[missing])
    assert agreed_to_court(girl, MONDAY) is (otherwise == "")


def test_only_what_runs_and_is_about_the_court_and_this_person_counts(home) -> None:
    girl, mother, father = home
    said(girl, girl)
    said(girl, mother)
    said(girl, father, purpose="share")
    said(mother, mother)
    said(girl, father, starts_at=MONDAY - timedelta(days=2), ends_at=MONDAY)
    assert not agreed_to_court(girl, MONDAY)
    said(girl, father)
    assert agreed_to_court(girl, MONDAY)
    said(girl, father, "no", starts_at=LATER)
    assert agreed_to_court(girl, MONDAY)
    assert not agreed_to_court(girl, LATER)


def test_where_nobody_can_agree_nothing_goes() -> None:
    assert not agreed_to_court(person("Lin", "Alleen", born(9)), MONDAY)


@pytest.mark.parametrize(
    ("changed", "counts"),
    [
        ({}, True),
        ({"outcome": "no"}, False),
        ({"outcome": "not_now"}, False),
        ({"text_read": ""}, False),
        ({"purpose": "share"}, False),
        ({"ends_at": LATER}, False),
        ({"by": "mother"}, False),
        ({"by": "girl, named"}, True),
        ({"about": "mother"}, False),
    ],
)
def test_a_yes_is_ones_own_in_words_one_was_shown(home, changed, counts) -> None:
    girl, mother, _father = home
    values = {"purpose": "join_family", "outcome": "yes", "text_read": "join_family", "ends_at": None}
    who = changed.pop("by", "girl") if (changed := dict(changed)) else "girl"
    about = mother if changed.pop("about", "") else girl
    decided_by = {"mother": mother, "girl, named": girl}.get(who)
    Consent.objects.create(person=about, decided_by=decided_by, starts_at=MONDAY, **(values | changed))
    assert agreed_themself(girl, "join_family") is counts


@pytest.mark.parametrize(
    ("check", "good", "bad", "field"),
    [
        (check_reason, "x" * 10, "x" * 9 + "  ", "because"),
        (
            lambda words: check_why_without_consent("no", words),
            "x" * 10,
            " " + "x" * 9,
            "without_consent_because",
        ),
        (lambda kind: check_interpreter(kind, frozenset({"adult"})), "adult", "child", "interpreter"),
    ],
)
def test_a_rule_at_its_edge_names_its_field(check, good, bad, field) -> None:
    check(good)
    with pytest.raises(ValidationError) as refused:
        check(bad)
    assert set(refused.value.message_dict) == {field}


def test_no_reason_is_asked_with_a_yes_and_no_interpreter_needs_no_kind() -> None:
    check_why_without_consent("yes", "")
    check_interpreter("", frozenset())
