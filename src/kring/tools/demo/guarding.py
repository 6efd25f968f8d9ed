"""What the guard has to show: a broken glass that waits for review, a question to help along."""

from datetime import date

from kring.registry.people.models import Family
from kring.registry.people.queries import Identifiers, members_of
from kring.tools.demo.cast import Stage
from kring.tools.demo.stories import actor_of
from kring.tools.demo.unrolling import Story
from kring.trust.access.actions import ask_to_join, break_glass, declare_own


def guarded(stage: Stage) -> Story:
    """A night call at the CIG two days ago, the school that asks, and somebody\'s own brother."""
    yield (at := stage.ago(3, 11))
    family = Family.objects.get(name="Peeters – El Amrani")
    sofia = members_of(family, at)[0].person
    samira = stage.workers["Samira Benali"]
    ask_to_join(
        who=Identifiers(sofia.given_name, sofia.family_name, sofia.birth_date),
        worker=samira,
        reason="Ik begeleid Noor op school sinds september.",
        by=actor_of(samira, stage.desks["CLB Kempen"]),
        at=at,
    )
    hanne = stage.workers["Hanne Maes"]
    brother = Identifiers("Pieter", "Maes", date(1991, 6, 12))
    declare_own(worker=hanne, who=brother, by=actor_of(hanne, stage.desks["Mol"]), at=at)
    yield (at := stage.ago(2, 21))
    inge = stage.workers["Inge Van Dyck"]
    break_glass(
        worker=inge,
        family=family,
        reason="Moeder belt 's nachts in paniek, de vaste begeleider is niet bereikbaar.",
        signed_in_lately=True,
        by=actor_of(inge, stage.desks["CIG Nestel"]),
        at=at,
    )
