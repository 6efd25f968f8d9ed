"""What a worker is to somebody: by what runs, for themself, their desk or the intake they lead."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, kempen, person

from kring.registry.people.models import Family, FamilyMembership, Person
from kring.trust.access.kinds import ReaderKind
from kring.trust.access.models import BrokenGlass, Involvement, OwnCircle
from kring.trust.access.readers import NOBODY, Reader
from kring.trust.access.standing import standing_of
from kring.trust.access.tests.households import at_work, born, family_of, shares_with, takes_part

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
ROLES = {
    "anchor": ReaderKind.ANCHOR,
    "holder": ReaderKind.HOLDER,
    "mediator": ReaderKind.MEDIATOR,
    "team": ReaderKind.TEAM_MEMBER,
}


@pytest.fixture
def girl() -> Person:
    return person("Mila", "Bos", born(14))


@pytest.fixture
def home(girl: Person) -> Family:
    return family_of("Bos", child=[girl])


def kinds(reader: Reader, who: Person, at: object = MONDAY) -> set[ReaderKind]:
    return set(standing_of(reader, [who], at).kinds.get(who.pk, ()))  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("whole_family", [True, False])
def test_by_the_role_in_which_they_take_part(girl, home, role, whole_family) -> None:
    helper, reader = at_work("Kim Wens", "caw")
    other = person("Noa", "Claes", born(14))
    family_of("Claes", child=[other])
    takes_part(helper, home if whole_family else girl, role)
    assert kinds(reader, girl) == {ROLES[role]}
    assert kinds(reader, other) == set()
    assert kinds(Reader(worker_id=helper.pk + 1), girl) == set()
    standing = standing_of(reader, iter([girl, other]), MONDAY)
    assert dict(standing.kinds) == {girl.pk: {ROLES[role]}}
    assert (standing.worker, standing.person) == (helper.pk, None)
    assert standing.organisations == reader.organisation_ids
    assert standing.worked_with == {girl.pk}


def test_of_several_roles_all(girl: Person, home: Family) -> None:
    helper, reader = at_work("Kim Wens", "caw")
    takes_part(helper, home, "team")
    takes_part(helper, girl, "anchor")
    assert kinds(reader, girl) == {ReaderKind.TEAM_MEMBER, ReaderKind.ANCHOR}


def test_only_while_it_runs_though_what_was_written_stays_theirs(girl: Person, home: Family) -> None:
    helper, reader = at_work("Kim Wens", "caw")
    takes_part(helper, home)
    Involvement.objects.update(ends_at=MONDAY)
    moments = (LONG_AGO - SECOND, LONG_AGO, MONDAY - SECOND, MONDAY)
    found = [bool(kinds(reader, girl, at)) for at in moments]
    assert found == [False, True, True, False]
    assert standing_of(reader, [girl], MONDAY).worked_with == {girl.pk}


def test_who_moved_out_is_nothing_to_who_helps_the_family(girl: Person, home: Family) -> None:
    helper, reader = at_work("Kim Wens", "caw")
    takes_part(helper, home)
    FamilyMembership.objects.update(ends_at=MONDAY)
    assert kinds(reader, girl, MONDAY - SECOND) == {ReaderKind.TEAM_MEMBER}
    assert kinds(reader, girl) == set()


def test_a_desk_and_the_intake_of_its_region_count_and_an_organisation_alone_does_not(girl) -> None:
    network = kempen()
    desk, caw = network.outside, network.outside.organisation

    def involved(**who: object) -> None:
        Involvement.objects.all().delete()
        Involvement.objects.create(person=girl, role="holder", because="x", starts_at=LONG_AGO, **who)

    readers = [
        Reader(worker_id=network.lotte.pk, desk_ids=frozenset({desk.pk})),
        Reader(worker_id=network.lotte.pk, intake_region_ids=frozenset({network.region.pk})),
        Reader(worker_id=network.lotte.pk, organisation_ids=frozenset({caw.pk})),
        Reader(worker_id=network.lotte.pk),
        NOBODY,
    ]
    involved(desk=desk)
    assert [bool(kinds(reader, girl)) for reader in readers] == [True, True, False, False, False]
    assert not any(standing_of(reader, [girl], MONDAY).keeps for reader in readers)
    involved(organisation=caw)
    assert not any(kinds(reader, girl) for reader in readers)
    worked = [standing_of(reader, [girl], MONDAY).worked_with for reader in readers]
    assert [bool(found) for found in worked] == [False, False, True, False, False]


@pytest.mark.parametrize("role", ["anchor", "holder", "team", "mediator"])
def test_who_keeps_somebody_does_so_by_their_own_name_until_a_no(girl: Person, role: str) -> None:
    helper, reader = at_work("Kim Wens", "caw")
    takes_part(helper, girl, role)
    kept = {girl.pk} if role in ("anchor", "holder") else set()
    assert standing_of(reader, [girl], MONDAY).keeps == kept
    shares_with(girl, reader, outcome="no")
    assert standing_of(reader, [girl], MONDAY).keeps == set()


def test_a_broken_glass_makes_a_reader_of_the_whole_family_while_it_runs(girl, home) -> None:
    helper, by_day = at_work("Kim Wens", "caw")
    reader = replace(by_day, glass=True)
    boy, other = person("Jef", "Bos", born(8)), person("Noa", "Claes", born(8))
    FamilyMembership.objects.create(family=home, person=boy, role="child", starts_at=LONG_AGO)
    claes = family_of("Claes", child=[other])
    for broke, family in ((helper.pk, home), (at_work("Wim Pels", "cig")[0].pk, claes)):
        BrokenGlass.objects.create(
            worker_id=broke,
            family=family,
            reason="Het kan niet wachten, vandaag.",
            starts_at=MONDAY,
            ends_at=MONDAY + SECOND,
            review_by=MONDAY,
        )
    standing = standing_of(reader, [girl, boy, other], MONDAY)
    assert dict(standing.kinds) == {girl.pk: {ReaderKind.GLASS}, boy.pk: {ReaderKind.GLASS}}
    assert kinds(by_day, girl) == set()
    assert kinds(reader, girl, MONDAY - SECOND) == kinds(reader, girl, MONDAY + SECOND) == set()
    shares_with(girl, reader, outcome="no")
    assert kinds(reader, girl) == {ReaderKind.GLASS}


@pytest.mark.parametrize(("outcome", "left"), [("no", False), ("not_now", True), ("yes", True)])
def test_a_no_leaves_nothing_of_what_they_were(girl: Person, home: Family, outcome, left) -> None:
    helper, reader = at_work("Kim Wens", "caw")
    boy = person("Jef", "Bos", born(13))
    FamilyMembership.objects.create(family=home, person=boy, role="child", starts_at=LONG_AGO)
    takes_part(helper, home, "anchor")
    shares_with(girl, reader, "school", outcome=outcome)
    standing = standing_of(reader, [girl, boy], MONDAY)
    assert standing.kinds[girl.pk] == ({ReaderKind.ANCHOR} if left else set())
    assert standing.kinds[boy.pk] == {ReaderKind.ANCHOR}
    assert dict(standing.agreed) == ({girl.pk: {"school"}} if outcome == "yes" else {})


def test_the_own_circle_is_named_apart(girl: Person, home: Family) -> None:
    helper, reader = at_work("Kim Wens", "caw")
    other = person("Noa", "Claes", born(14))
    OwnCircle.objects.create(worker=helper, person=girl, starts_at=LONG_AGO)
    assert standing_of(reader, [girl, other], MONDAY).blocked == {girl.pk}
    assert standing_of(at_work("Wim Pels", "cig")[1], [girl, other], MONDAY).blocked == set()
