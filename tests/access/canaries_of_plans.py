"""The canaries of what a family plans: goals, what a child says, help, meetings, messages, ties."""

from datetime import date
from typing import Any

from django.db import models as fields

from kring.support.circles.models import Tie
from kring.support.meetings.actions import write_minutes
from kring.support.meetings.models import AgendaPoint, Interpreter, Invitee, Meeting
from kring.support.messages.models import FamilyMessage
from kring.support.plans.actions import (
    add_action,
    add_remark,
    agree_on_safety,
    join_team,
    tell_child_line,
)
from kring.support.plans.makers import Doer, Maker, NewAction, NewChildLine, NewRemark, NewSafety
from kring.support.plans.models import PlanApproval, TeamMember
from kring.support.thresholds.models import MetBy
from tests.access.canaries import word
from tests.access.world import NOW, World
from tests.cast import MONDAY, acting


def plant_plans(world: World) -> None:
    """A canary in every field of the plan of the family, and of what hangs on it."""
    _goals(world)
    _beside(world)
    _around(world)
    _meetings(world)
    _set(world.help, "what", "intensity", "ended_words")
    _set(FamilyMessage.objects.order_by("pk")[0], "words")
    _set(world.threshold, "asked_words", "answer_words")
    _set(MetBy.objects.get(), "words")
    _set(Tie.objects.order_by("pk")[0], "name", "bond")


def _set(row: fields.Model, *names: str, **given: object) -> None:
    values = {name: word(f"{row._meta.label}.{name}") for name in names}
    type(row)._default_manager.filter(pk=row.pk).update(**values, **given)


def _hand(world: World) -> dict[str, Any]:
    nele, house = world.network.nele, world.network.counter.organisation
    maker = Maker(worker=nele, organisation=house)
    return {"plan": world.goal.plan, "maker": maker, "by": acting(nele), "at": MONDAY}


def _goals(world: World) -> None:
    levels = {"0": word("plans.Goal.attainment")}
    _set(world.goal, "words", "outcome_words", attainment=levels)
    _set(world.goal.plan, "ended_words")
    nobody_known = {"doer_person": None, "doer_worker": None, "doer_organisation": None}
    _set(world.todo, "words", "doer_words", **nobody_known)
    new = NewAction(word("plans.Action.words"), Doer(worker=world.network.nele), due_on=NOW.date())
    hand = {name: value for name, value in _hand(world).items() if name != "plan"}
    add_action(goal=world.goal, new=new, **hand)


def _beside(world: World) -> None:
    """What Noor says and what keeps her safe from the parent who is a danger to her."""
    home, hand = world.home, _hand(world)
    remark = add_remark(remark=NewRemark("worry", "Zorg", (home.sofia,)), **hand)
    _set(remark, "words")
    said = NewChildLine("Ik wil rust", spoken_alone_on=date(2026, 10, 30))
    line = tell_child_line(child=home.noor, line=said, **hand)
    _set(line, "words", "not_spoken_because", "what_makes_safe")
    dangerous = (world.persons["unsafe_parent"],)
    safe = NewSafety("Bel", "Naar", (home.noor,), known_by=(home.sofia,), hidden_from=dangerous)
    _set(agree_on_safety(agreed=safe, **hand), "calls", "goes_to")


def _around(world: World) -> None:
    plan, nele = world.goal.plan, world.network.nele
    hand = {"plan": plan, "by": acting(nele), "at": MONDAY}
    member = join_team(worker=world.network.lotte, because="asked", **hand)
    _set(TeamMember.objects.get(pk=member.pk), "does", "left_words")
    _set(world.check, "words", asked_at=MONDAY, asked_by=nele, goes_well=True)
    _set(world.wish, "words", "answer_words", answered_at=NOW, answered_by=nele)
    kept = plan.revisions.get()
    back = PlanApproval.objects.create(
        revision=kept, approved_by=world.network.lotte, approved_at=MONDAY, good=False, words="Nog eens"
    )
    _set(back, "words")


def _meetings(world: World) -> None:
    hand = _hand(world)
    del hand["plan"]
    talk = world.talk
    _set(talk, "about_words", "cancelled_because", "place", "chair_words")
    _set(write_minutes(meeting=talk, version=None, words="Verslag", **hand), "words")
    talk = Meeting.objects.get(pk=talk.pk)
    Invitee.objects.create(meeting=talk, words=word("meetings.Invitee.words"), invited_at=MONDAY)
    AgendaPoint.objects.create(meeting=talk, words=word("meetings.AgendaPoint.words"), position=9)
    Interpreter.objects.create(
        meeting=talk,
        language="ar",
        state="found",
        found_words=word("meetings.Interpreter.found_words"),
    )
