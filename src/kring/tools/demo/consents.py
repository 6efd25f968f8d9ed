"""What the cast agreed to: an anchor person, an answer about sharing, and something that was shared."""

from datetime import datetime

from kring.registry.people import actions as people
from kring.registry.people.models import Person
from kring.support.requests.actions import give_answer
from kring.tools.demo.cast import Household, Stage
from kring.tools.demo.cast_plans import open_with_lotte
from kring.tools.demo.stories import actor_of
from kring.trust.access.actions import involve
from kring.trust.access.models import Involvement
from kring.trust.consent.actions import HowAsked, Shared, record_sharing
from kring.trust.consent.models import Consent


def agree_with_lotte(stage: Stage, home: Household) -> None:
    """Lotte becomes the anchor person, Cirkant helps; Sofia says yes to it, and to the CLB not now."""
    at = stage.ago(39, 11)
    open_with_lotte(stage, home)
    involve(
        at=at,
        about=home.family,
        who=stage.desks["vzw Cirkant, thuisbegeleiding"],
        role=Involvement.Role.TEAM,
        because="anchor_chosen",
        because_key=home.family.key,
    )
    _says(stage, home, at)


def _says(stage: Stage, home: Household, at: datetime) -> None:
    """What Sofia answered when Lotte asked her alone."""
    lotte = stage.workers["Lotte Claes"]
    by = actor_of(lotte, stage.desks["intake"])
    how = HowAsked(
        asked_alone=True,
        language="nl",
        interpreter=Consent.Interpreter.NONE,
        text_read="share.parent.2.nl",
        recorded_by=lotte,
    )
    said: tuple[tuple[str, str, list[str]], ...] = (
        ("vzw Cirkant, thuisbegeleiding", Consent.Outcome.YES, ["parenting", "school"]),
        ("CLB Kempen", Consent.Outcome.NOT_NOW, []),
    )
    for desk, outcome, domains in said:
        answer = Consent(
            person=home.parent,
            purpose=Consent.Purpose.SHARE,
            what_for="Samen rust brengen in de ochtenden.",
            outcome=outcome,
            organisation=stage.desks[desk].organisation,
            domains=domains,
        )
        give_answer(answer=answer, how=how, by=by, at=at)


def father_elsewhere(stage: Stage, home: Household) -> None:
    """Noor has a father who lives elsewhere; nobody asked yet whether it is safe that he reads along."""
    at = stage.ago(39, 11)
    lotte = stage.workers["Lotte Claes"]
    by = actor_of(lotte, stage.desks["intake"])
    noor = Person.objects.get(memberships__family=home.family, given_name="Noor")
    father = people.register_person(by=by, at=at, given_name="Kristof", family_name="Peeters")
    people.relate(by=by, at=at, person=father, to=noor, type="vader", authority=True)
    shared = Shared(
        what="Dat Noor in december soms later op school is.",
        receiver_kind="school",
        receiver="Basisschool De Linde",
        necessary_because="De school vroeg waarom ze te laat komt.",
        in_the_interest_of="Noor",
        consent_asked="yes",
        legal_basis="consent",
        from_organisation=stage.desks["intake"].organisation,
    )
    record_sharing(person=noor, shared=shared, worker=lotte, by=by, at=at)
