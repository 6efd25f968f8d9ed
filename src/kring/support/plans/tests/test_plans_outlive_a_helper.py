"""All plans of a helper go to a colleague in one deed; who leaves leaves none without an anchor."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import LONG_AGO, MONDAY, acting, worker

from kring.foundation.outbox.models import Message
from kring.registry.network.actions import give_role
from kring.registry.network.models import Absence, Worker
from kring.registry.people.models import Family
from kring.support.plans.actions import (
    hand_over_caseload,
    join_current_plan,
    join_team,
    leave_plans,
    open_plan,
)
from kring.support.plans.checks import anchors_work_here, plans_have_an_anchor
from kring.support.plans.makers import Doer
from kring.support.plans.models import Action, LeftBecause, Plan, TeamMember
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.support.plans.texts import ANCHOR_ASKED
from kring.trust.access.models import Involvement, OwnCircle
from kring.web.partners.actions import see_off, take_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def anchors() -> list[str]:
    rows = TeamMember.objects.filter(anchor=True, ends_at__isnull=True).order_by("pk")
    return [row.worker.name for row in rows.select_related("worker") if row.worker]


def colleague(setting: APlan) -> Worker:
    """Somebody of the same organisation as the anchor person."""
    return worker("Ines Maes", setting.network.counter, "counter")


def test_everything_goes_at_once(setting: APlan) -> None:
    nele, ines, bram = setting.network.nele, colleague(setting), setting.network.bram
    other = Family.objects.create(name="Bos", search_name="bos", created_at=LONG_AGO)
    second = open_plan(family=other, owner=setting.plan.owner, anchor=bram, by=setting.by, at=MONDAY)
    join_team(plan=second, worker=nele, because="test", by=setting.by, at=MONDAY)
    goal = setting.goal("Rust", setting.home.sofia)
    setting.action(goal, "Bellen", Doer(worker=nele))
    stayed = hand_over_caseload(of=nele, to=ines, by=setting.by, at=MONDAY)
    assert (stayed, anchors()) == ([], ["Bram De Smet", "Ines Maes"])
    assert not TeamMember.objects.filter(worker=nele, ends_at__isnull=True).exists()
    assert not Involvement.objects.filter(worker=nele, ends_at__isnull=True).exists()
    done = Action.objects.get()
    assert done.doer_worker == ines
    assert {row.worker for row in done.item.named.all()} == {ines}
    left = TeamMember.objects.filter(worker=nele).values_list("left_because", flat=True)
    assert set(left) == {LeftBecause.HANDED_OVER}


def test_a_plan_of_own_people_stays(setting: APlan) -> None:
    nele, ines = setting.network.nele, colleague(setting)
    OwnCircle.objects.create(
        worker=ines,
        person=setting.home.noor,
        given_name="Noor",
        family_name="Peeters",
        starts_at=LONG_AGO,
    )
    assert hand_over_caseload(of=nele, to=ines, by=setting.by, at=MONDAY) == [setting.plan]
    assert anchors() == ["Nele Wouters"]


def test_not_to_who_left(setting: APlan) -> None:
    nele, ines = setting.network.nele, colleague(setting)
    Worker.objects.filter(pk=ines.pk).update(left_at=LONG_AGO)
    ines.refresh_from_db()
    for to in (ines, nele):
        with pytest.raises(ValidationError):
            hand_over_caseload(of=nele, to=to, by=setting.by, at=MONDAY)


def test_to_another_organisation_nothing_goes_without_its_yes(setting: APlan) -> None:
    nele, lotte = setting.network.nele, setting.network.lotte
    with pytest.raises(ValidationError, match="andere organisatie"):
        hand_over_caseload(of=nele, to=lotte, by=setting.by, at=MONDAY)
    assert anchors() == ["Nele Wouters"]
    assert not Involvement.objects.filter(worker=lotte, ends_at__isnull=True).exists()


def test_what_is_done_for_an_organisation_of_ones_own_stays_there(setting: APlan) -> None:
    nele, lotte, role = setting.network.nele, setting.network.lotte, setting.network.nele.roles.get()
    cirkant = setting.network.team.organisation
    give_role(by=setting.by, at=LONG_AGO, worker=nele, role=role.role, organisation=cirkant)
    other = Family.objects.create(name="Bos", search_name="bos", created_at=LONG_AGO)
    second = open_plan(family=other, owner=cirkant, anchor=nele, by=setting.by, at=MONDAY)
    assert hand_over_caseload(of=nele, to=lotte, by=setting.by, at=MONDAY) == [setting.plan]
    assert TeamMember.objects.get(plan=second, anchor=True, ends_at=None).worker == lotte
    assert not Involvement.objects.filter(worker=lotte, family=setting.home.family).exists()


def test_who_leaves_is_followed_by_the_deputy(setting: APlan) -> None:
    nele, lotte = setting.network.nele, setting.network.lotte
    Absence.objects.create(worker=nele, deputy=lotte, starts_at=LONG_AGO)
    see_off(by=setting.by, at=MONDAY, worker=nele)
    assert anchors() == ["Lotte Claes"]
    assert [*plans_have_an_anchor(MONDAY), *anchors_work_here(MONDAY)] == []


def test_without_a_deputy_a_colleague_of_the_desk_follows_and_the_desk_is_told(setting: APlan) -> None:
    colleague = worker("Ines Maes", setting.network.counter, "counter")
    see_off(by=setting.by, at=MONDAY, worker=setting.network.nele)
    assert anchors() == [colleague.name]
    assert Message.objects.filter(text=ANCHOR_ASKED).count() == 1
    assert [*plans_have_an_anchor(MONDAY), *anchors_work_here(MONDAY)] == []


def test_where_nobody_is_left_who_sees_the_worker_off_holds_the_plan(setting: APlan) -> None:
    lotte = setting.network.lotte
    see_off(by=acting(lotte), at=MONDAY, worker=setting.network.nele)
    assert anchors() == [lotte.name]
    assert [*plans_have_an_anchor(MONDAY), *anchors_work_here(MONDAY)] == []


def test_nobody_at_all_keeps_the_leaving_from_happening(setting: APlan) -> None:
    with pytest.raises(ValidationError, match="overneemt"):
        leave_plans(worker=setting.network.nele, by=setting.by, at=MONDAY)
    assert anchors() == ["Nele Wouters"]


def test_an_anchor_who_left_is_found_by_the_check(setting: APlan) -> None:
    Worker.objects.filter(pk=setting.network.nele.pk).update(left_at=LONG_AGO)
    assert list(anchors_work_here(MONDAY)) == [f"The anchor person of plan {setting.plan.key} left."]


def test_help_that_starts_brings_a_helper_into_the_team(setting: APlan) -> None:
    bram = setting.network.bram
    joining = {"worker": bram, "because": "deployment.started", "by": acting(bram), "at": MONDAY}
    joined = join_current_plan(family=setting.home.family, **joining)
    assert joined is not None
    assert joined.plan == setting.plan
    elsewhere = Family.objects.create(name="Bos", search_name="bos", created_at=LONG_AGO)
    assert join_current_plan(family=elsewhere, **joining) is None
    assert Plan.objects.count() == 1


def test_what_they_had_to_do_outside_the_team_goes_to_the_anchor(setting: APlan) -> None:
    nele, bram = setting.network.nele, setting.network.bram
    goal = setting.goal("Rust", setting.home.sofia)
    for words in ("Bellen", "Schrijven"):
        setting.action(goal, words, Doer(worker=bram))
    done = Action.objects.get(words="Schrijven")
    Action.objects.filter(pk=done.pk).update(state="done", done_at=MONDAY)
    see_off(by=setting.by, at=MONDAY, worker=bram)
    open_one = Action.objects.get(words="Bellen")
    assert open_one.doer_worker == nele
    assert {row.worker for row in open_one.item.named.all()} == {nele}
    done.refresh_from_db()
    assert done.doer_worker == bram


def test_who_changes_organisation_leaves_the_team_they_came_into_for_it(setting: APlan) -> None:
    bram, nele = setting.network.bram, setting.network.nele
    join_team(plan=setting.plan, worker=bram, because="test", by=setting.by, at=MONDAY)
    goal = setting.goal("Rust", setting.home.sofia)
    setting.action(goal, "Bellen", Doer(worker=bram))
    (held,) = bram.roles.all()
    later = MONDAY + timedelta(days=1)
    other = setting.network.counter.organisation
    give_role(worker=bram, role=held.role, organisation=other, by=setting.by, at=later)
    take_role(by=acting(nele), at=later, held=held)
    assert not TeamMember.objects.filter(worker=bram, ends_at__isnull=True).exists()
    assert not Involvement.objects.filter(worker=bram, ends_at__isnull=True).exists()
    assert Action.objects.get().doer_worker != bram
