"""The counter: a question in four things, a vraagje in one tap, and the slip."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.deadlines.calendar import last_day_of
from kring.foundation.journal import ledger
from kring.registry.network.queries import NoDesk
from kring.support.requests.actions import ask_as, record_light_contact, status_code_of
from kring.support.requests.models import HomeSafe
from kring.support.requests.queries import light_contacts_on, requests_visible_to
from kring.trust.access.http import ReadRequest
from kring.web.desk.counter_forms import CounterForm, KnownForm
from kring.web.desk.laying import desk_from_counter, keep_slip, own_desks, question_of_slip
from kring.web.shell.guard import helpers_only


@require_http_methods(["GET", "HEAD", "POST"])
@helpers_only
def counter(request: ReadRequest) -> HttpResponse:
    """One screen: what, who, how to reach them, where."""
    desks = own_desks(request)
    data = request.POST if request.method == "POST" else None
    form = CounterForm(data, desks=desks, initial={"door": request.GET.get("deur", "counter")})
    if form.is_bound and form.is_valid() and _lay(request, form):
        return redirect("desk:slip")
    context = {
        "form": form,
        "known_form": KnownForm(),
        "desks": desks,
        "light": [(desk, light_contacts_on(desk, request.at)) for desk in desks],
    }
    status = 422 if form.is_bound else 200
    return render(request, "desk/counter/counter.html", context, status=status)


@require_POST
@helpers_only
def light_contact(request: ReadRequest) -> HttpResponse:
    """ "Alleen een vraagje": one tap, no person."""
    chosen = [desk for desk in own_desks(request) if str(desk.key) == request.POST.get("desk")]
    if not chosen:
        messages.error(request, _("Je staat niet op de lijst van die dienst. Er is niets geteld."))
        return redirect("desk:counter")
    record_light_contact(desk=chosen[0], by=request.reader.actor, at=request.at)
    count = light_contacts_on(chosen[0], request.at)
    said = ngettext("Geteld. %(count)d vraagje vandaag.", "Geteld. %(count)d vraagjes vandaag.", count)
    messages.success(request, said % {"count": count})
    return redirect("desk:counter")


@require_safe
@helpers_only
def slip(request: ReadRequest) -> HttpResponse:
    """What the asker takes home: desk, code, last day."""
    asked = question_of_slip(request, request.at)
    if asked is None:
        return redirect("desk:counter")
    ledger.saw("request", asked.key)
    visible = requests_visible_to(request.reader).filter(pk=asked.pk).exists()
    context = {
        "asked": asked,
        "code": status_code_of(asked),
        "last_day": last_day_of(asked.answer_due_at),
        "urgent": asked.home_safe in {HomeSafe.NO, HomeSafe.UNKNOWN},
        "visible": visible,
        "at": request.at,
    }
    return render(request, "desk/counter/slip.html", context)


def _lay(request: ReadRequest, form: CounterForm) -> bool:
    given = form.cleaned_data
    question = form.question(door=given["door"], asker_kind=form.asker_kind())
    by, at = request.reader.actor, request.at
    try:
        desk = desk_from_counter(given.get("desk"), given["municipality"], given["door"], at)
        asked = ask_as(question=question, asker=form.asker(), desk=desk, by=by, at=at)
    except NoDesk:
        form.add_error("municipality", _("Voor deze gemeente is er geen dienst. Kies een andere."))
        return False
    except ValidationError as error:
        form.add_error("reach", error.messages)
        return False
    keep_slip(request, asked, at)
    return True
