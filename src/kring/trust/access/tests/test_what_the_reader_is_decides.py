"""The rule of reading by itself: what a reader is, what was agreed, and who is named on the item."""

from dataclasses import replace

import pytest

from kring.foundation.classes.facts import About, DataClass
from kring.trust.access.kinds import ReaderKind
from kring.trust.access.table import (
    Answer,
    ItemFacts,
    Standing,
    about_for,
    answer_for,
    is_named,
    may_read,
    reader_table,
)

ME, GIRL, BOY = 1, 3, 4
WORKER, CAW = 1, 7
OPEN = ItemFacts(DataClass.OPEN, frozenset({GIRL}))


def being(*kinds: ReaderKind, **more: object) -> Standing:
    """A worker who is this to the girl."""
    given: dict[str, object] = {"worker": WORKER, "organisations": frozenset({CAW})} | more
    return Standing(kinds={GIRL: frozenset(kinds)}, **given)  # type: ignore[arg-type]


def test_of_several_kinds_the_kindest_counts() -> None:
    team, anchor = ReaderKind.TEAM_MEMBER, ReaderKind.ANCHOR
    assert not may_read(being(team), OPEN)
    assert may_read(being(team, anchor), OPEN)
    assert not may_read(being(), OPEN)
    assert not may_read(Standing(), OPEN)


@pytest.mark.parametrize(
    ("agreed", "domain", "reads"),
    [
        ({"*"}, "", True),
        ({"*"}, "school", True),
        ({"school"}, "school", True),
        ({"school"}, "", False),
        ({"school"}, "health", False),
        ({""}, "", False),
        (set(), "school", False),
    ],
)
def test_what_was_agreed_opens_its_domains(agreed, domain, reads) -> None:
    item = replace(OPEN, domain=domain)
    team = being(ReaderKind.TEAM_MEMBER, agreed={GIRL: frozenset(agreed)})
    assert may_read(team, item) is reads
    outside = being(ReaderKind.HELPER_OUTSIDE, agreed={GIRL: frozenset(agreed)})
    assert not may_read(outside, item)
    assert not may_read(being(agreed={GIRL: frozenset(agreed)}), item)


NAMED = [
    ({"author": WORKER}, True),
    ({"author": WORKER, "owner": CAW}, True),
    ({"author": WORKER, "owner": 8}, False),
    ({"author": 2}, False),
    ({"named_workers": frozenset({(WORKER, CAW)})}, True),
    ({"named_workers": frozenset({(WORKER, 8)})}, False),
    ({"named_workers": frozenset({(WORKER, None)})}, False),
    ({"named_workers": frozenset({(2, CAW)})}, False),
    ({"named_organisations": frozenset({CAW, 8})}, True),
    ({"named_organisations": frozenset({8})}, False),
    ({"named_persons": frozenset({WORKER})}, False),
    ({}, False),
]


@pytest.mark.parametrize(("facts", "named"), NAMED)
def test_who_is_named_or_wrote_it(facts, named) -> None:
    item = replace(OPEN, **facts)
    assert is_named(being(), item) is named
    assert may_read(being(ReaderKind.HELPER_OUTSIDE), item) is named
    assert not may_read(being(ReaderKind.AGENCY), item)


def test_a_person_is_named_as_a_person() -> None:
    item = replace(OPEN, named_persons=frozenset({ME}), named_workers=frozenset({(5, CAW)}))
    assert is_named(Standing(person=ME), item)
    assert not is_named(Standing(person=5), item)
    nobody = replace(OPEN, author=None, named_organisations=frozenset({CAW}))
    assert not is_named(Standing(organisations=frozenset({CAW})), nobody)
    assert not is_named(Standing(), nobody)


def test_what_a_young_person_asked_alone_no_parent_reads_and_others_do() -> None:
    alone = replace(OPEN, alone=True)
    for kind in (ReaderKind.PARENT_BELOW, ReaderKind.PARENT_ABLE, ReaderKind.SECOND_PARENT):
        parent = Standing(person=ME, kinds={GIRL: frozenset({kind})}, agreed={GIRL: frozenset({"*"})})
        assert not may_read(parent, replace(alone, named_persons=frozenset({ME})))
    assert may_read(Standing(person=ME, kinds={GIRL: frozenset({ReaderKind.PARENT_BELOW})}), OPEN)
    assert may_read(being(ReaderKind.ANCHOR), alone)


def test_what_two_write_to_each_other_is_read_by_who_takes_part_and_who_keeps_them() -> None:
    between = replace(OPEN, between=True, owner=CAW)
    for kind in (ReaderKind.HOLDER, ReaderKind.ANCHOR, ReaderKind.GLASS):
        by_a_desk = being(kind, worked_with=frozenset({GIRL}), agreed={GIRL: frozenset({"*"})})
        assert may_read(by_a_desk, OPEN)
        assert not may_read(by_a_desk, between)
        assert may_read(replace(by_a_desk, keeps=frozenset({GIRL})), between)
        assert not may_read(replace(by_a_desk, keeps=frozenset({BOY})), between)
    team = being(ReaderKind.TEAM_MEMBER)
    assert may_read(team, replace(between, named_workers=frozenset({(WORKER, CAW)})))
    trusted = Standing(person=ME, kinds={GIRL: frozenset({ReaderKind.TRUSTED_PERSON})})
    assert may_read(trusted, OPEN)
    assert not may_read(trusted, between)
    girl = Standing(person=GIRL, own=ReaderKind.CHILD_ABLE)
    assert may_read(girl, between)


def test_a_private_note_is_its_authors_while_they_are_something_to_everybody() -> None:
    both = frozenset({GIRL, BOY})
    note = ItemFacts(DataClass.OPEN, both, private=True, author=WORKER, owner=CAW)
    team = frozenset({ReaderKind.TEAM_MEMBER})
    author = Standing(worker=WORKER, organisations=frozenset({CAW}), kinds={GIRL: team, BOY: team})
    assert may_read(author, note)
    assert not may_read(replace(author, worker=2), note)
    assert not may_read(replace(author, worker=None), replace(note, author=None))
    assert not may_read(replace(author, organisations=frozenset({8})), note)
    assert not may_read(replace(author, kinds={GIRL: team}), note)
    anchor = {GIRL: frozenset({ReaderKind.ANCHOR}), BOY: frozenset({ReaderKind.ANCHOR})}
    assert not may_read(Standing(worker=2, kinds=anchor), note)


def test_of_several_people_the_strictest_answer_counts_and_being_aside_opens_what_is_about_another() -> (
    None
):
    anchor, team = frozenset({ReaderKind.ANCHOR}), frozenset({ReaderKind.TEAM_MEMBER})
    both = ItemFacts(DataClass.OPEN, frozenset({GIRL, BOY}))
    assert may_read(Standing(worker=WORKER, kinds={GIRL: anchor, BOY: anchor}), both)
    assert not may_read(Standing(worker=WORKER, kinds={GIRL: anchor, BOY: team}), both)
    aside = ItemFacts(DataClass.OPEN, frozenset({BOY}), aside=frozenset({GIRL}))
    other = answer_for(ReaderKind.ANCHOR, DataClass.OPEN, About.OTHER)
    assert may_read(being(ReaderKind.ANCHOR), aside) is (other is Answer.YES)
    assert not may_read(being(ReaderKind.ANCHOR, blocked=frozenset({GIRL})), aside)
    assert not may_read(being(ReaderKind.ANCHOR, blocked=frozenset({BOY})), aside)


def test_about_themself_and_another_they_read_by_what_they_are_to_both() -> None:
    shared = ItemFacts(DataClass.OPEN, frozenset({ME, GIRL}))
    parent = Standing(
        person=ME, own=ReaderKind.ADULT, kinds={GIRL: frozenset({ReaderKind.PARENT_BELOW})}
    )
    assert about_for(parent, shared) is About.SHARED
    assert may_read(parent, shared)
    nothing = replace(parent, kinds={})
    own = answer_for(ReaderKind.ADULT, DataClass.OPEN, About.SHARED)
    assert may_read(nothing, shared) is (own is Answer.YES)
    agreed = replace(nothing, agreed={GIRL: frozenset({"*"})})
    assert may_read(agreed, shared) is (own in {Answer.YES, Answer.CONSENT})
    assert may_read(parent, ItemFacts(DataClass.OPEN, frozenset({ME})))
    assert not may_read(replace(parent, own=None), ItemFacts(DataClass.OPEN, frozenset({ME})))


def test_a_cell_that_is_not_there_is_no() -> None:
    reader_table.cache_clear()
    row = reader_table()[ReaderKind.ANCHOR, DataClass.OPEN]
    assert row.answers[About.ENTRUSTED] is Answer.YES
    assert set(row.answers) == set(About)
    assert (row.reader, row.data_class) == (ReaderKind.ANCHOR, DataClass.OPEN)
    nothing = "nothing"
    assert answer_for(ReaderKind.ANCHOR, nothing, About.SELF) is Answer.NO  # type: ignore[arg-type]
