"""Who reads their own part learns nothing of what is another's: not that it exists, not by a byte.

Each parent against a young person's own question; everybody against somebody's own access; an
ex-partner with authority over one of two children against the other; and a protected municipality.
"""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kring.foundation.journal.actor import Actor, ActorKind
from kring.registry.people.models import ContactChannel, Person
from kring.registry.places.models import Municipality
from kring.support.circles.actions import TieFacts, add_tie
from kring.support.meetings.actions import NewMeeting, plan_meeting
from kring.support.messages.actions import Letter, write_to_helper
from kring.support.plans.actions import add_action, add_goal, score_goal, tell_child_line
from kring.support.plans.makers import Doer, Maker, NewAction, NewChildLine, NewGoal
from kring.support.requests.actions import Question, ask, take
from kring.support.requests.models import Request
from kring.trust.access.actions import involve, open_access
from kring.trust.access.models import ParentSafety
from kring.trust.consent.actions import HowAsked, record_consent
from tests.access.channels import OWN_FEED
from tests.access.together import sit_together_again
from tests.access.twins import Change, Twins
from tests.access.world import NOW, PERSONS, World
from tests.cast import MONDAY, acting

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PARENTS = ["first_parent", "second_parent", "unsafe_parent"]
OTHERS = [*PARENTS, "trusted_person", "officer"]
"""The officer of data protection, with whom a review of this family and a legal request lie, too."""
POSTS = {
    "mine:copy": [{"vorm": "data"}, {"vorm": "papier"}],
    "mine:plan_paper": [{}],
    "mine:begin": [{"code": "AAAA-AAAA-AAAA"}],
    "portal:status": [{"code": "AAAA-AAAA-AAAA"}],
    "shell:search": [{"q": "Lina"}],
}


def nothing(_world: World) -> None:
    """The world as it is built."""


def reachable(who: Person) -> None:
    """By a telephone of their own, which is known to who helps the family."""
    ContactChannel.objects.get_or_create(person=who, kind="sms", value="+32470999001", safe=True)


def asks_alone(world: World, who: Person) -> Request:
    """A question of her own, taken, and read by who holds it and by the team of the region."""
    network = world.network
    reachable(who)
    question = Question(
        door="web",
        asker_kind="young_person",
        words="Ik wil niet meer naar huis, niemand mag het weten.",
        home_safe="no",
        asker=who,
        family=world.home.family,
        municipality=who.municipality,
    )
    by = acting(network.nele)
    asked = ask(question=question, desk=network.counter, by=by, at=NOW - timedelta(hours=3))
    take(request=asked, worker=network.nele, by=by, at=NOW - timedelta(hours=2))
    for worker in (network.nele, network.lotte):
        client = Client()
        client.force_login(worker.account)
        for page in (reverse("desk:question", args=[asked.key]), reverse("mine:access", args=[who.key])):
            assert client.get(page).status_code == 200
    return asked


def a_daughter_asks_alone(world: World) -> None:
    """Lina of fifteen asks alone, and says yes to a helper of hers."""
    lina = world.persons["young_person"]
    asks_alone(world, lina)
    record_consent(
        person=lina,
        purpose="share",
        outcome="yes",
        organisation=world.network.outside.organisation,
        how=HowAsked(asked_alone=True),
        by=acting(world.network.nele),
        at=NOW - timedelta(hours=1),
    )


def a_daughter_keeps_goals_and_messages_to_herself(world: World) -> None:
    """Lina puts a goal on the plan, shares it with nobody, and writes to Nele."""
    lina, nele = world.persons["young_person"], world.network.nele
    by = Actor(ActorKind.PERSON, lina.key, lina.name)
    hand = {"by": by, "at": NOW - timedelta(hours=2)}
    add_goal(
        plan=world.goal.plan,
        goal=NewGoal("Ik wil bij de scouts.", (lina,)),
        maker=Maker(person=lina),
        **hand,
    )
    letter = Letter("Zeg het niet aan mama.")
    owner = world.network.counter.organisation
    write_to_helper(person=lina, letter=letter, to=nele, owner=owner, **hand)


def more_plan_of_the_mother(world: World) -> None:
    """Sofia puts a goal of her own on the plan, and says how it goes."""
    sofia = world.home.sofia
    hand = {
        "maker": Maker(person=sofia),
        "by": Actor(ActorKind.PERSON, sofia.key, sofia.name),
        "at": NOW - timedelta(hours=2),
    }
    goal = add_goal(plan=world.goal.plan, goal=NewGoal("Werk vinden.", (sofia,)), **hand)
    score_goal(goal=goal, person=sofia, score=3, **hand)
    score_goal(goal=world.goal, person=sofia, score=7, **hand)


def a_small_child_asks_alone(world: World) -> None:
    """Noor of six asks alone; her mother reads for her, and not this."""
    asks_alone(world, world.home.noor)


def a_son_has_an_access(world: World) -> None:
    """Younes of fourteen reads his own part, and did so today."""
    nele = world.network.nele
    opened = open_access(
        person=world.home.younes, opened_by=nele, by=acting(nele), at=NOW - timedelta(hours=2)
    )
    client = Client()
    client.force_login(opened.access.account)
    for page in ("home", "looked", "sharing"):
        assert client.get(reverse(f"mine:{page}")).status_code == 200


def ex_partner_is_safe(world: World) -> None:
    """The mother said that the father of Noor may read along about her."""
    rows = ParentSafety.objects.filter(parent=world.persons["unsafe_parent"])
    rows.update(safe=True)


def ex_partner_takes_part(world: World) -> None:
    """And he takes part in a goal of Noor, with something to do and a day to meet."""
    ex_partner_is_safe(world)
    karim, noor, nele = world.persons["unsafe_parent"], world.home.noor, world.network.nele
    maker = Maker(worker=nele, organisation=world.network.counter.organisation)
    hand = {"maker": maker, "by": acting(nele), "at": MONDAY}
    new = NewGoal("Noor leert fietsen.", (noor,), together=(karim,))
    goal = add_goal(plan=world.goal.plan, goal=new, **hand)
    to_do = NewAction("De fiets halen", Doer(person=karim), due_on=date(2026, 11, 20))
    add_action(goal=goal, new=to_do, **hand)
    starts = MONDAY + timedelta(days=9)
    meeting = NewMeeting(
        kind="conversation",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        about=(noor,),
        place="Op het bureau",
        persons=(karim,),
    )
    plan_meeting(plan=world.goal.plan, new=meeting, **hand)


def more_around_the_other_child(world: World) -> None:
    """The same, with more of the son, of the mother and of who helps them."""
    ex_partner_takes_part(world)
    _more_plan_of_the_other_child(world)
    network, home = world.network, world.home
    for about in (home.younes, home.sofia, home.family):
        involve(
            at=MONDAY,
            about=about,
            who=network.bram,
            role="team",
            because="join",
            because_key=network.region.key,
        )
    Person.objects.filter(pk=home.younes.pk).update(given_name="Yassin", interpreter_needed=True)
    client = Client()
    client.force_login(network.bram.account)
    assert client.get(reverse("family_file:family", args=[home.family.key])).status_code == 200


def _more_plan_of_the_other_child(world: World) -> None:
    """A goal and something to do for Younes, what he says, who stands by him, help, and minutes."""
    younes, sofia, nele = world.home.younes, world.home.sofia, world.network.nele
    house = world.network.counter.organisation
    maker = Maker(worker=nele, organisation=house)
    hand = {"by": acting(nele), "at": MONDAY}
    new = NewGoal("Younes gaat weer naar school.", (younes, sofia), together=(younes,))
    goal = add_goal(plan=world.goal.plan, goal=new, maker=maker, **hand)
    to_do = NewAction("Bellen", Doer(person=younes), due_on=date(2026, 11, 20))
    add_action(goal=goal, new=to_do, maker=maker, **hand)
    line = NewChildLine("Ik wil rust", spoken_alone_on=date(2026, 10, 30))
    tell_child_line(plan=world.goal.plan, child=younes, line=line, maker=maker, **hand)
    facts = TieFacts("trainer Luc", "trainer", "near", "strong", "helps")
    add_tie(family=world.home.family, about=[younes], facts=facts, author=nele, owner=house, **hand)
    sit_together_again(world.talk, world.home, world.network)


def more_together(world: World) -> None:
    """Help and a meeting to which nobody of these was invited, and what was said in another."""
    sit_together_again(world.talk, world.home, world.network)


def protected(world: World) -> None:
    """Somebody of the family has a protected address."""
    Person.objects.filter(pk=world.home.noor.pk).update(protected_address=True)


def protected_elsewhere(world: World) -> None:
    """The same, and they live somewhere else."""
    protected(world)
    mol = Municipality.objects.get(name_nl="Mol", valid_until=None)
    Request.objects.filter(pk=world.question.pk).update(municipality=mol)
    Person.objects.filter(memberships__family=world.home.family).update(municipality=mol)


@pytest.fixture(scope="module")
def twins(built: World) -> Twins:
    return Twins(built, POSTS)


@pytest.mark.parametrize(
    ("plain", "secret", "readers"),
    [
        (nothing, a_daughter_asks_alone, OTHERS),
        (nothing, a_small_child_asks_alone, [*OTHERS, "young_person"]),
        (nothing, a_daughter_keeps_goals_and_messages_to_herself, PARENTS),
        (nothing, more_plan_of_the_mother, [*PERSONS[2:], "young_person"]),
        (nothing, a_son_has_an_access, [*PERSONS, "outsider", "receiver", "officer"]),
        (ex_partner_takes_part, more_around_the_other_child, ["unsafe_parent"]),
        (nothing, more_together, [name for name in PERSONS if name != "first_parent"]),
        (protected, protected_elsewhere, [*PERSONS, "officer"]),
    ],
)
def test_what_is_anothers_changes_nothing(
    twins: Twins, plain: Change, secret: Change, readers: list[str]
) -> None:
    found = twins.differences(plain, secret, readers)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(
    ("plain", "secret", "reader"),
    [
        (nothing, a_daughter_asks_alone, "young_person"),
        (nothing, a_daughter_keeps_goals_and_messages_to_herself, "young_person"),
        (nothing, more_plan_of_the_mother, "first_parent"),
        (nothing, ex_partner_is_safe, "unsafe_parent"),
        (ex_partner_is_safe, ex_partner_takes_part, "unsafe_parent"),
        (nothing, protected, "first_parent"),
    ],
)
def test_whose_it_is_reads_it(twins: Twins, plain: Change, secret: Change, reader: str) -> None:
    assert twins.differences(plain, secret, [reader]) != []


def test_the_calendar_and_the_paper_of_who_takes_part_tell_it(twins: Twins) -> None:
    """So that what is alike above is not alike because nothing was told there."""
    found = twins.differences(ex_partner_is_safe, ex_partner_takes_part, ["unsafe_parent"])
    for channel in (OWN_FEED, "POST mine:plan_paper 0", "POST mine:copy 1", "GET mine:plan"):
        assert f"{channel} by unsafe_parent" in found
