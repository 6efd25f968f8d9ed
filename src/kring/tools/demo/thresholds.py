"""Thresholds of the demo: what Sofia met, and what the project in Mol asked of others this year."""

from collections.abc import Iterator
from datetime import datetime
from random import Random

from kring.registry.network.models import Worker
from kring.registry.people.models import Family, FamilyMembership
from kring.support.thresholds import actions
from kring.support.thresholds.actions import NewThreshold, WhoMet
from kring.support.thresholds.models import Threshold
from kring.tools.demo.cast import Stage
from kring.tools.demo.stories import actor_of, working_hour
from kring.tools.demo.unrolling import Story

ASKED = (
    ("language", "Kan er op vaste uren een tolk bij, of iemand die Arabisch spreekt?"),
    ("language", "Kunnen jullie de brief over de eerste afspraak in eenvoudige taal maken?"),
    ("hours", "Kan het onthaal één avond per week open blijven?"),
    ("digital", "Kan iemand ook aan het loket aanmelden, zonder computer?"),
    ("childcare", "Kan er opvang zijn tijdens de gesprekken, zoals op woensdag?"),
    ("transport", "Kan het eerste gesprek dichter bij huis, in het Huis van het Kind?"),
    ("paperwork", "Is het attest echt nodig voor een eerste gesprek?"),
    ("waiting", "Kan er al een eerste gesprek zijn terwijl iemand wacht?"),
)
AT = ("CLB Kempen", "Onthaal CAW De Kempen", "CIG Nestel", "vzw Cirkant, thuisbegeleiding")
ANSWERS = (
    "Ja, we passen dit aan vanaf volgende maand.",
    "We bespreken dit in ons team en proberen het drie maanden uit.",
    "Dat kan nu niet: we hebben er geen mensen voor.",
)
SPAN_DAYS, COUNT = 300, 36
ANSWERED, SETTLED, REMOVED = 0.75, 0.7, 0.6


def thresholds(stage: Stage, chance: Random) -> Iterator[Story]:
    """Those of the project, and the one of Sofia."""
    yield _of_sofia(stage)
    for _turn in range(COUNT):
        yield _one(stage, chance.uniform(2, SPAN_DAYS), Random(chance.random()))  # noqa: S311


def _one(stage: Stage, days: float, chance: Random) -> Story:
    yield (at := working_hour(stage.ago(days, 8), 0, chance))
    desk, (kind, words) = stage.desks[chance.choice(AT)], chance.choice(ASKED)
    hanne, mol = stage.workers["Hanne Maes"], stage.desks["Mol"]
    new = NewThreshold(kind=kind, organisation=desk.organisation, words_sent=words)
    by = actor_of(hanne, mol)
    one = actions.log_threshold(new=new, worker=hanne, owner=mol.organisation, by=by, at=at)
    there = next((who for who in stage.network.workers.get(desk.pk, ())), None)
    if there is not None and chance.random() < ANSWERED:
        yield (at := working_hour(at, chance.uniform(2, 25), chance))
        _answered(one, there, chance.choice(ANSWERS), at)
    if chance.random() < SETTLED:
        yield (at := working_hour(at, chance.uniform(10, 40), chance))
        removed = chance.random() < REMOVED
        actions.settle_threshold(threshold=one, removed=removed, by=by, at=at)


def _answered(one: Threshold, there: Worker, words: str, at: datetime) -> None:
    by = actor_of(there, one.organisation.desks.order_by("pk")[0])
    actions.answer_threshold(threshold=one, words=words, worker=there, by=by, at=at)


def _of_sofia(stage: Stage) -> Story:
    """Nobody at the counter spoke her language: asked of the CAW, and not answered yet."""
    yield (at := stage.ago(6, 13))
    family = Family.objects.get(name="Peeters – El Amrani")
    parents = FamilyMembership.objects.filter(family=family, role="parent").select_related("person")
    sofia = parents.order_by("starts_at", "pk")[0].person
    lotte, desk = stage.workers["Lotte Claes"], stage.desks["intake"]
    told = "Sofia stond aan het loket en begreep de papieren niet. Ze ging weer naar huis."
    new = NewThreshold(
        kind="language",
        organisation=stage.desks["Onthaal CAW De Kempen"].organisation,
        words_sent="Kan er bij een eerste gesprek aan het loket een tolk bellen?",
        met=WhoMet(family, (sofia,), told),
    )
    by = actor_of(lotte, desk)
    actions.log_threshold(new=new, worker=lotte, owner=desk.organisation, by=by, at=at)
