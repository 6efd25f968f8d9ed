"""What the cast does together: the help of Sofia's family, their round tables, and Rania's talk."""

from datetime import datetime, timedelta

from kring.foundation.deadlines.calendar import add_working_days, local_day, start_of_day
from kring.registry.people.models import FamilyMembership, Person
from kring.support.deployments import actions as helping
from kring.support.deployments.actions import NewHelp
from kring.support.deployments.models import Deployment
from kring.support.meetings import actions as meeting
from kring.support.meetings.actions import NewMeeting
from kring.support.meetings.models import Meeting
from kring.support.plans.makers import Doer, Maker, NewAction
from kring.support.plans.models import Goal, Plan
from kring.tools.demo.cast import Stage
from kring.tools.demo.stories import actor_of
from kring.tools.demo.unrolling import Story

SOFIA, RANIA = "Peeters – El Amrani", "Haddad"


class Hand:
    """Lotte, who writes down what is done together around the plan of one family."""

    def __init__(self, stage: Stage, family: str) -> None:
        self.stage, self.plan = stage, _plan_of(family)
        desk = stage.desks["intake"]
        self.lotte = stage.workers["Lotte Claes"]
        self.by = actor_of(self.lotte, desk)
        self.maker = Maker(worker=self.lotte, organisation=desk.organisation)

    @property
    def people(self) -> tuple[Person, ...]:
        rows = FamilyMembership.objects.filter(family=self.plan.family) if self.plan else ()
        return tuple(row.person for row in rows)

    @property
    def goals(self) -> tuple[Goal, ...]:
        return tuple(Goal.objects.filter(plan=self.plan, ends_at__isnull=True).order_by("pk")[:3])


def _plan_of(family: str) -> Plan | None:
    return Plan.objects.filter(family__name=family).select_related("family").order_by("pk").first()


def help_for_sofia(stage: Stage) -> Story:
    """Bridging by the CAW, then Cirkant and family care; both stop soon, and nothing comes after."""
    yield (at := stage.ago(38, 12))
    hand = Hand(stage, SOFIA)
    if hand.plan is None:
        return
    bridging = _plan_help(
        hand, "Overbrugging: elke week een telefoontje", "Onthaal CAW De Kempen", 38, at
    )
    helping.start_help(deployment=bridging, by=hand.by, at=at)
    guided = _plan_help(
        hand,
        "Contextbegeleiding aan huis",
        "vzw Cirkant, thuisbegeleiding",
        27,
        at,
        24,
        "2 uur per week",
    )
    yield (at := stage.ago(27, 9))
    helping.start_help(deployment=guided, by=hand.by, at=at)
    helping.end_help(deployment=bridging, because="other_help", words="", by=hand.by, at=at)
    yield (at := stage.ago(20, 9))
    care = _plan_help(
        hand, "Gezinszorg op drie ochtenden", "Onthaal CAW De Kempen", 20, at, 17, "6 uur per week"
    )
    helping.start_help(deployment=care, by=hand.by, at=at)


def _plan_help(
    hand: Hand,
    what: str,
    desk: str,
    from_ago: int,
    at: datetime,
    until_ahead: int | None = None,
    intensity: str = "",
) -> Deployment:
    if hand.plan is None:
        raise ValueError("help of the cast hangs under a plan")
    today = local_day(hand.stage.now)
    new = NewHelp(
        what=what,
        persons=hand.people,
        organisation=hand.stage.desks[desk].organisation,
        planned_from=today - timedelta(days=from_ago),
        planned_until=today + timedelta(days=until_ahead) if until_ahead else None,
        intensity=intensity,
        bridging=what.startswith("Overbrugging"),
        plan=hand.plan,
    )
    return helping.plan_help(family=hand.plan.family, new=new, maker=hand.maker, by=hand.by, at=at)


def tables_of_sofia(stage: Stage) -> Story:
    """One round table that was, with what was decided, and one that comes next week."""
    yield (at := stage.ago(35, 12))
    hand = Hand(stage, SOFIA)
    if hand.plan is None:
        return
    first = _table(hand, stage.ago(30, 12), at, "Hoe beginnen we?", others=("Juf An",))
    yield (at := stage.ago(30, 13))
    _sit(hand, first, at)
    yield (at := stage.ago(4, 12))
    coming = _next_day(stage, 5) + timedelta(hours=14)
    second = _table(hand, coming, at, "Wat komt er na de contextbegeleiding?", others=("Juf An",))
    yield (at := stage.ago(3, 12))
    sofia = second.invitees.filter(person__isnull=False).order_by("pk").first()
    if sofia is not None:
        meeting.answer_invitation(invitee=sofia, says="yes", by=hand.by, at=at)


def _next_day(stage: Stage, days: int) -> datetime:
    """The start of the working day that many working days ahead."""
    return start_of_day(add_working_days(local_day(stage.now), days))


def _sit(hand: Hand, first: Meeting, at: datetime) -> None:
    """The table itself: everybody came, one thing was agreed, and it was written down."""
    here = set(first.invitees.values_list("pk", flat=True))
    meeting.note_presence(meeting=first, present=here, by=hand.by, at=at)
    deed = {"meeting": first, "maker": hand.maker, "by": hand.by, "at": at}
    for goal in hand.goals[:1]:
        due = local_day(hand.stage.now) + timedelta(days=4)
        new = NewAction("Gesprek met de juf over te laat komen", Doer(words="oma Fatma"), due_on=due)
        meeting.decide(goal=goal, new=new, **deed)  # type: ignore[arg-type]
    words = (
        "Sofia vertelde hoe de ochtenden gaan. Oma helpt op woensdag. De juf belt als Noor wegblijft."
    )
    meeting.write_minutes(version=None, words=words, **deed)  # type: ignore[arg-type]
    meeting.hold_meeting(meeting=first, by=hand.by, at=at)


def talk_with_rania(stage: Stage) -> Story:
    """A conversation next week, for which a woman who speaks Arabic is still to be found."""
    yield (at := stage.ago(5, 12))
    hand = Hand(stage, RANIA)
    if hand.plan is None:
        return
    coming = _next_day(stage, 2) + timedelta(hours=10)
    hand.plan.refresh_from_db()
    if hand.plan.state != "active":
        return
    _table(hand, coming, at, "Opvang en taalles", kind="conversation", interpreter="ar")


def _table(
    hand: Hand,
    starts: datetime,
    at: datetime,
    about: str,
    *,
    kind: str = "round_table",
    others: tuple[str, ...] = (),
    interpreter: str = "",
) -> Meeting:
    if hand.plan is None:
        raise ValueError("a meeting of the cast hangs under a plan")
    parents = [
        row.person
        for row in FamilyMembership.objects.filter(family=hand.plan.family, role="parent")
        .select_related("person")
        .order_by("starts_at", "pk")[:1]
    ]
    new = NewMeeting(
        kind=kind,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        about=hand.people,
        place="Huis van het Kind",
        about_words=about,
        persons=tuple(parents),
        workers=(hand.lotte,),
        others=others,
        goals=hand.goals,
        interpreter=interpreter,
        gender_wish="woman" if interpreter else "",
        not_from_our_town=bool(interpreter),
    )
    return meeting.plan_meeting(plan=hand.plan, new=new, maker=hand.maker, by=hand.by, at=at)
