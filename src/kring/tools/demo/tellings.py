"""What is written in the story of the families of the cast, and one working note beside it."""

from kring.registry.people.models import Person
from kring.support.notes.actions import Draft, write_note
from kring.tools.demo.cast import Household, Stage
from kring.tools.demo.stories import actor_of
from kring.tools.demo.unrolling import Story
from kring.trust.access.models import ToldBy

MORNING = "Sofia vertelt dat het beter gaat als de tas de avond voordien klaarstaat."
DRAWING = "Noor tekende haar klas, met haar juf naast haar. “Bij de deur is het druk”, zegt ze."
NEIGHBOUR = "De buurvrouw hoort 's ochtends vaak roepen en vraagt of wij het weten."
REMINDER = "Volgende keer vragen of Kristof weet van de afspraken op school."


def tell_of_mornings(stage: Stage, home: Household) -> Story:
    """Sofia and Noor tell Lotte; a neighbour tells her something in confidence."""
    noor = Person.objects.get(memberships__family=home.family, given_name="Noor")
    lotte, desk = stage.workers["Lotte Claes"], stage.desks["intake"]
    told = (
        (38, Draft(MORNING, [home.parent, noor], ToldBy.SELF, domain="parenting")),
        (33, Draft(DRAWING, [noor], ToldBy.SELF, domain="school")),
        (31, Draft(NEIGHBOUR, [noor], ToldBy.THIRD)),
        (30, Draft(REMINDER, [noor], private=True)),
    )
    for days, draft in told:
        yield (at := stage.ago(days, 15))
        by, owner = actor_of(lotte, desk), desk.organisation
        write_note(draft=draft, author=lotte, owner=owner, by=by, at=at)
