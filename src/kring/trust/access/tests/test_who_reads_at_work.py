"""Which worker reads what: CLB and school, inside and outside youth help, before and after a no."""

import pytest
from tests.cast import MONDAY, person

from kring.foundation.classes.facts import DataClass
from kring.trust.access.items import class_item, hand_over
from kring.trust.access.tests.households import (
    at_work,
    born,
    family_of,
    open_item,
    reads,
    shares_with,
    takes_part,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sector", "by_consent"),
    [
        ("clb", True),
        ("caw", True),
        ("bjb", True),
        ("cgg", True),
        ("mandated", True),
        ("other", False),
        ("local", False),
        ("gezinszorg", False),
        ("agency", False),
    ],
)
def test_consent_opens_to_youth_help_and_the_clb_never_to_a_school_or_who_stands_outside(
    sector, by_consent
) -> None:
    girl = person("Mila", "Bos", born(14))
    home = family_of("Bos", child=[girl])
    helper, reader = at_work("Kim Wens", sector)
    takes_part(helper, home)
    at_school, at_home = open_item(girl, domain="school"), open_item(girl, domain="safety")
    assert not reads(reader, at_school)
    shares_with(girl, reader, "school")
    assert reads(reader, at_school) is by_consent
    assert not reads(reader, at_home)
    hand_over(at_home, helper)
    assert reads(reader, at_home) is (sector != "agency")


def test_who_takes_no_part_reads_nothing_whatever_was_agreed() -> None:
    girl = person("Mila", "Bos", born(14))
    _helper, reader = at_work("Kim Wens", "caw")
    shares_with(girl, reader)
    assert not reads(reader, open_item(girl))


def test_agreement_of_one_opens_nothing_about_two() -> None:
    mother, girl = person("An", "Bos", born(38)), person("Mila", "Bos", born(14))
    home = family_of("Bos", parent=[mother], child=[girl])
    helper, reader = at_work("Kim Wens", "caw")
    takes_part(helper, home)
    shares_with(girl, reader)
    assert reads(reader, open_item(girl))
    assert not reads(reader, open_item(girl, mother))
    shares_with(mother, reader)
    assert reads(reader, open_item(girl, mother))


@pytest.mark.parametrize("role", ["team", "holder", "anchor"])
def test_a_no_closes_at_once_what_others_wrote_and_leaves_what_it_wrote_itself(role) -> None:
    girl = person("Mila", "Bos", born(14))
    home = family_of("Bos", child=[girl])
    helper, reader = at_work("Kim Wens", "caw")
    takes_part(helper, home, role)
    written_here = class_item(
        kind="note",
        about=[girl],
        data_class=DataClass.OPEN,
        told_by="worker",
        owner=helper.roles.get().organisation,
        author=helper,
        at=MONDAY,
    )
    elsewhere = open_item(girl)
    hand_over(elsewhere, helper)
    shares_with(girl, reader)
    assert reads(reader, elsewhere)
    girl.consents.update(outcome="no")
    assert not reads(reader, elsewhere)
    assert reads(reader, written_here)


@pytest.mark.parametrize("role", ["holder", "anchor"])
def test_not_now_takes_nothing_from_who_was_asked_for_help(role) -> None:
    girl = person("Mila", "Bos", born(14))
    home = family_of("Bos", child=[girl])
    helper, reader = at_work("Kim Wens", "caw")
    takes_part(helper, home, role)
    shares_with(girl, reader, outcome="not_now")
    assert reads(reader, open_item(girl))
