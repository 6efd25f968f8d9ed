"""Saying yes or no to who asks to help along."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.foundation.workflow.transitions import CannotMove
from kring.trust.access.actions import decline_join, open_join
from kring.trust.access.http import ReadRequest
from kring.trust.access.joining import joins_about
from kring.web.mine.guard import persons_only
from kring.web.mine.receivers import may_answer_for
from kring.web.mine.views.own import seen_on


@require_POST
@persons_only
def settle(request: ReadRequest, key: UUID, word: str) -> HttpResponse:
    """My yes lets them help along from now; of a no they hear nothing."""
    seen, by = seen_on(request), request.reader.actor
    if word not in ("ja", "nee"):
        raise Http404
    join = get_object_or_404(joins_about(may_answer_for(seen), seen.at), key=key)
    try:
        if word == "ja":
            open_join(join=join, decided_by=seen.person, by=by, at=seen.at)
        else:
            decline_join(join=join, by=by, at=seen.at)
    except CannotMove:
        messages.info(request, _("Deze vraag was al beantwoord."))
    else:
        messages.success(request, _("Genoteerd. Het geldt vanaf nu."))
    return redirect("mine:sharing")
