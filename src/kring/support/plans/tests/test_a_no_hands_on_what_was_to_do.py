"""After a no to an organisation its helpers leave the team, and the anchor person does the rest."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY

from kring.registry.people.models import Person
from kring.support.plans.actions import answer_with_plan, join_team, name_anchor
from kring.support.plans.makers import Doer
from kring.support.plans.models import Action, TeamMember
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.trust.access.items import readable_items
from kring.trust.access.models import Item
from kring.trust.access.tests.a_glass import reading
from kring.trust.consent.actions import HowAsked
from kring.trust.consent.models import Consent

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=3)


@pytest.fixture
def setting() -> APlan:
    """Bram of the CAW is in the team, and he and the CAW have something to do for Sofia and Younes."""
    found = a_plan()
    bram, caw = found.network.bram, found.network.outside.organisation
    join_team(plan=found.plan, worker=bram, because="test", by=found.by, at=MONDAY)
    for who, words, doer in (
        (found.home.sofia, "Bellen", Doer(worker=bram)),
        (found.home.sofia, "Langskomen", Doer(organisation=caw)),
        (found.home.younes, "Schrijven", Doer(worker=bram)),
    ):
        found.action(found.goal(f"Doel {words}", who), words, doer)
    return found


def says(setting: APlan, who: Person, outcome: str) -> None:
    answer = Consent(
        person=who,
        purpose="share",
        outcome=outcome,
        organisation=setting.network.outside.organisation,
    )
    how = HowAsked(asked_alone=True, recorded_by=setting.network.nele)
    answer_with_plan(answer=answer, how=how, by=setting.by, at=LATER)


def does(setting: APlan) -> dict[str, str]:
    """Who does what, by name."""
    rows = Action.objects.order_by("pk").select_related("doer_worker", "doer_organisation")
    found = {row.words: row.doer_worker or row.doer_organisation for row in rows}
    return {words: doer.name if doer else "" for words, doer in found.items()}


def in_the_team(setting: APlan) -> set[str]:
    rows = TeamMember.objects.filter(ends_at=None, worker__isnull=False)
    return set(rows.values_list("worker__name", flat=True))


def test_what_was_to_do_for_who_said_no_goes_to_the_anchor(setting: APlan) -> None:
    says(setting, setting.home.sofia, "no")
    nele, bram = "Nele Wouters", "Bram De Smet"
    assert does(setting) == {"Bellen": nele, "Langskomen": nele, "Schrijven": bram}
    assert in_the_team(setting) == {nele}
    about_her = Item.objects.filter(action__words__in=["Bellen", "Langskomen"])
    assert len(readable_items(reading(setting.network.nele, LATER), about_her, LATER)) == 2
    assert readable_items(reading(setting.network.bram, LATER), about_her, LATER) == {}


@pytest.mark.parametrize("outcome", ["yes", "not_now"])
def test_another_answer_moves_nothing(setting: APlan, outcome: str) -> None:
    before = does(setting)
    says(setting, setting.home.sofia, outcome)
    assert does(setting) == before
    assert in_the_team(setting) == {"Nele Wouters", "Bram De Smet"}


def test_who_is_the_anchor_goes_on(setting: APlan) -> None:
    bram = setting.network.bram
    name_anchor(plan=setting.plan, worker=bram, by=setting.by, at=MONDAY)
    before = does(setting)
    says(setting, setting.home.sofia, "no")
    assert does(setting) == before
    assert bram.name in in_the_team(setting)
