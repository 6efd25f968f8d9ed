"""The stories of the cast, as they stand today: the clocks in them live."""

from datetime import timedelta

from kring.foundation.deadlines.calendar import local_day
from kring.support.requests import actions
from kring.support.requests.models import Handover, Request
from kring.tools.demo.cast import Household, Stage, ask_at, hand_over_as, household, take_as
from kring.tools.demo.cast_plans import first_plan_of_rania, plan_of_mornings
from kring.tools.demo.consents import agree_with_lotte, father_elsewhere
from kring.tools.demo.courts import a_court_asks
from kring.tools.demo.guarding import guarded
from kring.tools.demo.own_access import SOFIA, asks_alone, lets_in
from kring.tools.demo.stories import actor_of
from kring.tools.demo.tellings import tell_of_mornings
from kring.tools.demo.unrolling import Story

MORNINGS = "Dat de ochtenden zonder ruzie verlopen en Noor op tijd op school is."


def cast_stories(stage: Stage) -> list[Story]:
    """One story per family of the cast, the question of a girl of fifteen, and the guard."""
    tales = (_peeters_el_amrani, _vermeulen, _daems, _haddad, _yilmaz, _expecting, _alone)
    later = (guarded, asks_alone)
    return [tale(stage) for tale in (*tales, *later)]


def _peeters_el_amrani(stage: Stage) -> Story:
    """Asked in Geel, handed over warmly, answered on day 9, help on day 22."""
    yield (asked := stage.ago(49, 9))
    home = household(
        stage,
        asked,
        "Peeters – El Amrani",
        "Geel",
        ("Sofia", "El Amrani", 34),
        [("Noor", 7), ("Ilyas", 0.9)],
        preferred_language="nl",
        known_languages=["nl", "ar"],
    )
    request = ask_at(
        stage, "Geel", asked, MORNINGS, "Geel", home, topic="parenting", age_bands=["0-2", "6-11"]
    )
    yield (at := stage.ago(48, 9))
    take_as(stage, "Nele Wouters", request, at)
    yield (at := stage.ago(47, 14))
    hand_over_as(stage, "Nele Wouters", request, "intake", "Sofia weet dit en vindt het goed.", at)
    yield (at := stage.ago(46, 9))
    lotte = stage.workers["Lotte Claes"]
    by = actor_of(lotte, stage.desks["intake"])
    handover = Handover.objects.get(request=request)
    actions.accept_handover(handover=handover, worker=lotte, by=by, at=at)
    take_as(stage, "Lotte Claes", request, at)
    yield from _helped_at_home(stage, home, request)


def _helped_at_home(stage: Stage, home: Household, request: Request) -> Story:
    """What Lotte agreed with Sofia, what was told meanwhile, and the help that began."""
    lotte = stage.workers["Lotte Claes"]
    by = actor_of(lotte, stage.desks["intake"])
    yield (at := stage.ago(45, 9))
    lets_in(stage, "Lotte Claes", "intake", home.parent, SOFIA, at)
    yield (at := stage.ago(45, 10))
    actions.record_support(request=request, kind="first_support", by=by, at=at)
    yield (at := stage.ago(40, 10))
    answer = actions.offer_help(
        request=request,
        starter=stage.desks["vzw Cirkant, thuisbegeleiding"].organisation,
        what="Contextbegeleiding aan huis, twee uur per week",
        starts_on=local_day(stage.ago(27)),
        worker=lotte,
        by=by,
        at=at,
    )
    actions.family_confirms(answer=answer, by=by, at=at)
    yield stage.ago(39, 11)
    agree_with_lotte(stage, home)
    father_elsewhere(stage, home)
    yield plan_of_mornings(stage, home)
    yield from tell_of_mornings(stage, home)
    yield (at := stage.ago(27, 8))
    actions.record_support(request=request, kind="agreed_help", by=by, at=at)
    yield stage.ago(1, 14)
    a_court_asks(stage, home)


def _vermeulen(stage: Stage) -> Story:
    """A mother of 19 with a baby of three weeks; the CIG was asked and has not answered."""
    yield (asked := stage.ago(27, 9))
    home = household(stage, asked, "Vermeulen", "Geel", ("Jana", "Vermeulen", 19), [("Lou", 0.13)])
    words = "Alleenstaande mama, 19, baby van 3 weken. Ik kan niet meer thuis blijven wonen."
    request = ask_at(stage, "Geel", asked, words, "Geel", home, topic="money", age_bands=["0-2"])
    yield (at := stage.ago(26, 9))
    take_as(stage, "Nele Wouters", request, at)
    yield (at := stage.ago(2, 9))
    words = "Studio nodig voor moeder en baby; Jana weet dit."
    hand_over_as(stage, "Nele Wouters", request, "CIG Nestel", words, at)


def _daems(stage: Stage) -> Story:
    """Two days late, with the CLB since a few weeks."""
    yield (asked := stage.ago(33, 9))
    home = household(stage, asked, "Daems", "Mol", ("Kelly", "Daems", 38), [("Xander", 13)])
    request = ask_at(
        stage,
        "Mol",
        asked,
        "We slapen niet meer, de school dreigt met uitsluiting.",
        "Mol",
        home,
        topic="school",
        age_bands=["12-17"],
    )
    yield (at := stage.ago(30, 9))
    take_as(stage, "Hanne Maes", request, at)
    words = "Dringend voor de school."
    hand_over_as(stage, "Hanne Maes", request, "CLB Kempen", words, at)
    yield (at := stage.ago(28, 9))
    samira = stage.workers["Samira Benali"]
    by = actor_of(samira, stage.desks["CLB Kempen"])
    handover = Handover.objects.get(request=request)
    actions.accept_handover(handover=handover, worker=samira, by=by, at=at)
    take_as(stage, "Samira Benali", request, at + timedelta(hours=1))


def _haddad(stage: Stage) -> Story:
    """Integration that fails without childcare; Lotte is on it."""
    yield (asked := stage.ago(12, 9))
    home = household(
        stage,
        asked,
        "Haddad",
        "Turnhout",
        ("Rania", "Haddad", 29),
        [("Sami", 2), ("Lila", 4)],
        preferred_language="ar",
        interpreter_needed=True,
    )
    words = "Inburgering lukt niet zonder kinderopvang."
    request = ask_at(
        stage, "intake", asked, words, "Turnhout", home, topic="childcare", age_bands=["0-2", "3-5"]
    )
    yield (at := stage.ago(11, 9))
    take_as(stage, "Lotte Claes", request, at)
    yield from first_plan_of_rania(stage, home)


def _yilmaz(stage: Stage) -> Story:
    """A protected address: the municipality shows nowhere."""
    yield (asked := stage.ago(8, 9))
    home = household(
        stage,
        asked,
        "Yilmaz",
        "Herentals",
        ("Elif", "Yilmaz", 31),
        [("Emre", 5)],
        protected_address=True,
        address="Verzonnen laan 999",
    )
    words = "Wij zijn verhuisd en niemand mag weten waar. Emre slaapt niet meer."
    request = ask_at(stage, "intake", asked, words, "Herentals", home, topic="safety", home_safe="yes")
    yield (at := stage.ago(7, 9))
    take_as(stage, "Lotte Claes", request, at)


def _expecting(stage: Stage) -> Story:
    """A child that is expected, known before it is born."""
    yield (asked := stage.ago(3, 9))
    home = household(stage, asked, "Kowalski", "Geel", ("Ola", "Kowalski", 24), [("Baby", -0.3)])
    words = "Ik ben vijf maanden zwanger en ken hier niemand."
    ask_at(stage, "Geel", asked, words, "Geel", home, topic="cohesion", age_bands=["expected"])


def _alone(stage: Stage) -> Story:
    """Fifteen, nameless, not safe at home: four hours ago, and nobody is on it yet."""
    yield (asked := stage.now - timedelta(hours=4))
    ask_at(
        stage,
        "Mol",
        asked,
        "Ik ben 15 en wil niet meer naar huis.",
        "Mol",
        asker_kind="young_person",
        home_safe="no",
        age_bands=["12-17"],
    )
