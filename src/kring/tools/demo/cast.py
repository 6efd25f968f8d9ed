"""The cast: workers one can log in as, and the families whose stories the docs tell."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from kring.foundation.accounts.actions import create_account
from kring.foundation.accounts.models import AccountKind
from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM, VISITOR
from kring.registry.network import actions as network_actions
from kring.registry.network.models import Desk, Organisation, RoleType, Sector, Worker
from kring.registry.people import actions as people
from kring.registry.people.models import Family, Person
from kring.registry.places.models import Municipality
from kring.support.requests import actions
from kring.support.requests.models import Request
from kring.tools.demo.network import Network, put_to_work
from kring.tools.demo.reading import rows
from kring.tools.demo.stories import actor_of

KEMPEN = "Trefplaats Jeugdhulp Kempen"


@dataclass
class Stage:
    """The desks and workers the stories are played on."""

    network: Network
    now: datetime
    desks: dict[str, Desk] = field(default_factory=dict)
    workers: dict[str, Worker] = field(default_factory=dict)

    def ago(self, days: float, hour: int = 10) -> datetime:
        """``days`` before now, at an hour of the day (UTC), never in the future."""
        moment = (self.now - timedelta(days=days)).replace(hour=hour, minute=12)
        return min(moment, self.now)


SERVICES = (
    ("CLB Kempen", "CLB Kempen", "clb"),
    ("Onthaal CAW De Kempen", "CAW De Kempen", "caw"),
    ("CIG Nestel", "Centrum voor Integrale Gezinszorg Nestel - Begeleiding met Verblijf", "cig"),
    ("vzw Cirkant, thuisbegeleiding", "vzw Cirkant", "bjb"),
)


def raise_cast(network: Network, since: datetime, now: datetime) -> Stage:
    """Open the service desks of the Kempen and put the cast to work."""
    stage = Stage(network, now)
    region = network.regions[KEMPEN]
    for name, host, sector in SERVICES:
        organisation = network.organisations.get(host) or network_actions.open_organisation(
            by=SYSTEM, at=since, name=host, sector=sector
        )
        # the list of the region does not tell the sector of each of its organisations
        Organisation.objects.filter(pk=organisation.pk, sector=Sector.OTHER).update(sector=sector)
        network.organisations[host] = organisation
        stage.desks[name] = network_actions.open_desk(
            by=SYSTEM, at=since, name=name, kind="service", organisation=organisation, region=region
        )
    stage.desks["intake"] = network.intake[region.pk]
    stage.desks["Gent"] = network.intake[network.regions["Gent"].pk]
    stage.desks["fallback"] = next(d for d in network.intake.values() if d.fallback)
    for town in ("Geel", "Mol"):
        stage.desks[town] = network.counters[municipality(town).pk]
    for row in rows("cast"):
        stage.workers[row["name"]] = _hire(row, stage, since)
    stage.desks["vzw Cirkant, thuisbegeleiding"].refresh_from_db()
    _hire_quietly(stage, since)
    return stage


def municipality(name: str) -> Municipality:
    return Municipality.objects.get(name_nl=name, valid_until=None)


def _hire(row: dict[str, str], stage: Stage, since: datetime) -> Worker:
    name = row["name"]
    email = f"{name.lower().replace(' ', '.')}@example.org"
    story = {language: row[language] for language in ("nl", "fr", "en")}
    account = create_account(
        by=SYSTEM, at=since, email=email, kind=AccountKind.WORKER, name=name, story=story
    )
    worker = network_actions.add_worker(by=SYSTEM, at=since, name=name, email=email, account=account)
    kind = RoleType.objects.get(code=row["role"])
    put_to_work(stage.network, worker, stage.desks[row["desk"]], kind, since)
    return worker


def _hire_quietly(stage: Stage, since: datetime) -> None:
    """Somebody on the list of the one service desk without a voice in the stories."""
    desk = stage.desks["vzw Cirkant, thuisbegeleiding"]
    worker = network_actions.add_worker(by=SYSTEM, at=since, name="Stijn Aerts")
    put_to_work(stage.network, worker, desk, RoleType.objects.get(code="helper"), since)


@dataclass(frozen=True)
class Household:
    """A family of the cast and the parent who asks."""

    family: Family
    parent: Person


def household(
    stage: Stage,
    at: datetime,
    name: str,
    town: str,
    parent: tuple[str, str, int],
    children: list[tuple[str, float]],
    **about_parent: object,
) -> Household:
    """Register a family: a parent (given, family name, age) and children (name, age in years).

    A negative age is a child that is expected.
    """
    given, last, age = parent
    by = SYSTEM
    living = municipality(town)
    asker = people.register_person(
        by=by,
        at=at,
        given_name=given,
        family_name=last,
        birth_date=born(stage.now, age),
        municipality=living,
        **about_parent,  # type: ignore[arg-type]
    )
    family = people.register_family(by=by, at=at, name=name)
    people.add_member(by=by, at=at, family=family, person=asker, role="parent")
    people.add_channel(
        by=by,
        at=at,
        person=asker,
        kind="phone",
        value="+32470000011",
        safe=True,
        preferred=True,
        hours="weekdagen na 16 uur",
        say_to_others="Het gaat over de speelgroep.",
    )
    for child in children:
        _child(stage, at, home=(family, asker, living), child=child)
    return Household(family, asker)


def _add_child(stage: Stage, at: datetime, to: Household, name: str, years: float) -> None:
    when = born(stage.now, years)
    person = people.register_person(
        by=SYSTEM,
        at=at,
        given_name=name,
        family_name=to.parent.family_name,
        municipality=to.parent.municipality,
        birth_date=when if years >= 0 else None,
        expected_birth_date=when if years < 0 else None,
    )
    people.add_member(by=SYSTEM, at=at, family=to.family, person=person, role="child")
    people.relate(by=SYSTEM, at=at, person=to.parent, to=person, type="moeder", authority=True)


def _child(
    stage: Stage, at: datetime, *, home: tuple[Family, Person, Municipality], child: tuple[str, float]
) -> None:
    family, parent, living = home
    name, years = child
    when = born(stage.now, years)
    person = people.register_person(
        by=SYSTEM,
        at=at,
        given_name=name,
        family_name=parent.family_name,
        municipality=living,
        birth_date=when if years >= 0 else None,
        expected_birth_date=when if years < 0 else None,
    )
    people.add_member(by=SYSTEM, at=at, family=family, person=person, role="child")
    people.relate(by=SYSTEM, at=at, person=parent, to=person, type="moeder", authority=True)


def born(now: datetime, years: float) -> date:
    return local_day(now - timedelta(days=years * 365.25))


def take_as(stage: Stage, name: str, request: Request, at: datetime) -> None:
    """One of the cast takes a question."""
    request.refresh_from_db()
    worker = stage.workers[name]
    actions.take(request=request, worker=worker, by=actor_of(worker, request.desk), at=at)


def ask_at(
    stage: Stage,
    desk: str,
    at: datetime,
    words: str,
    town: str,
    home: Household | None = None,
    **more: object,
) -> Request:
    """A question of the cast, laid on a desk."""
    given: dict[str, object] = {"door": "web", "asker_kind": "family", **more}
    return actions.ask(
        question=actions.Question(
            words=words,
            municipality=municipality(town),
            family=home.family if home else None,
            asker=home.parent if home else None,
            **given,  # type: ignore[arg-type]
        ),
        desk=stage.desks[desk],
        by=VISITOR,
        at=at,
    )


def hand_over_as(stage: Stage, name: str, request: Request, to: str, words: str, at: datetime) -> object:
    """One of the cast asks another desk to take a question over."""
    worker = stage.workers[name]
    return actions.ask_handover(
        request=request,
        to_desk=stage.desks[to],
        words=words,
        worker=worker,
        by=actor_of(worker, request.desk),
        at=at,
    )


__all__ = ["ask_at", "hand_over_as", "household", "raise_cast", "take_as"]
