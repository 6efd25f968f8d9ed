"""Which help is given: by desks, organisations and helpers who take part in person; now, each once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.cast import MONDAY, kempen, peeters_el_amrani

from kring.trust.access.actions import end_involvements, involve
from kring.trust.access.models import Involvement
from kring.trust.legal.queries import help_given

pytestmark = pytest.mark.django_db
BEFORE = MONDAY - timedelta(seconds=1)


def test_everybody_who_takes_part_for_the_organisation_they_work_for() -> None:
    network, home = kempen(), peeters_el_amrani()
    assert help_given(home.noor, MONDAY) == []
    alone, together = uuid4(), uuid4()
    for about, who, key in (
        (home.noor, network.bram, alone),
        (home.family, network.nele, together),
        (home.family, network.counter, together),
        (home.younes, network.lotte, uuid4()),
    ):
        involve(at=MONDAY, about=about, who=who, role="team", because="x", because_key=key)
    assert help_given(home.noor, BEFORE) == []
    assert help_given(home.noor, MONDAY) == ["CAW De Kempen", "Huis van het Kind Geel"]
    assert help_given(home.sofia, MONDAY) == ["Huis van het Kind Geel"]
    end_involvements(at=MONDAY, because_key=together)
    assert help_given(home.noor, MONDAY) == ["CAW De Kempen"]


def test_an_organisation_and_who_left_work() -> None:
    network, home = kempen(), peeters_el_amrani()
    Involvement.objects.create(
        family=home.family,
        organisation=network.team.organisation,
        role="team",
        because="x",
        starts_at=MONDAY,
    )
    involve(at=MONDAY, about=home.noor, who=network.bram, role="team", because="x", because_key=uuid4())
    network.bram.roles.update(ends_at=MONDAY)
    assert help_given(home.noor, MONDAY) == ["Cirkant"]
