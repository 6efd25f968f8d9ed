"""Help and a meeting of the family of the access tests."""

from datetime import date, timedelta

from kring.foundation.keys.sealing import hash_code
from kring.support.deployments.actions import NewHelp, plan_help
from kring.support.deployments.models import Deployment
from kring.support.meetings.actions import NewMeeting, plan_meeting, write_minutes
from kring.support.meetings.models import Meeting
from kring.support.plans.makers import Maker
from kring.support.plans.models import Goal
from tests.cast import MONDAY, Network, PeetersElAmrani, acting


def helped(network: Network, home: PeetersElAmrani, goal: Goal) -> Deployment:
    """Help of the CAW for Sofia and Noor, planned."""
    nele, house = network.nele, network.counter.organisation
    new = NewHelp(
        what="Gezinszorg",
        persons=(home.sofia, home.noor),
        organisation=network.outside.organisation,
        planned_from=date(2026, 11, 9),
        plan=goal.plan,
    )
    maker = Maker(worker=nele, organisation=house)
    return plan_help(family=home.family, new=new, maker=maker, by=acting(nele), at=MONDAY)


def invited(network: Network, home: PeetersElAmrani, goal: Goal, token: str) -> Meeting:
    """A round table with Sofia, who can answer by the link with this token too."""
    nele, house = network.nele, network.counter.organisation
    starts = MONDAY + timedelta(days=11)
    new = NewMeeting(
        kind="round_table",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        about=(home.sofia, home.noor),
        place="Huis van het Kind Geel",
        persons=(home.sofia,),
        goals=(goal,),
    )
    maker = Maker(worker=nele, organisation=house)
    made = plan_meeting(plan=goal.plan, new=new, maker=maker, by=acting(nele), at=MONDAY)
    made.invitees.update(token_hash=hash_code(token))
    return made


def sit_together_again(talk: Meeting, home: PeetersElAmrani, network: Network) -> None:
    """Other help for Younes and Noor, a meeting of the mother and the helpers, and minutes."""
    nele, house = network.nele, network.counter.organisation
    maker, by, plan = Maker(worker=nele, organisation=house), acting(network.nele), talk.plan
    new = NewHelp(
        what="Gesprekken met Younes",
        persons=(home.younes, home.noor),
        organisation=house,
        planned_from=date(2026, 11, 16),
        plan=plan,
    )
    plan_help(family=home.family, new=new, maker=maker, by=by, at=MONDAY)
    starts = MONDAY + timedelta(days=4)
    again = NewMeeting(
        kind="conversation",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        about=(home.noor,),
        place="Op het bureau",
        workers=(nele,),
        others=("Een dokter",),
    )
    plan_meeting(plan=plan, new=again, maker=maker, by=by, at=MONDAY)
    write_minutes(meeting=talk, version=None, words="Sofia is bang.", maker=maker, by=by, at=MONDAY)
