"""Asking one route as one reader, and undoing it again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.cookies import SimpleCookie
from typing import Any
from weakref import WeakKeyDictionary

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test.client import Client, ClientHandler
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kring.foundation.accounts.models import Account
from kring.support.circles.models import Tie
from kring.support.documents.tests.files_as_people_send_them import PDF
from kring.support.documents.tests.voices import M4A
from tests.access.houses import house_parts
from tests.access.keepers import keeper_bodies, keeper_parts
from tests.access.members import UNKNOWN, member_bodies, member_parts
from tests.access.offer import offer_bodies, offer_parts
from tests.access.together_calls import together_bodies, together_parts
from tests.access.world import TOKEN, World


@dataclass(frozen=True)
class Call:
    """What a route is asked with: its parts of the address and, for POST, a form that is right."""

    url: str
    body: dict[str, Any]


def route_names(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    """The name of every pattern of the product; one without a name is shown by its pattern."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from route_names(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name or pattern.pattern}"


type Told = tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]
_TOLD: WeakKeyDictionary[World, Told] = WeakKeyDictionary()
"""Parts and bodies of a world, looked up once: they are keys, and a record keeps its key."""


def call_of(route: str, world: World) -> Call:
    """The call of a route in this world."""
    if world not in _TOLD:
        _TOLD[world] = _parts(world), _bodies(world)
    parts, bodies = _TOLD[world]
    return Call(reverse(route, kwargs=parts.get(route, {})), bodies.get(route, {}))


def session_of(account: Account | None) -> str | None:
    """A session of this account; a visitor has none."""
    if account is None:
        return None
    client = Client()
    client.force_login(account)
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


def signed_in(world: World) -> dict[str, str]:
    """The session of each reader who can sign in."""
    sessions = {reader: session_of(account) for reader, account in world.accounts.items()}
    return {reader: session for reader, session in sessions.items() if session is not None}


@cache
def _handler() -> ClientHandler:
    """One chain of middleware for all browsers: making it takes as long as a page."""
    return ClientHandler(enforce_csrf_checks=False)


def browser(session: str | None) -> Client:
    """A browser with nothing but this session in it."""
    client = Client(raise_request_exception=True)
    client.handler = _handler()
    client.cookies = SimpleCookie()
    if session is not None:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    return client


def send(client: Client, verb: str, call: Call) -> HttpResponse:
    """The answer to one call."""
    for value in call.body.values():
        if isinstance(value, SimpleUploadedFile):
            value.seek(0)
    sender = getattr(client, verb.lower())
    answer: HttpResponse = sender(call.url, call.body) if verb == "POST" else sender(call.url)
    return answer


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


NOTE = [
    f"family_file:{name}"
    for name in "note correct_note reclass_note withhold_note let_read take_back".split()
]
OF_A_FAMILY = [
    *(
        f"family_file:{name}"
        for name in "family looked rename story write draft documents add_document add_person".split()
    ),
    "paper:plan",
    "carry:copy",
    "chances:log_for_family",
]
HANDOVER = ["desk:handover", *(f"desk:handover_{word}" for word in "accept refuse call".split())]
HOUSE = [f"partners:{name}" for name in "organisation edit_organisation new_site new_worker".split()]
OWN_GOAL = [f"mine:{name}" for name in "score agree goal_readers new_action".split()]
WORKER = [
    f"partners:{name}" for name in "worker edit_worker invite_again absence leaves caseload".split()
]
DESK_PAGES = "desk edit_desk edit_hours close_desk desk_area make_fallback"
PROVIDER = {"provider_id": "extern"}
PLAIN: dict[str, dict[str, Any]] = {
    "shell:error_sample": {"status": 404},
    "use_invitation": {"token": "bestaat-niet"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "bestaat-niet"},
    "remove_passkey": {"token": "bestaat-niet"},
    "openid_connect_login": PROVIDER,
    "openid_connect_callback": PROVIDER,
    "portal:answered": {"says": "yes"},
    "portal:link": {"token": TOKEN},
    "guard:settle_join": UNKNOWN | {"word": "nee"},
    "upkeep:called": UNKNOWN,
    "upkeep:again": UNKNOWN,
    "upkeep:lift_hold": UNKNOWN,
    "upkeep:change_term": {"code": "handover_return"},
}
"""Parts of addresses that no record of the world gives."""


def _parts(world: World) -> dict[str, dict[str, Any]]:
    question, handover = {"key": world.question.key}, {"key": world.handover.key}
    meeting, desk = {"key": world.meeting.key}, {"key": world.network.counter.key}
    nele = {"key": world.network.nele.key}
    house = {"key": world.network.counter.organisation.key}
    home, sofia = {"key": world.home.family.key}, world.home.sofia.key
    file, row = {"key": world.staged.key}, world.staged.rows.order_by("pk")[0]
    duty = world.network.counter.duties.order_by("pk")[0]
    return {
        **dict.fromkeys(["desk:question", "desk:question_print"], question),
        "desk:deed": question | {"name": "ingetrokken"},
        **dict.fromkeys(HANDOVER, handover),
        "desk:offer": {"key": world.offered.key, "word": "ja"},
        **dict.fromkeys("desk:intake_decide desk:intake_close desk:intake_minutes".split(), meeting),
        **_story_parts(world, home),
        **member_parts(home, sofia, world.home.noor.key),
        **_region_parts(world),
        **dict.fromkeys([*HOUSE, "guard:stop"], house),
        "guard:stop_change": house | {"word": "hervat"},
        **dict.fromkeys(["partners:close_site", "partners:edit_site"], house | {"site": UNKNOWN["key"]}),
        **dict.fromkeys([f"partners:{name}" for name in DESK_PAGES.split()], desk),
        "partners:take_off_list": desk | {"duty": duty.key},
        **dict.fromkeys("desk:staged desk:staged_load".split(), file),
        "desk:staged_correct": {"key": row.key},
        **dict.fromkeys(WORKER, nele),
        "partners:end_role": nele | {"role": world.network.nele.roles.order_by("pk")[0].key},
        "partners:end_absence": nele | {"absence": UNKNOWN["key"]},
        **together_parts(world, home),
        **house_parts(world.house),
        **_own_parts(world),
        **_plan_parts(world, home),
        **world.watched.parts(),
        **offer_parts(world.offer),
        **keeper_parts(world.offer, TOKEN),
        **PLAIN,
    }


def _region_parts(world: World) -> dict[str, dict[str, Any]]:
    region = {"key": world.network.region.key}
    template = region | {"template_key": world.template.key}
    names = "partnership keep new_desk approval templates new_template".split()
    return {
        **{f"partners:{name}": region for name in names},
        "partners:template": template,
        "partners:end_template": template,
        "partners:keep_part": region | {"part": "facts"},
        "partners:leave_out": region | {"part": "partner", "which": str(UNKNOWN["key"])},
    }


def _story_parts(world: World, home: dict[str, Any]) -> dict[str, dict[str, Any]]:
    story = dict.fromkeys(OF_A_FAMILY, home)
    story["family_file:document"] = home | {"document_key": world.document.key}
    return story | dict.fromkeys(NOTE, home | {"note_key": world.note.key})


def _own_parts(world: World) -> dict[str, dict[str, Any]]:
    """The own pages: about Noor, whose mother answers for her; and the page that opens them."""
    goal, own = {"key": world.goal.key}, {"key": world.spoken.key}
    spoken = {"key": world.home.sofia.key, "document_key": world.spoken.key}
    return {
        "mine:document": {"key": world.document.key},
        "mine:signed": {"key": world.signature.key, "what": "scan"},
        "calendars:feed": {"token": "bestaat-niet"},
        "mine:access": {"key": world.home.sofia.key},
        "mine:forced": UNKNOWN,
        "mine:distrust": UNKNOWN,
        "mine:settle_join": UNKNOWN | {"word": "nee"},
        "mine:meeting_calendar": UNKNOWN,
        **dict.fromkeys(OWN_GOAL, goal),
        "mine:done": {"key": world.todo.key},
        "talk:talk": {"key": world.home.sofia.key},
        "talk:seen": {"key": world.home.sofia.key},
        **dict.fromkeys(["talk:listen", "talk:heard"], spoken),
        **dict.fromkeys(["mine:listen", "mine:heard"], own),
        "mine:answer": {
            "about": world.home.noor.key,
            "receiver": world.network.counter.organisation.key,
        },
    }


NETWORK: dict[str, dict[str, Any]] = {
    "partners:edit_organisation": {"version": 1, "name": "Huis", "sector": "hvhk"},
    "partners:edit_desk": {"version": 1, "name": "Huis van het Kind Geel"},
    "partners:edit_worker": {"version": 1, "name": "Nele Wouters", "email": "nele@example.org"},
    "partners:edit_hours": {"version": 1, "day0": "9:00-12:00"},
}


def _bodies(world: World) -> dict[str, dict[str, Any]]:
    return {
        "set_language": {"language": "fr"},
        "shell:search": {"q": "Peeters"},
        "portal:ask": {"words": "Wie kan ons helpen?", "who": "family"},
        "portal:status": {"code": "AAAA-AAAA-AAAA"},
        "portal:link": {"says": "yes"},
        "desk:deed": {"ingetrokken-words": "Niet meer nodig."},
        "desk:handover_refuse": {"reason": "no_room", "words": "Volzet tot januari."},
        "desk:intake_open": {"regio": world.network.region.key},
        "desk:intake_decide": {"vraag": world.question.key, "decision": "later"},
        "desk:loading_hand_in": {"dienst": world.network.counter.key},
        "desk:staged_correct": {"version": 1, "doe": "overslaan"},
        "desk:light_contact": {"desk": world.network.counter.key},
        "family_file:rename": {"version": 1, "name": "Peeters"},
        "family_file:write": {
            "words": "Ilyas stapt.",
            "kind": "shared",
            "told_by": "self",
            "about": [world.home.noor.key],
        },
        "family_file:correct_note": {"version": 1, "words": "Noor slaapt goed."},
        "family_file:reclass_note": {"data_class": "health"},
        "family_file:member": {"version": 1, "given_name": "Sofia"},
        **member_bodies(world),
        **together_bodies(world),
        **NETWORK,
        "upkeep:switch": {"kind": "channel", "code": "sms", "to": "off"},
        **_own_bodies(world),
        "paper:plan": {"voor": world.home.sofia.key},
        **_plan_bodies(world),
        "mine:copy": {"vorm": "data"},
        "mine:object": {"words": "Mijn naam is fout geschreven."},
        "mine:answer": {"antwoord": "yes"},
        "mine:begin": {"code": "AAAA-AAAA-AAAA"},
        "mine:access": {"on_paper": "on"},
        "partners:absence": {"first_day": "2026-12-01", "last_day": "2026-12-04"},
    }


def _plan_parts(world: World, home: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The plan as a worker opens it, two of its deeds, and what is signed."""
    lina = world.persons["young_person"].key
    return {
        **dict.fromkeys("plan:plan plan:history plan:circle plan:tie_new".split(), home),
        **dict.fromkeys(
            ["plan:tie", "plan:tie_end"], home | {"tie_key": Tie.objects.order_by("pk")[0].key}
        ),
        "plan:signatures": home,
        **dict.fromkeys(["plan:to_sign", "plan:sign_paper"], home | {"person_key": lina}),
        "plan:signed": home | {"signature_key": world.signature.key, "what": "pdf"},
        **dict.fromkeys(
            ["plan:revision", "plan:judge"],
            home | {"revision_key": world.goal.plan.revisions.get().key},
        ),
        "plan:after_care": home | {"check_key": world.check.key},
        "plan:take_after_care": {"check_key": world.check.key},
        "talk:wish": {"key": world.wish.key},
        "plan:deed": home | {"name": "opmerking"},
        "plan:part_deed": home | {"on": "doel", "part_key": world.goal.key, "name": "cijfer"},
    }


def _plan_bodies(world: World) -> dict[str, dict[str, Any]]:
    tie = {"name": "Karim", "bond": "buur", "ring": "far", "strength": "weak", "nature": "both"}
    return {
        **keeper_bodies(world.offer),
        "plan:tie_new": tie | {"about": [world.home.noor.key]},
        "plan:tie": tie | {"version": 1},
        "plan:deed": {
            "kind": "strength",
            "words": "Noor lacht weer.",
            "about": [world.home.noor.key],
        },
        "plan:sign_paper": {"version": "1", "file": SimpleUploadedFile("scan.pdf", PDF)},
        "plan:part_deed": {"person": world.home.sofia.key, "score": "5"},
        "plan:judge": {"oordeel": "goed"},
        "plan:after_care": {"gaat": "goed", "words": "Rustig."},
        "talk:wish": {"words": "We zoeken iemand anders."},
        "partners:approval": {"aan": "1"},
        "partners:desk_area": {"municipalities": "Geel"},
        "partners:template": {"name": "Rust", "doel0": "Rust thuis"},
        "partners:new_template": {"name": "Rust", "doel0": "Rust thuis"},
    }


def _own_bodies(world: World) -> dict[str, dict[str, Any]]:
    """What somebody writes on their own plan."""
    return {
        "mine:messages": {"words": "Tot vrijdag."},
        "mine:speak": {"file": SimpleUploadedFile("stem.m4a", M4A), "words": "Over vrijdag"},
        "mine:call_me": {"after": "2026-11-04T09:00:00+01:00", "phone": "0470 99 90 01"},
        "talk:talk": {"words": "Zeker."},
        "carry:copy": {"kopieer": "plan.csv"},
        "carry:calendar": {"level": "busy"},
        "mine:calendar": {"level": "busy"},
        "carry:export": {"klaar": [world.todo.key]},
        "family_file:add_document": {
            "file": SimpleUploadedFile("brief.pdf", PDF),
            "title": "Brief",
            "kind": "letter",
            "told_by": "self",
            "about": [world.home.noor.key],
        },
        **offer_bodies(),
        "mine:invite": {"name": "Oma Rita", "reach": "0470 99 90 02"},
        "mine:wish": {"kind": "break"},
        "mine:score": {"gaat": "5"},
        "mine:agree": {"zeg": "yes"},
        "mine:new_goal": {"words": "Werk vinden", "about": [world.home.sofia.key]},
        "mine:new_action": {"words": "Bellen", "who": "ik"},
        "mine:goal_readers": {"wie": world.network.nele.key},
    }
