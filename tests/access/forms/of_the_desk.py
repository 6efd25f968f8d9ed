"""Forms of the desk: a new question at each door, and every deed on a question."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from kring.foundation.journal.actor import VISITOR
from kring.support.requests.actions import Question, ask, close_meeting, offer_help, take
from kring.support.requests.models import Request
from kring.support.requests.sheet import template
from tests.access.forms.sending import FORMS, Sent, sends
from tests.access.world import NOW, World
from tests.cast import acting

EARLIER = NOW - timedelta(hours=1)
NEW = {"words": "Wie kan ons helpen met de papieren?", "municipality": "Geel"}
SUBMISSION = {"submission": "5f0f2d5c-7b1e-4a57-9c43-0d6a1d2f9b77"}


@sends("desk:counter")
def counter(world: World) -> Sent:
    desk = {"desk": world.network.counter.key, "door": "counter", "name": "Els", "comes_back": "on"}
    return Sent(world.accounts["on_duty"], body=NEW | SUBMISSION | desk)


@sends("desk:light_contact")
def light_contact(world: World) -> Sent:
    return Sent(world.accounts["on_duty"], body={"desk": world.network.counter.key})


@sends("desk:referral")
def referral(world: World) -> Sent:
    spoken = {"name": "Els", "discuss": "with_name", "consent": "yes", "asked_alone": "on"}
    return Sent(world.accounts["referrer"], body=NEW | SUBMISSION | spoken)


@sends("desk:consult")
def consult(world: World) -> Sent:
    return Sent(world.accounts["referrer"], body=NEW | SUBMISSION | {"ages": ["6-11"]})


@sends("desk:known")
def known(world: World) -> Sent:
    who = {"given_name": "Sofia", "family_name": "El Amrani", "birth_date": "1988-03-14"}
    return Sent(world.accounts["outsider"], body=who | {"reason": "Ze staat hier aan de balie."})


@sends("desk:loading_hand_in")
def hand_in(world: World) -> Sent:
    def files() -> dict[str, Any]:
        return {"bestand": SimpleUploadedFile("vragen.csv", f"{template()}\n".encode())}

    return Sent(world.accounts["on_duty"], body={"dienst": world.network.counter.key}, files=files)


@sends("desk:intake_open")
def open_meeting(world: World) -> Sent:
    close_meeting(meeting=world.meeting, by=acting(world.network.lotte), at=EARLIER)
    return Sent(world.accounts["intake"], body={"regio": world.network.region.key})


def _deed(world: World, name: str, question: Request, /, by: str = "on_duty", **body: Any) -> Sent:
    """A deed; the names of its fields begin with its own."""
    typed = {f"{name}-{field}": value for field, value in body.items()}
    return Sent(world.accounts[by], {"key": question.key, "name": name}, typed)


def _asked(world: World, **more: Any) -> Request:
    """One more question, taken by Nele."""
    nele = world.network.nele
    question = Question(door="web", asker_kind="family", words="Nog een vraag.", **more)
    made = ask(question=question, desk=world.network.counter, by=VISITOR, at=EARLIER)
    take(request=made, worker=nele, by=acting(nele), at=EARLIER)
    return made


def _on_a_new_one(name: str, world: World, /, **body: Any) -> Sent:
    return _deed(world, name, _asked(world), **body)


@sends("desk:deed nemen")
def takes(world: World) -> Sent:
    return _deed(world, "nemen", world.offered)


@sends("desk:deed hulp")
def offers(world: World) -> Sent:
    starter = world.network.outside.organisation.key
    return _on_a_new_one("hulp", world, starter=starter, what="Gesprekken", starts_on="2026-12-01")


@sends("desk:deed bevestigd")
def confirms(world: World) -> Sent:
    return _deed(world, "bevestigd", world.offered)


def _offered_by_themselves(name: str, world: World) -> Sent:
    """Help of the own service, to which somebody of that service answers."""
    asked, nele = _asked(world), world.network.nele
    offer_help(
        request=asked,
        starter=world.network.counter.organisation,
        what="Een opvoedgesprek",
        starts_on=date(2026, 12, 1),
        worker=nele,
        by=acting(nele),
        at=EARLIER,
    )
    return _deed(world, name, asked)


@sends("desk:deed overdragen")
def hands_over(world: World) -> Sent:
    return _on_a_new_one("overdragen", world, to_desk=world.network.team.key, words="Bel eerst.")


@sends("desk:deed antwoord-niet")
def contradicts(world: World) -> Sent:
    return _deed(world, "antwoord-niet", world.offered, words="Ze zoeken iets anders.")


@sends("desk:deed intrekken-overdracht")
def recalls(world: World) -> Sent:
    return _deed(world, "intrekken-overdracht", world.question)


@sends("desk:deed gezin")
def gives_family(world: World) -> Sent:
    return _on_a_new_one("gezin", world, name="Gezin Nieuw")


@sends("desk:deed eigen-vraag")
def asks_herself(world: World) -> Sent:
    lina = world.persons["young_person"]
    alone = _asked(world, asker=lina, municipality=lina.municipality)
    Request.objects.filter(pk=alone.pk).update(asker_kind="young_person")
    return _deed(world, "eigen-vraag", alone, outcome="not_now", asked_alone="on")


@sends("desk:deed samenvoegen")
def joins(world: World) -> Sent:
    other = _asked(world, family=world.home.family, asker=world.home.sofia)
    return _deed(world, "samenvoegen", other, into=world.question.key)


PLAIN: dict[str, dict[str, Any]] = {
    "loslaten": {},
    "advies": {"what": "Bel de school.", "told_on": "2026-11-03"},
    "steun": {"kind": "first_support", "began_on": "2026-11-03"},
    "aanvullen": {"version": 1, "topic": "school", "age_bands": ["6-11"], "municipality": "Geel"},
    "ingetrokken": {"words": "Niet meer nodig."},
    "bijzondere-weg": {"route": "crisis", "words": "Het kan niet wachten."},
    "niet-mogelijk": {"reason": "no_free_place", "words": "Een plaats.", "instead": "Bellen."},
}
FORMS |= {f"desk:deed {name}": partial(_on_a_new_one, name, **body) for name, body in PLAIN.items()}
SERVICE = ("dienst-ja", "dienst-nee")
FORMS |= {f"desk:deed {name}": partial(_offered_by_themselves, name) for name in SERVICE}
