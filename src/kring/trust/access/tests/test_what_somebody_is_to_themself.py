"""What somebody is to themself turns with their age, and below eighteen with whether they decide."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, person

from kring.trust.access.kinds import ReaderKind
from kring.trust.access.standing import own_kind
from kring.trust.access.tests.households import born

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("birth_date", "able", "kind"),
    [
        (born(11), False, ReaderKind.CHILD_BELOW),
        (born(11), True, ReaderKind.CHILD_ABLE),
        (born(17, 364), True, ReaderKind.CHILD_ABLE),
        (born(18), True, ReaderKind.YOUNG_ADULT),
        (born(24, 364), True, ReaderKind.YOUNG_ADULT),
        (born(25), True, ReaderKind.ADULT),
        (born(26), True, ReaderKind.ADULT),
        (None, True, ReaderKind.ADULT),
        (None, False, ReaderKind.CHILD_BELOW),
        (MONDAY.date() + timedelta(days=9), False, ReaderKind.CHILD_BELOW),
    ],
)
def test_by_age(birth_date, able, kind) -> None:
    assert own_kind(person("Mila", "Bos", birth_date), MONDAY, able=able) is kind
