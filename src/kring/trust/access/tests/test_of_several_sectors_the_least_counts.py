"""Who works for organisations of several sectors reads as the one that reads least."""

import pytest
from tests.cast import MONDAY, organisation, person

from kring.trust.access.kinds import ReaderKind
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.trust.access.tests.households import at_work, born, takes_part

pytestmark = pytest.mark.django_db
STEPS = [
    ("agency", ReaderKind.AGENCY),
    ("other", ReaderKind.HELPER_OUTSIDE),
    ("mandated", ReaderKind.MANDATED_BODY),
    ("clb", ReaderKind.CLB),
    ("caw", ReaderKind.TEAM_MEMBER),
]


@pytest.mark.parametrize("first", range(len(STEPS)))
@pytest.mark.parametrize("second", range(len(STEPS)))
def test_the_least_of_two(first: int, second: int) -> None:
    girl = person("Mila", "Bos", born(14))
    helper, one = at_work("Kim Wens", STEPS[first][0])
    takes_part(helper, girl)
    sector = STEPS[second][0]
    other = organisation(f"Nog een dienst {sector}", sector)
    both = Reader(worker_id=helper.pk, organisation_ids=one.organisation_ids | {other.pk})
    assert standing_of(both, [girl], MONDAY).kinds[girl.pk] == {STEPS[min(first, second)][1]}
