"""Messages that did not arrive, and messages that stay home."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.outbox.actions import queue_again, switch_off, switch_on
from kring.foundation.outbox.recipients import Channel
from kring.foundation.outbox.texts import TEXTS
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.rules import NETWORK_MANAGE
from kring.web.upkeep.queries import (
    channel_switches,
    text_switches,
    undelivered_one,
    undelivered_to,
)
from kring.web.upkeep.views.gate import reading


@require_safe
def post(request: HttpRequest) -> HttpResponse:
    """What did not arrive, and the switches."""
    reader, at = reading(request, NETWORK_MANAGE)
    context = {
        "undelivered": undelivered_to(reader, at),
        "groups": [
            (_("Hoe berichten gaan"), "channel", channel_switches(at)),
            (_("Wat berichten zeggen"), "text", text_switches(at)),
        ],
    }
    return render(request, "upkeep/post.html", context)


@require_POST
def again(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send a message that did not arrive again."""
    reader, at = reading(request, NETWORK_MANAGE)
    message = undelivered_one(reader, key, at)
    if message is None:
        raise Http404
    try:
        queue_again(by=reader.actor, at=at, message=message)
    except CannotMove:
        messages.info(request, _("Dit bericht vertrekt al opnieuw."))
    else:
        messages.success(request, _("Het bericht vertrekt opnieuw."))
    return redirect("upkeep:post")


@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Switch a text or a channel off or on, for everybody."""
    reader, at = reading(request, NETWORK_MANAGE)
    kind, code = request.POST.get("kind", ""), request.POST.get("code", "")
    known = {"text": set(TEXTS), "channel": set(Channel.values)}
    if code not in known.get(kind, set()):
        raise Http404
    off = request.POST.get("to") == "off"
    turn = switch_off if off else switch_on
    text, channel = (code, "") if kind == "text" else ("", code)
    turn(by=reader.actor, at=at, text=text, channel=channel)
    words = _("Deze berichten vertrekken niet meer.") if off else _("Deze berichten vertrekken weer.")
    messages.success(request, words)
    return redirect("upkeep:post")
