"""Where a partnership wants it, a second helper approves what was agreed; by itself nobody does."""

import pytest
from django.core.exceptions import ValidationError
from tests.cast import LONG_AGO, MONDAY

from kring.registry.network.models import PartnershipMember
from kring.support.plans.actions import approve_plan, ask_approval, freeze, join_team
from kring.support.plans.models import FrozenBecause, PlanApproval, Revision
from kring.support.plans.queries import waiting_for_approval
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting() -> APlan:
    found = a_plan()
    PartnershipMember.objects.create(
        partnership=found.network.region,
        organisation=found.plan.owner,
        role="member",
        starts_at=LONG_AGO,
    )
    join_team(plan=found.plan, worker=found.network.bram, because="test", by=found.by, at=MONDAY)
    return found


def agreed(setting: APlan) -> Revision:
    nele = setting.network.nele
    return freeze(
        plan=setting.plan, because=FrozenBecause.AGREEMENT, worker=nele, by=setting.by, at=MONDAY
    )


def test_by_itself_nothing_waits(setting: APlan) -> None:
    kept = agreed(setting)
    assert waiting_for_approval(at_desk(setting.network.bram), MONDAY) == []
    with pytest.raises(ValidationError):
        approve_plan(revision=kept, worker=setting.network.bram, by=setting.by, at=MONDAY)


def test_where_wanted_another_member_of_the_team_approves(setting: APlan) -> None:
    region, nele, bram = setting.network.region, setting.network.nele, setting.network.bram
    ask_approval(partnership=region, wanted=True, by=setting.by, at=MONDAY)
    kept = agreed(setting)
    assert [one.revision for one in waiting_for_approval(at_desk(bram), MONDAY)] == [kept]
    assert waiting_for_approval(at_desk(nele), MONDAY) == []
    for refused in (nele, setting.network.lotte):
        with pytest.raises(ValidationError):
            approve_plan(revision=kept, worker=refused, by=setting.by, at=MONDAY)
    for _ in range(2):
        approve_plan(revision=kept, worker=bram, by=setting.by, at=MONDAY)
    assert PlanApproval.objects.get().approved_by == bram
    assert waiting_for_approval(at_desk(bram), MONDAY) == []
