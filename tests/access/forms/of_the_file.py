"""Forms of the family file and of the own pages."""

from datetime import timedelta
from typing import Any

from kring.foundation.accounts.actions import invite
from kring.foundation.journal.actor import SYSTEM
from kring.trust.access.actions import involve
from kring.trust.access.items import hand_over
from kring.trust.access.models import OwnCircle
from kring.trust.consent.actions import felt_forced, record_consent
from kring.trust.consent.models import Consent, FeltForced
from tests.access.forms.sending import Sent, sends
from tests.access.world import NOW, World
from tests.cast import LONG_AGO, MONDAY, PASSWORD, acting, worker

EARLIER = NOW - timedelta(hours=1)
CODE = "BCDF-GHJK-LMNP"
FRESH = "zeven-droge-sokken"


def _home(world: World, **parts: Any) -> dict[str, Any]:
    return {"key": world.home.family.key, **parts}


def _anchored(world: World) -> None:
    involve(
        at=EARLIER,
        about=world.home.family,
        who=world.network.nele,
        role="anchor",
        because="join",
        because_key=world.network.region.key,
    )


def _agreed(world: World) -> Consent:
    """Sofia said yes to sharing with the CAW."""
    record_consent(
        person=world.home.sofia,
        purpose=Consent.Purpose.SHARE,
        outcome=Consent.Outcome.YES,
        organisation=world.network.outside.organisation,
        by=acting(world.network.nele),
        at=MONDAY,
    )
    return Consent.objects.get()


@sends("family_file:let_read")
def let_read(world: World) -> Sent:
    parts = _home(world, note_key=world.note.key)
    return Sent(world.accounts["on_duty"], parts, {"reader": world.home.younes.key})


@sends("family_file:take_back")
def take_back(world: World) -> Sent:
    hand_over(world.note.item, world.home.younes)
    parts = _home(world, note_key=world.note.key)
    return Sent(world.accounts["on_duty"], parts, {"reader": world.home.younes.key})


@sends("family_file:withhold_note")
def withhold(world: World) -> Sent:
    body = {
        "reason": "Ze leest dit beter samen met iemand.",
        "reviewer": worker("Jo Vos", world.network.counter).key,
        "review_on": "2026-12-01",
    }
    return Sent(world.accounts["on_duty"], _home(world, note_key=world.note.key), body)


@sends("family_file:safety")
def safety(world: World) -> Sent:
    _anchored(world)
    parts = _home(world, person_key=world.home.noor.key)
    body = {
        "parent": world.persons["second_parent"].key,
        "safe": "no",
        "asked_alone": "on",
    }
    return Sent(world.accounts["on_duty"], parts, body)


@sends("family_file:hear")
def hear(world: World) -> Sent:
    _anchored(world)
    felt_forced(consent=_agreed(world), by=SYSTEM, at=EARLIER)
    return Sent(world.accounts["on_duty"], _home(world, word_key=FeltForced.objects.get().key))


@sends("mine:forced")
def forced(world: World) -> Sent:
    return Sent(world.accounts["first_parent"], {"key": _agreed(world).key})


def _invited(world: World, account: str) -> None:
    invited = world.accounts[account]
    assert invited is not None
    invite(by=SYSTEM, at=EARLIER, account=invited, token=CODE)


@sends("mine:begin")
def begin(world: World) -> Sent:
    _invited(world, "first_parent")
    return Sent(None, body={"code": CODE, "password": FRESH})


@sends("use_invitation")
def use_invitation(world: World) -> Sent:
    _invited(world, "no_role")
    return Sent(None, {"token": CODE}, {"password": FRESH, "again": FRESH})


@sends("account_change_password")
def change_password(world: World) -> Sent:
    body = {"oldpassword": PASSWORD, "password1": FRESH, "password2": FRESH}
    return Sent(world.accounts["on_duty"], body=body)


@sends("account_reset_password")
def new_password(world: World) -> Sent:
    return Sent(None, body={"email": world.network.nele.email})


@sends("portal:status")
def wrong_code(world: World) -> Sent:
    """A wrong code is counted."""
    return Sent(None, body={"code": "AAAA-AAAA-AAAA"})


@sends("portal:ask")
def asks(world: World) -> Sent:
    return Sent(None, body={"words": "Wie kan ons helpen?", "who": "family", "municipality": "Geel"})


@sends("guard:circle")
def circle(world: World) -> Sent:
    body = {"given_name": "Els", "family_name": "De Smet", "birth_date": "1990-01-01"}
    return Sent(world.accounts["receiver"], body=body)


@sends("guard:circle_of")
def circle_of(world: World) -> Sent:
    body = {"given_name": "Els", "family_name": "De Smet", "birth_date": "1990-01-01"}
    return Sent(world.accounts["officer"], {"key": world.network.bram.key}, body)


@sends("guard:circle_back")
def circle_back(world: World) -> Sent:
    own = OwnCircle.objects.create(
        worker=world.network.bram, person=world.home.younes, starts_at=LONG_AGO
    )
    return Sent(world.accounts["officer"], {"key": own.key})


def _sofia(world: World) -> dict[str, Any]:
    return _home(world, person_key=world.home.sofia.key)


@sends("family_file:ties band")
def says_a_tie(world: World) -> Sent:
    body = {"doe": "band", "band-other": world.home.noor.key, "band-type": "broer_zus"}
    return Sent(world.accounts["on_duty"], _sofia(world), body)


@sends("family_file:ties gezin")
def another_role(world: World) -> Sent:
    body = {"doe": "gezin", "gezin-family": world.home.family.key, "gezin-role": "other"}
    return Sent(world.accounts["on_duty"], _sofia(world), body)


@sends("family_file:ties vertrekt")
def leaves(world: World) -> Sent:
    return Sent(world.accounts["on_duty"], _sofia(world), {"doe": "vertrekt"})


@sends("family_file:home nummer")
def number(world: World) -> Sent:
    body = {"doe": "nummer", "national_number": "88031499962"}
    return Sent(world.accounts["on_duty"], _sofia(world), body)
