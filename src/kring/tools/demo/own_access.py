"""The people of the families who read their own part, and a girl who asks alone."""

from datetime import datetime

from kring.foundation.journal.actor import VISITOR
from kring.registry.people.models import Person
from kring.support.requests import actions
from kring.tools.demo.cast import Stage, municipality, take_as
from kring.tools.demo.stories import actor_of
from kring.tools.demo.unrolling import Story
from kring.trust.access.actions import open_access

SOFIA = {
    "nl": "Mama van Noor en Ilyas, leest haar eigen deel",
    "fr": "Maman de Noor et Ilyas, lit sa propre partie",
    "en": "Mother of Noor and Ilyas, reads her own part",
}
FIEN = {
    "nl": "15 jaar, vroeg alleen hulp; haar ouders weten het niet",
    "fr": "15 ans, a demandé de l'aide seule ; ses parents ne le savent pas",
    "en": "15 years, asked for help alone; her parents do not know",
}
WORRY = "Ik slaap slecht en wil met iemand praten. Mijn ouders mogen dit niet weten."


def lets_in(
    stage: Stage, worker: str, desk: str, person: Person, story: dict[str, str], at: datetime
) -> None:
    """A worker opens an own access; in a demonstration it is entered without a password."""
    who = stage.workers[worker]
    by = actor_of(who, stage.desks[desk])
    opened = open_access(person=person, opened_by=who, by=by, at=at, on_paper=True)
    account = opened.access.account
    account.story = story
    account.save(update_fields=["story"])


def asks_alone(stage: Stage) -> Story:
    """Fien, fifteen, asks on the web; Nele takes it on and opens her an access of her own."""
    yield (asked := stage.ago(5, 16))
    question = actions.Question(
        door="web",
        asker_kind="young_person",
        words=WORRY,
        municipality=municipality("Geel"),
        age_bands=["12-17"],
        home_safe="yes",
    )
    asker = actions.NewAsker(
        name="Fien", reach_kind="sms", reach="+32470000015", hours="weekdagen na 16 uur"
    )
    desk = stage.desks["Geel"]
    request = actions.ask_as(question=question, asker=asker, desk=desk, by=VISITOR, at=asked)
    yield (at := stage.ago(4, 9))
    take_as(stage, "Nele Wouters", request, at)
    yield (at := stage.ago(4, 15))
    if request.asker is not None:
        lets_in(stage, "Nele Wouters", "Geel", request.asker, FIEN, at)
