"""The effect of an answer, told beforehand, is what then happens; it names no helper of another."""

import pytest
from tests.cast import MONDAY, acting, person

from kring.registry.network.models import Organisation
from kring.trust.access.effects import Effect, Turn, effect_of
from kring.trust.access.effects_told import effect_told
from kring.trust.access.tests.households import (
    at_work,
    born,
    family_of,
    open_item,
    reads,
    shares_with,
    takes_part,
    tie,
)
from kring.trust.consent.actions import record_consent
from kring.trust.consent.models import Consent

pytestmark = pytest.mark.django_db


def told(effect: Effect) -> dict[Turn, list[str]]:
    return {turn: [change.who for change in effect.who(turn)] for turn in Turn if effect.who(turn)}


@pytest.mark.parametrize(
    ("before", "outcome", "domains", "expected"),
    [
        (None, "yes", [], {Turn.GAINS: ["Kim Wens"]}),
        (None, "yes", ["school"], {Turn.GAINS: ["Kim Wens"]}),
        (None, "no", [], {}),
        (None, "not_now", [], {}),
        (["school"], "yes", [], {Turn.WIDENS: ["Kim Wens"]}),
        (["school"], "yes", ["school"], {}),
        ([], "yes", ["school"], {Turn.NARROWS: ["Kim Wens"]}),
        (["school", "health"], "yes", ["school"], {Turn.NARROWS: ["Kim Wens"]}),
        ([], "no", [], {Turn.LOSES: ["Kim Wens"]}),
        ([], "not_now", [], {Turn.LOSES: ["Kim Wens"]}),
    ],
)
def test_each_answer_says_what_becomes_of_whom(before, outcome, domains, expected) -> None:
    girl = person("Mila", "Bos", born(14))
    home = family_of("Bos", child=[girl])
    helper, reader = at_work("Kim Wens", "caw")
    takes_part(helper, home)
    if before is not None:
        shares_with(girl, reader, *before)
    receiver = Organisation.objects.get(pk=next(iter(reader.organisation_ids)))
    effect = effect_of(girl, receiver, outcome, domains, MONDAY)
    assert effect.present
    assert told(effect) == expected
    assert not Consent.objects.filter(outcome=outcome, starts_at=MONDAY).exists()


def test_what_was_told_is_what_happens() -> None:
    girl = person("Mila", "Bos", born(14))
    home = family_of("Bos", child=[girl])
    helper, reader = at_work("Kim Wens", "caw")
    anchor, with_anchor = at_work("Noa Pels", "cig")
    takes_part(helper, home)
    takes_part(anchor, home, "anchor")
    shares_with(girl, reader)
    receiver = helper.roles.get().organisation
    item = open_item(girl)
    effect = effect_of(girl, receiver, "no", [], MONDAY)
    assert told(effect) == {Turn.LOSES: ["Kim Wens"]}
    assert (reads(reader, item), reads(with_anchor, item)) == (True, True)
    record_consent(
        person=girl,
        purpose="share",
        outcome="no",
        organisation=receiver,
        by=acting(helper),
        at=MONDAY,
    )
    assert (reads(reader, item), reads(with_anchor, item)) == (False, True)


def test_a_yes_of_one_parent_changes_nothing_while_the_other_said_no() -> None:
    mother, father = person("An", "Bos", born(38)), person("Piet", "Bos", born(39))
    boy = person("Jef", "Bos", born(6))
    home = family_of("Bos", parent=[mother], child=[boy])
    tie(father, boy, "vader")
    helper, _reader = at_work("Kim Wens", "caw")
    takes_part(helper, home)
    receiver = helper.roles.get().organisation
    assert told(effect_of(boy, receiver, "yes", [], MONDAY, decided_by=mother)) != {}
    record_consent(
        person=boy,
        purpose="share",
        outcome="no",
        decided_by=father,
        organisation=receiver,
        by=acting(helper),
        at=MONDAY,
    )
    assert told(effect_of(boy, receiver, "yes", [], MONDAY, decided_by=mother)) == {}


def test_the_helpers_of_the_other_parents_family_are_left_out() -> None:
    mother, father = person("An", "Bos", born(38)), person("Piet", "Bos", born(39))
    boy = person("Jef", "Bos", born(6))
    hers = family_of("Bos", parent=[mother], child=[boy])
    his = family_of("Bos, bij papa", parent=[father], child=[boy])
    ours, _reader = at_work("Kim Wens", "caw")
    theirs, _other = at_work("Wout Lens", "caw")
    takes_part(ours, hers)
    takes_part(theirs, his)
    receiver = ours.roles.get().organisation

    def gains(by, families=None) -> list[str]:
        effect = effect_of(boy, receiver, "yes", [], MONDAY, decided_by=by, families=families)
        return [change.who for change in effect.who(Turn.GAINS)]

    assert gains(mother) == ["Kim Wens"]
    assert gains(father) == ["Wout Lens"]
    assert gains(mother, families=[hers.pk, his.pk]) == ["Kim Wens", "Wout Lens"]


@pytest.mark.parametrize(("kind", "gains"), [("moeder", True), ("steunfiguur", False)])
def test_reading_along_opens_to_a_parent_and_changes_nothing_for_a_support_figure(kind, gains) -> None:
    girl, other = person("Mila", "Bos", born(14)), person("An", "Bos", born(38))
    tie(other, girl, kind)
    effect = effect_of(girl, other, "yes", ["school"], MONDAY)
    assert told(effect) == ({Turn.GAINS: ["An Bos"]} if gains else {})


def test_nobody_of_the_organisation_reads_along_yet() -> None:
    girl = person("Mila", "Bos", born(14))
    helper, _reader = at_work("Kim Wens", "caw")
    effect = effect_of(girl, helper.roles.get().organisation, "yes", [], MONDAY)
    assert (effect.present, effect.reads, effect.changes) == (False, False, ())


SENTENCES = [
    ("caw", [], "no", [], "Deze persoon verliest toegang: Kim Wens."),
    ("caw", None, "yes", ["school"], "Kan meelezen over SCHOOL: Kim Wens."),
    ("caw", ["school"], "yes", [], "Kan meelezen over alle onderwerpen: Kim Wens."),
    ("caw", [], "yes", ["school"], "Kan alleen nog meelezen over SCHOOL: Kim Wens."),
    ("caw", None, "not_now", [], "Er verandert niets in wie meeleest."),
    ("other", None, "yes", [], "Dienst other leest alleen wat apart te lezen gegeven wordt."),
]


@pytest.mark.parametrize(("sector", "before", "outcome", "domains", "first"), SENTENCES)
def test_it_is_told_in_sentences(sector, before, outcome, domains, first) -> None:
    girl = person("Mila", "Bos", born(14))
    home = family_of("Bos", child=[girl])
    helper, reader = at_work("Kim Wens", sector)
    takes_part(helper, home)
    if before is not None:
        shares_with(girl, reader, *before)
    receiver = helper.roles.get().organisation
    effect = effect_of(girl, receiver, outcome, domains, MONDAY)
    told_in_words = effect_told(effect, receiver, outcome, str.upper)
    assert told_in_words[0] == first
    assert (len(told_in_words) == 3) is (outcome == "no")
