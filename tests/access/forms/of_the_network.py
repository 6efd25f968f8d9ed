"""Forms with which a network is kept."""

from datetime import timedelta
from functools import partial
from typing import Any

from kring.foundation.journal.actor import SYSTEM
from kring.registry.network.actions import open_site, report_absence
from kring.registry.network.models import Duty
from tests.access.forms.sending import FORMS, Sent, sends
from tests.access.world import NOW, World
from tests.cast import desk, geel, worker

EARLIER = NOW - timedelta(hours=1)


def _sent(world: World, parts: dict[str, Any], **body: Any) -> Sent:
    return Sent(world.accounts["coordinator"], parts, body)


@sends("partners:new_organisation")
def new_organisation(world: World) -> Sent:
    region = world.network.region.key
    return _sent(world, {}, name="Nieuwe vzw", sector="other", partnership=region)


@sends("partners:new_partnership")
def new_partnership(world: World) -> Sent:
    lead = world.network.team.organisation.key
    return _sent(world, {}, name="Nieuw netwerk", kind="1g1p", lead=lead)


@sends("partners:new_desk")
def new_desk(world: World) -> Sent:
    run_by = world.network.outside.organisation.key
    region = {"key": world.network.region.key}
    return _sent(world, region, name="Nieuwe balie", kind="service", organisation=run_by)


@sends("partners:new_site")
def new_site(world: World) -> Sent:
    house = {"key": world.network.counter.organisation.key}
    return _sent(world, house, name="Bijhuis", municipality="Geel")


@sends("partners:close_site")
def close_site(world: World) -> Sent:
    house = world.network.counter.organisation
    site = open_site(by=SYSTEM, at=EARLIER, organisation=house, name="Bijhuis", municipality=geel())
    return _sent(world, {"key": house.key, "site": site.key})


@sends("partners:edit_site")
def edit_site(world: World) -> Sent:
    house = world.network.counter.organisation
    site = open_site(by=SYSTEM, at=EARLIER, organisation=house, name="Bijhuis", municipality=geel())
    parts = {"key": house.key, "site": site.key}
    return _sent(world, parts, version=1, name="Bijhuis", municipality="Geel")


@sends("partners:new_worker")
def new_worker(world: World) -> Sent:
    house = {"key": world.network.counter.organisation.key}
    return _sent(world, house, name="Jo Vos", email="jo@example.org", language="nl", role="helper")


@sends("partners:worker")
def one_more_role(world: World) -> Sent:
    return _sent(world, {"key": world.network.nele.key}, role="helper")


@sends("partners:invite_again")
def invite_again(world: World) -> Sent:
    never_in = worker("Jo Vos", world.network.counter)
    return _sent(world, {"key": never_in.key})


@sends("partners:end_absence")
def end_absence(world: World) -> Sent:
    nele = world.network.nele
    away = report_absence(
        worker=nele, deputy=None, starts_at=EARLIER, ends_at=None, by=SYSTEM, at=EARLIER
    )
    return _sent(world, {"key": nele.key, "absence": away.key})


@sends("partners:desk")
def on_the_list(world: World) -> Sent:
    colleague = worker("Jo Vos", world.network.counter)
    Duty.objects.filter(worker=colleague).delete()
    return _sent(world, {"key": world.network.counter.key}, worker=colleague.key)


@sends("partners:close_desk")
def close_desk(world: World) -> Sent:
    network = world.network
    empty = desk("Lege balie", "service", network.counter.organisation, network.region)
    return _sent(world, {"key": empty.key})


@sends("partners:desk_area")
def serves_less(world: World) -> Sent:
    return _sent(world, {"key": world.network.counter.key}, weg=geel().nis)


@sends("partners:leave_out")
def leave_out(world: World) -> Sent:
    region = world.network.region.key
    return _sent(world, {"key": region, "part": "gebied", "which": geel().nis})


def _part(part: str, world: World, **body: Any) -> Sent:
    return _sent(world, {"key": world.network.region.key, "part": part}, **body)


@sends("partners:keep_part member")
def new_member(world: World) -> Sent:
    return _part("member", world, organisation=world.south.organisation.key, role="member")


PARTS: dict[str, dict[str, Any]] = {
    "facts": {"version": 1, "name": "Trefplaats", "note": "Elke maandag."},
    "territory": {"municipalities": "Mol"},
    "recognition": {"title": "Erkenning", "starts_on": "2026-01-01"},
    "label": {"role": "helper", "nl": "wegwijzer"},
}
FORMS |= {f"partners:keep_part {part}": partial(_part, part, **body) for part, body in PARTS.items()}
