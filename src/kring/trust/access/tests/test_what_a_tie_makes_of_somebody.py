"""What a tie makes of somebody: by its kind while the other is young, else the own circle."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, kempen, person

from kring.registry.people.models import Person, Relation
from kring.trust.access.kinds import ReaderKind
from kring.trust.access.models import ParentSafety
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.trust.access.tests.households import born, called_safe, family_of, judged, said_yes, tie

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def kinds(reader: Person, who: Person, at: object = MONDAY) -> set[ReaderKind]:
    return set(standing_of(Reader(person=reader), [who], at).kinds.get(who.pk, ()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "years", "days", "expected"),
    [
        ("vertrouwenspersoon", 14, 0, ReaderKind.TRUSTED_PERSON),
        ("vertrouwenspersoon", 24, 364, ReaderKind.TRUSTED_PERSON),
        ("vertrouwenspersoon", 25, 0, ReaderKind.OWN_CIRCLE),
        ("vertrouwenspersoon", None, 0, ReaderKind.TRUSTED_PERSON),
        ("pleegmoeder", 14, 0, ReaderKind.FOSTER_PARENT),
        ("pleegmoeder", 40, 0, ReaderKind.OWN_CIRCLE),
        ("grootouder", 14, 0, ReaderKind.OWN_CIRCLE),
        ("moeder", 17, 364, ReaderKind.PARENT_ABLE),
        ("moeder", 11, 0, ReaderKind.PARENT_BELOW),
        ("moeder", 18, 0, ReaderKind.OWN_CIRCLE),
        ("moeder", None, 0, ReaderKind.OWN_CIRCLE),
    ],
)
def test_by_kind_and_age(kind, years, days, expected) -> None:
    aunt = person("Leen", "Bos", born(45))
    other = person("Mila", "Bos", None if years is None else born(years, days))
    tie(aunt, other, kind)
    assert kinds(aunt, other) == {expected}
    assert kinds(other, aunt) == set()
    assert kinds(aunt, person("Noa", "Claes", born(14))) == set()


def test_of_several_ties_each_counts_also_beside_that_of_a_parent() -> None:
    mother, girl = person("An", "Bos", born(38)), person("Mila", "Bos", born(8))
    for kind in ("moeder", "vertrouwenspersoon", "buur"):
        tie(mother, girl, kind)
    expected = {ReaderKind.PARENT_BELOW, ReaderKind.TRUSTED_PERSON, ReaderKind.OWN_CIRCLE}
    assert kinds(mother, girl) == expected


def test_only_while_the_tie_runs() -> None:
    aunt, girl = person("Leen", "Bos", born(45)), person("Mila", "Bos", born(14))
    tie(aunt, girl, "vertrouwenspersoon")
    Relation.objects.update(ends_at=MONDAY)
    moments = (LONG_AGO - SECOND, LONG_AGO, MONDAY - SECOND, MONDAY)
    assert [bool(kinds(aunt, girl, at)) for at in moments] == [False, True, True, False]


def test_nobody_is_a_parent_of_themself_or_reads_without_being_something() -> None:
    mother, girl = person("An", "Bos", born(38)), person("Mila", "Bos", born(8))
    family_of("Bos", parent=[mother], child=[girl])
    standing = standing_of(Reader(person=girl), iter([girl, mother]), MONDAY)
    assert (dict(standing.kinds), standing.own) == ({}, ReaderKind.CHILD_BELOW)
    standing = standing_of(Reader(person=mother), [girl, mother], MONDAY)
    assert (dict(standing.kinds), standing.own) == (
        {girl.pk: {ReaderKind.PARENT_BELOW}},
        ReaderKind.ADULT,
    )
    assert (standing.person, standing.worker) == (mother.pk, None)
    assert dict(standing_of(Reader(), [girl], MONDAY).kinds) == {}


@pytest.mark.parametrize("able", [True, False])
def test_a_first_and_a_second_parent_by_whether_the_child_decides(able: object) -> None:
    network = kempen()
    mother, father = person("An", "Bos", born(38)), person("Piet", "Bos", born(39))
    girl, boy = person("Mila", "Bos", born(14)), person("Jef", "Bos", born(14))
    family_of("Bos", parent=[mother], child=[girl, boy])
    for child in (girl, boy):
        tie(father, child, "vader")
        judged(child, network.nele, able=bool(able))
    first = ReaderKind.PARENT_ABLE if able else ReaderKind.PARENT_BELOW
    assert kinds(mother, girl) == {first}
    assert kinds(father, girl) == set()
    called_safe(girl, mother, father, network.nele)
    assert kinds(father, girl) == {ReaderKind.SECOND_PARENT}
    assert kinds(father, boy) == set()
    ParentSafety.objects.update(ends_at=MONDAY)
    assert kinds(father, girl) == set()
    ParentSafety.objects.update(ends_at=None, safe=False)
    assert kinds(father, girl) == set()


def test_what_was_agreed_opens_but_never_by_the_readers_own_yes() -> None:
    mother, father = person("An", "Bos", born(38)), person("Piet", "Bos", born(39))
    boy, girl = person("Jef", "Bos", born(6)), person("Mila", "Bos", born(14))
    family_of("Bos", parent=[mother, father], child=[boy, girl])
    said_yes(girl, mother, "school")
    boy.consents.create(
        purpose="read_along", outcome="yes", reader=mother, decided_by=mother, starts_at=LONG_AGO
    )
    standing = standing_of(Reader(person=mother), [boy, girl], MONDAY)
    assert dict(standing.agreed) == {girl.pk: {"school"}}
    boy.consents.update(decided_by=father)
    standing = standing_of(Reader(person=mother), [boy, girl], MONDAY)
    assert dict(standing.agreed) == {girl.pk: {"school"}, boy.pk: {"*"}}
