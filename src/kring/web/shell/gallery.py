"""Every component on one page, with invented people; only in the demo.

The page is for who builds and for the tests that look at it with a browser: short and long, empty
and wrong.
"""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from kring.foundation.ui.difference import changes_between
from kring.foundation.ui.dot_map import MapPoint, draw
from kring.foundation.ui.errors import error_page

ERRORS = (400, 403, 404, 413, 429, 500, 503)
PLACES = (
    ("Geel", 51.16, 4.99, "3", "late", 40),
    ("Mol", 51.19, 5.12, "1", "soon", 10),
    ("Turnhout", 51.32, 4.95, "12", "", 100),
    ("Herentals", 51.18, 4.83, "4", "", 45),
    ("Balen", 51.17, 5.17, "", "still", 0),
    ("Dessel", 51.24, 5.11, "", "still", 0),
    ("Retie", 51.27, 5.08, "2", "info", 20),
    ("Hoogstraten", 51.40, 4.76, "", "still", 0),
    ("Arendonk", 51.32, 5.08, "", "still", 0),
    ("Westerlo", 51.09, 4.92, "5", "plum", 55),
)


class SampleForm(forms.Form):
    """One field of each kind."""

    what = forms.CharField(
        label=_("Waar wil je hulp bij?"),
        help_text=_("Schrijf het zoals je het zou zeggen. Eén zin is genoeg."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    name = forms.CharField(label=_("Hoe mogen we je noemen?"), required=False)
    municipality = forms.ChoiceField(
        label=_("Gemeente"), choices=[("", _("Kies een gemeente")), ("13008", "Geel"), ("13025", "Mol")]
    )
    safe = forms.ChoiceField(
        label=_("Is het thuis veilig?"),
        choices=[("yes", _("Ja")), ("no", _("Nee")), ("unknown", _("Weet ik niet"))],
        widget=forms.RadioSelect,
        required=False,
    )
    reach = forms.MultipleChoiceField(
        label=_("Hoe bereiken we je veilig?"),
        help_text=_("Kies alles wat mag."),
        choices=[("call", _("Bellen")), ("text", _("Sms")), ("mail", _("E-mail"))],
        widget=forms.CheckboxSelectMultiple,
    )
    born = forms.DateField(label=_("Geboortedatum"), widget=forms.DateInput(attrs={"type": "date"}))
    agree = forms.BooleanField(label=_("Ik heb gelezen wat er met mijn vraag gebeurt."))


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """All components in the worker's shell."""
    _only_in_demo()
    return render(request, "shell/gallery/gallery.html", _sample_context(request))


@login_not_required
def family_sample(request: HttpRequest) -> HttpResponse:
    """The single column of a family page."""
    _only_in_demo()
    return render(request, "shell/gallery/family.html", _sample_context(request))


@login_not_required
def error_sample(request: HttpRequest, status: int) -> HttpResponse:
    """One of the pages for what went wrong."""
    _only_in_demo()
    if status not in ERRORS:
        raise Http404
    return error_page(request, status)


def _only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404


def _sample_context(request: HttpRequest) -> dict[str, object]:
    at = request.at  # type: ignore[attr-defined]
    wrong = SampleForm({"name": "Sofia", "born": "gisteren", "municipality": "999"}, auto_id="wrong_%s")
    points = [
        MapPoint(latitude, longitude, label, value, kind, weight)
        for label, latitude, longitude, value, kind, weight in PLACES
    ]
    return {
        "now": at,
        "form": SampleForm(),
        "wrong": wrong,
        "asked": at - timedelta(days=12),
        "due": at + timedelta(days=18),
        "due_soon": at + timedelta(days=3),
        "due_late": at - timedelta(days=1),
        "map": draw(points, radius=12, legend=[("", str(_("op tijd"))), ("late", str(_("te laat")))]),
        "changes": changes_between(
            {"words": str(_("Afspraak")), "note": str(_("Nota"))},
            {"words": "Drie ochtenden per week gezinszorg, 7 tot 9 uur", "note": "Oma komt mee"},
            {"words": "Vier ochtenden per week gezinszorg, van 7 tot 9 uur", "note": ""},
        ),
        "errors": ERRORS,
    }
