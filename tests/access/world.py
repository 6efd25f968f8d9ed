"""The world of the access tests: one question with everything around it, and twelve readers.

The question of the family Peeters – El Amrani lies on the counter in Geel, which asked the service
desk of the CAW to take it over. Lotte leads the intake of the region and holds her meeting.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.journal.actor import VISITOR, Actor, ActorKind
from kring.foundation.keys.sealing import hash_code
from kring.offer.directory.models import Service
from kring.offer.houses.models import House
from kring.registry.network.models import (
    Desk,
    Duty,
    Partnership,
    PartnershipMember,
    RoleType,
    Worker,
    WorkerRole,
)
from kring.registry.people.models import Person
from kring.support.circles.actions import TieFacts, add_tie
from kring.support.deployments.models import Deployment
from kring.support.documents.actions import NewDocument, keep_document
from kring.support.documents.models import Document
from kring.support.documents.tests.files_as_people_send_them import PDF
from kring.support.documents.tests.voices import M4A
from kring.support.meetings.models import Meeting
from kring.support.messages.actions import Letter, write_to_helper
from kring.support.notes.actions import Draft, write_note
from kring.support.notes.models import Note
from kring.support.plans.actions import add_action, add_goal, freeze, open_plan
from kring.support.plans.makers import Doer, Maker, NewAction, NewGoal
from kring.support.plans.models import Action, AfterCare, Goal, HelperWish, PlanTemplate
from kring.support.requests.actions import (
    Question,
    ask,
    ask_handover,
    offer_help,
    open_meeting,
    stage_file,
    take,
)
from kring.support.requests.models import AnswerLink, Handover, IntakeMeeting, Request, StagedFile
from kring.support.requests.sheet import template
from kring.support.signatures.actions import sign_on_paper
from kring.support.signatures.models import Signature
from kring.support.thresholds.models import Threshold
from kring.support.thresholds.tests.logging import ASKED, logged
from kring.trust.access.queries import reader_for
from tests.access.channels import feeds_of
from tests.access.houses import house_of
from tests.access.keepers import kept_right
from tests.access.offer import offered_by
from tests.access.persons import accounts_of, people_with_access
from tests.access.together import helped, invited
from tests.access.watching import Watched, officers, watched
from tests.cast import (
    LONG_AGO,
    MONDAY,
    PASSWORD,
    Network,
    PeetersElAmrani,
    acting,
    kempen,
    organisation,
    peeters_el_amrani,
    worker,
)

NOW = MONDAY + timedelta(days=1)
TOKEN = "een-lange-toevallige-sleutel-van-32"
PERSONS = "young_person first_parent second_parent unsafe_parent trusted_person".split()
"""Who reads their own part: a daughter of fifteen, her mother, her father and the ex-partner of her
mother, of whom the mother said yes and no, and the neighbour whom the daughter trusts."""
READERS = (
    "visitor family service no_role outsider on_duty receiver referrer intake coordinator agency officer"
).split()


@dataclass(eq=False)
class World:
    """The records the routes are about, and the account of each reader (None for a visitor),
    with the address of their calendar."""

    network: Network
    home: PeetersElAmrani
    question: Request
    offered: Request
    handover: Handover
    meeting: IntakeMeeting
    staged: StagedFile
    south: Desk
    note: Note
    document: Document
    goal: Goal
    todo: Action
    check: AfterCare
    wish: HelperWish
    template: PlanTemplate
    watched: Watched
    help: Deployment
    talk: Meeting
    signature: Signature
    spoken: Document
    offer: Service
    house: House
    workers: dict[str, Worker]
    accounts: dict[str, Account | None]
    feeds: dict[str, str]
    persons: dict[str, Person]

    @property
    def threshold(self) -> Threshold:
        """What Sofia and Noor met at the CAW, asked of it by Nele."""
        return Threshold.objects.order_by("pk")[0]


def build() -> World:
    """Everything, from the same actions the product uses."""
    network, home, south = kempen(), peeters_el_amrani(), _south()
    workers = _workers(network, south)
    question = _referred(network, home, workers["referrer"])
    handover = _handed_over(network, question)
    meeting = open_meeting(
        region=network.region, worker=network.lotte, by=acting(network.lotte), at=MONDAY
    )
    persons = people_with_access(network, home)
    _written(network, home)
    accounts = _accounts(workers) | accounts_of(persons)
    goal, todo = _planned(network, home)
    return World(
        network=network,
        home=home,
        question=question,
        offered=_offered(network),
        handover=handover,
        meeting=meeting,
        staged=_staged(network),
        south=south,
        note=_noted(network, home),
        document=_kept(network, home),
        goal=goal,
        todo=todo,
        check=AfterCare.objects.create(plan=goal.plan, months=3, due_on=date(2027, 1, 4)),
        template=_template(network),
        wish=_wished(home, goal),
        watched=watched(home, south, workers["officer"]),
        help=helped(network, home, goal),
        talk=invited(network, home, goal, TOKEN),
        signature=_signed(network, home, goal),
        spoken=_spoken(network, home),
        offer=kept_right(offered_by(network), TOKEN, network.outside.organisation),
        house=house_of(network),
        workers=workers,
        accounts=accounts,
        feeds=feeds_of(accounts),
        persons=persons,
    )


def _wished(home: PeetersElAmrani, goal: Goal) -> HelperWish:
    """Sofia asks for a break."""
    return HelperWish.objects.create(plan=goal.plan, person=home.sofia, kind="break", asked_at=MONDAY)


def _template(network: Network) -> PlanTemplate:
    """What plans of the region can begin from."""
    rest = {"nl": "Rust"}
    since = LONG_AGO.date()
    return PlanTemplate.objects.create(
        code="own", partnership=network.region, name=rest, valid_from=since
    )


def _referred(network: Network, home: PeetersElAmrani, by: Worker) -> Request:
    question = Question(
        door="referral",
        asker_kind="family",
        words="De ochtenden lopen altijd uit op ruzie.",
        topic="parenting",
        family=home.family,
        asker=home.sofia,
        municipality=home.sofia.municipality,
        referred_by=by,
        discuss="with_name",
    )
    asked = ask(question=question, desk=network.counter, by=VISITOR, at=MONDAY)
    take(request=asked, worker=network.nele, by=acting(network.nele), at=MONDAY)
    return asked


def _handed_over(network: Network, question: Request) -> Handover:
    """The question, asked of the service desk, which can answer by a link too."""
    handover = ask_handover(
        request=question,
        to_desk=network.outside,
        words="Bel liever na vier uur.",
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )
    AnswerLink.objects.filter(handover=handover).update(token_hash=hash_code(TOKEN))
    return handover


def _staged(network: Network) -> StagedFile:
    """A file of questions, handed in by Nele."""
    nele, raw = network.nele, template().encode()
    by, desk = acting(nele), network.counter
    return stage_file(name="vragen.csv", raw=raw, desk=desk, worker=nele, by=by, at=MONDAY)


def _offered(network: Network) -> Request:
    """A question without a name, for which help of the CAW was named."""
    question = Question(door="web", asker_kind="family", words="Onze zoon wil niet naar school.")
    request = ask(question=question, desk=network.counter, by=VISITOR, at=MONDAY)
    offer_help(
        request=request,
        starter=network.outside.organisation,
        what="Gesprekken aan huis",
        starts_on=date(2026, 12, 1),
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )
    return request


def _signed(network: Network, home: PeetersElAmrani, goal: Goal) -> Signature:
    """Sofia signed the plan on paper, and Nele kept it."""
    by, nele = acting(network.nele), network.nele
    scan = NewDocument([PDF], "scan.pdf", "Getekend plan", (home.sofia,), told_by="self", private=True)
    return sign_on_paper(
        revision=goal.plan.revisions.get(),
        person=home.sofia,
        as_read=PDF,
        scan=scan,
        worker=nele,
        along=reader_for(nele.account, MONDAY),
        owner=network.counter.organisation,
        by=by,
        at=MONDAY,
    )


def _spoken(network: Network, home: PeetersElAmrani) -> Document:
    """Sofia spoke a message to Nele."""
    house, by = network.counter.organisation, Actor(ActorKind.PERSON, home.sofia.key, home.sofia.name)
    voice = NewDocument(
        [M4A], "stem.m4a", "Gesproken bericht", (home.sofia,), kind="spoken", told_by="self"
    )
    return keep_document(new=voice, author=None, owner=house, by=by, at=MONDAY)


def _noted(network: Network, home: PeetersElAmrani) -> Note:
    """What Sofia told Nele about her children."""
    return write_note(
        draft=Draft("Noor slaapt weer door.", [home.sofia, home.noor], told_by="self"),
        author=network.nele,
        owner=network.counter.organisation,
        by=acting(network.nele),
        at=MONDAY,
    )


def _written(network: Network, home: PeetersElAmrani) -> None:
    """Sofia wrote to Nele, and met a threshold."""
    logged(network, home, words_sent=ASKED)
    write_to_helper(
        person=home.sofia,
        letter=Letter("Mag oma meekomen?"),
        to=network.nele,
        owner=network.counter.organisation,
        by=Actor(ActorKind.PERSON, home.sofia.key, home.sofia.name),
        at=MONDAY,
    )


def _planned(network: Network, home: PeetersElAmrani) -> tuple[Goal, Action]:
    """The plan of the family: a goal about Sofia and Noor, and what Sofia will do for it."""
    nele, house = network.nele, network.counter.organisation
    plan = open_plan(family=home.family, owner=house, anchor=nele, by=acting(nele), at=MONDAY)
    maker = Maker(worker=nele, organisation=house)
    goal = add_goal(
        plan=plan,
        goal=NewGoal("Rustige ochtenden.", (home.sofia, home.noor), together=(home.sofia,)),
        maker=maker,
        by=acting(nele),
        at=MONDAY,
    )
    new = NewAction("Samen een ochtendkaart maken", Doer(person=home.sofia))
    todo = add_action(goal=goal, new=new, maker=maker, by=acting(nele), at=MONDAY)
    freeze(plan=plan, because="agreement", worker=nele, by=acting(nele), at=MONDAY)
    _circled(network, home)
    return goal, todo


def _staged(network: Network) -> StagedFile:
    """A file of questions that Nele handed in."""
    nele, raw = network.nele, template().encode()
    return stage_file(
        name="vragen.csv", raw=raw, desk=network.counter, worker=nele, by=acting(nele), at=MONDAY
    )


def _circled(network: Network, home: PeetersElAmrani) -> None:
    """Grandmother Rita in the circle of Noor."""
    add_tie(
        family=home.family,
        about=[home.noor],
        facts=TieFacts("oma Rita", "oma", "near", "strong", "helps"),
        author=network.nele,
        owner=network.counter.organisation,
        by=acting(network.nele),
        at=MONDAY,
    )


def _kept(network: Network, home: PeetersElAmrani) -> Document:
    """A letter about Noor that Sofia gave."""
    return keep_document(
        new=NewDocument([PDF], "brief.pdf", "Brief van school", (home.noor,), told_by="self"),
        author=network.nele,
        owner=network.counter.organisation,
        by=acting(network.nele),
        at=MONDAY,
    )


def _south() -> Desk:
    """An organisation in another region, with a desk of its own."""
    run_by = organisation("vzw Zuid")
    region = Partnership.objects.create(name="Netwerk Zuid", search_name="netwerk zuid", kind="1g1p")
    PartnershipMember.objects.create(
        partnership=region, organisation=run_by, role="lead", starts_at=LONG_AGO
    )
    return Desk.objects.create(name="Onthaal Zuid", kind="service", organisation=run_by, region=region)


def _workers(network: Network, south: Desk) -> dict[str, Worker]:
    intake = RoleType.objects.get(code="intake")
    WorkerRole.objects.filter(worker=network.lotte).update(role=intake)
    return {
        "no_role": _without_role("Rik Zonderrol", network.counter),
        "outsider": worker("Zita Zuid", south),
        "on_duty": network.nele,
        "receiver": network.bram,
        "referrer": _off_duty("Katrien Mertens", south, "helper"),
        "intake": network.lotte,
        "coordinator": _off_duty("Karel Hens", network.team, "coordinator"),
        "agency": _off_duty("An Peers", south, "agency"),
        **officers(south),
    }


def _off_duty(name: str, on: Desk, role: str) -> Worker:
    found = worker(name, on, role)
    Duty.objects.filter(worker=found).delete()
    return found


def _without_role(name: str, on: Desk) -> Worker:
    found = _off_duty(name, on, "helper")
    WorkerRole.objects.filter(worker=found).update(ends_at=MONDAY)
    return found


def _accounts(workers: dict[str, Worker]) -> dict[str, Account | None]:
    made: dict[str, Account | None] = {"visitor": None}
    for kind in (AccountKind.FAMILY, AccountKind.SERVICE):
        email = f"{kind.value}@example.org"
        made[kind.value] = Account.objects.create_user(
            email, PASSWORD, name=kind.value, kind=kind, created_at=LONG_AGO
        )
    return made | {name: one.account for name, one in workers.items()}
