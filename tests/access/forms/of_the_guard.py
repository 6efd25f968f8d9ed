"""Forms of who watches: emergencies, joins, pauses, legal requests, holds, terms and messages."""

from datetime import timedelta

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.outbox.actions import Recipient, ask_to_call, give_up, post
from kring.foundation.outbox.models import Message
from kring.foundation.retention.actions import place_hold
from kring.foundation.retention.models import LegalHold
from kring.trust.access.actions import involve
from kring.trust.access.models import JoinAsked
from kring.trust.legal.actions import answer, assess, refuse
from kring.trust.legal.articles import Gives
from tests.access.forms.sending import Sent, sends
from tests.access.world import NOW, World
from tests.cast import acting

EARLIER = NOW - timedelta(hours=1)
SOFIA = {"given_name": "Sofia", "family_name": "El Amrani", "birth_date": "1988-03-14"}
REASON = {"reason": "Er is nu gevaar en niemand is bereikbaar."}
WHY = "De brief vraagt alleen welke hulp er is."


@sends("guard:glass")
def glass(world: World) -> Sent:
    return Sent(world.accounts["outsider"], body=SOFIA | REASON)


@sends("guard:joins")
def joins(world: World) -> Sent:
    return Sent(world.accounts["outsider"], body=SOFIA | REASON)


def _asked_about_sofia(world: World) -> JoinAsked:
    return JoinAsked.objects.create(
        worker=world.network.bram,
        person=world.home.sofia,
        reason=REASON["reason"],
        asked_at=EARLIER,
        expires_at=NOW + timedelta(days=3),
    )


@sends("mine:settle_join")
def settle_own_join(world: World) -> Sent:
    parts = {"key": _asked_about_sofia(world).key, "word": "nee"}
    return Sent(world.accounts["first_parent"], parts)


@sends("guard:settle_join")
def settle_join(world: World) -> Sent:
    network, home = world.network, world.home
    involve(
        at=EARLIER,
        about=home.family,
        who=network.nele,
        role="anchor",
        because="join",
        because_key=network.region.key,
    )
    return Sent(world.accounts["on_duty"], {"key": _asked_about_sofia(world).key, "word": "nee"})


@sends("guard:review")
def review(world: World) -> Sent:
    body = {"verdict": "needed", "words": "De politie bevestigt wat er gebeurde."}
    return Sent(world.accounts["officer"], {"key": world.watched.glass.key}, body)


@sends("guard:look_seen")
def look_seen(world: World) -> Sent:
    return Sent(world.accounts["officer"], {"key": world.watched.look.key})


@sends("guard:stop_change")
def pause(world: World) -> Sent:
    parts = {"key": world.network.outside.organisation.key, "word": "pauze"}
    return Sent(world.accounts["officer"], parts, {"because": "Een account is misbruikt."})


@sends("court:new")
def legal_request(world: World) -> Sent:
    asked = {
        "requester": "youth_court",
        "requester_name": "Rechter Proef, Turnhout",
        "paper": "written",
        "reference": "2026/17",
        "received_on": "2026-11-02",
        "asked": "Welke hulp is er?",
    }
    return Sent(world.accounts["officer"], body=SOFIA | asked)


@sends("court:case")
def propose(world: World) -> Sent:
    key = {"key": world.watched.legal.key}
    return Sent(world.accounts["officer"], key, {"gives": "nothing", "because": WHY})


def _proposed(world: World, gives: Gives) -> None:
    officer, legal = world.workers["officer"], world.watched.legal
    if gives is not Gives.NOTHING:
        type(legal).objects.filter(pk=legal.pk).update(requester="youth_court")
        legal.refresh_from_db()
    assess(request=legal, gives=gives, because=WHY, worker=officer, by=acting(officer), at=EARLIER)


@sends("court:second")
def second(world: World) -> Sent:
    _proposed(world, Gives.NOTHING)
    return Sent(world.accounts["second_officer"], {"key": world.watched.legal.key}, {"says": "yes"})


@sends("court:second answers")
def second_answers(world: World) -> Sent:
    _proposed(world, Gives.BASIC)
    return Sent(world.accounts["second_officer"], {"key": world.watched.legal.key}, {"says": "yes"})


@sends("court:bundle")
def bundle(world: World) -> Sent:
    _proposed(world, Gives.BASIC)
    other, legal = world.workers["second_officer"], world.watched.legal
    answer(request=legal, text="Hulp van: niemand", worker=other, by=acting(other), at=EARLIER)
    return Sent(world.accounts["officer"], {"key": legal.key})


@sends("court:close")
def close(world: World) -> Sent:
    _proposed(world, Gives.NOTHING)
    other, legal = world.workers["second_officer"], world.watched.legal
    refuse(request=legal, worker=other, by=acting(other), at=EARLIER)
    return Sent(world.accounts["officer"], {"key": legal.key})


@sends("upkeep:holds")
def hold(world: World) -> Sent:
    about = f"https://example.org/gezinnen/{world.home.family.key}/"
    body = {"about": about, "reason": "court", "reference": "2026/17"}
    return Sent(world.accounts["officer"], body=body)


@sends("upkeep:lift_hold")
def lift(world: World) -> Sent:
    place_hold(
        by=SYSTEM,
        at=EARLIER,
        kind="family",
        key=world.home.family.key,
        reason=LegalHold.Reason.COURT,
        reference="",
    )
    return Sent(world.accounts["officer"], {"key": LegalHold.objects.get().key})


@sends("upkeep:change_term")
def term(world: World) -> Sent:
    body = {"seen": "5 werkdagen||", "count": "4", "unit": "WD", "valid_from": "2026-12-01"}
    parts = {"code": "handover_return"}
    return Sent(world.accounts["agency"], parts, body | {"ground": "Besluit van de stuurgroep."})


def _message(world: World) -> Message:
    """To Nele, whom her organisation and region reach."""
    to = Recipient("worker", world.network.nele.key)
    return post(by=SYSTEM, at=EARLIER, to=to, text="legal.told", link="/", once="proef")


@sends("upkeep:called")
def called(world: World) -> Sent:
    message = _message(world)
    ask_to_call(by=SYSTEM, at=EARLIER, message=message, look_again_at=NOW + timedelta(hours=1))
    return Sent(world.accounts["on_duty"], {"key": message.key}, {"reached": "ja"})


@sends("upkeep:again")
def again(world: World) -> Sent:
    message = _message(world)
    give_up(by=SYSTEM, at=EARLIER, message=message, why="refused")
    return Sent(world.accounts["coordinator"], {"key": message.key})
