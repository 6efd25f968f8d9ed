"""The reader table is complete, and the strictest of everybody an item is about decides."""

from kring.foundation.classes.facts import About, DataClass
from kring.trust.access.kinds import KIND_NAMES, ReaderKind
from kring.trust.access.table import (
    Answer,
    ItemFacts,
    Standing,
    about_for,
    may_read,
    reader_table,
)

MOTHER, FATHER, GIRL, BOY = 1, 2, 3, 4


def test_every_reader_and_class_has_one_row_with_its_ground():
    table = reader_table()
    assert set(table) == {(kind, cls) for kind in ReaderKind for cls in DataClass}
    assert all(row.ground for row in table.values())
    assert set(KIND_NAMES) == set(ReaderKind)


def test_nobody_of_the_family_reads_what_was_told_in_confidence_or_for_the_court():
    family = {
        kind for kind in ReaderKind if kind.value.startswith(("child", "parent", "young", "adult"))
    }
    for kind in family | {ReaderKind.SECOND_PARENT, ReaderKind.TRUSTED_PERSON}:
        for cls in (DataClass.CONFIDENCE, DataClass.COURT):
            assert set(reader_table()[kind, cls].answers.values()) == {Answer.NO}


def test_whom_an_item_is_about_is_seen_from_its_reader():
    mother = Standing(person=MOTHER, kinds={GIRL: frozenset({ReaderKind.PARENT_BELOW})})

    def about(*subjects: int) -> About:
        return about_for(mother, ItemFacts(DataClass.OPEN, frozenset(subjects)))

    assert about(MOTHER) is About.SELF
    assert about(GIRL) is About.ENTRUSTED
    assert about(MOTHER, GIRL) is About.SHARED
    assert about(GIRL, BOY) is About.OTHER
    assert about() is About.OTHER


def test_authority_over_one_of_two_children_opens_nothing_about_both():
    father = Standing(
        person=FATHER,
        own=ReaderKind.ADULT,
        kinds={GIRL: frozenset({ReaderKind.PARENT_BELOW})},
    )
    assert may_read(father, ItemFacts(DataClass.OPEN, frozenset({GIRL})))
    assert not may_read(father, ItemFacts(DataClass.OPEN, frozenset({GIRL, BOY})))
    assert not may_read(father, ItemFacts(DataClass.OPEN, frozenset({FATHER, GIRL, BOY})))


def test_consent_opens_only_the_domains_agreed_to():
    mother = Standing(
        person=MOTHER,
        kinds={GIRL: frozenset({ReaderKind.PARENT_ABLE})},
        agreed={GIRL: frozenset({"school"})},
    )
    assert may_read(mother, ItemFacts(DataClass.OPEN, frozenset({GIRL}), domain="school"))
    assert not may_read(mother, ItemFacts(DataClass.OPEN, frozenset({GIRL}), domain="health"))
    assert not may_read(mother, ItemFacts(DataClass.OPEN, frozenset({GIRL})))


def test_an_organisation_keeps_what_it_wrote_itself_where_it_took_part():
    item = ItemFacts(DataClass.OPEN, frozenset({GIRL}), owner=7)
    took_part = Standing(worker=1, organisations=frozenset({7}), worked_with=frozenset({GIRL}))
    assert may_read(took_part, item)
    assert not may_read(Standing(worker=1, organisations=frozenset({7})), item)
    assert not may_read(
        Standing(worker=1, organisations=frozenset({8}), worked_with=frozenset({GIRL})), item
    )


def test_nobody_reads_about_their_own_circle_at_work():
    item = ItemFacts(DataClass.OPEN, frozenset({GIRL}), aside=frozenset({BOY}))
    anchor = {GIRL: frozenset({ReaderKind.ANCHOR})}
    assert may_read(Standing(worker=1, kinds=anchor), item)
    assert not may_read(Standing(worker=1, kinds=anchor, blocked=frozenset({BOY})), item)
