"""One form on one page: shown, refused beside its field, or done."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.foundation.deadlines.calendar import local_day, start_of_day
from kring.foundation.ui.difference import Change, changes_between
from kring.foundation.ui.refusals import beside


def tried(form: forms.Form, deed: Callable[[], Any], names: dict[str, str] | None = None) -> bool:
    """Do the deed; a refusal is said beside its field (``names``: its field in this form)."""
    try:
        deed()
    except ValidationError as refused:
        beside(form, refused, names=names)
        return False
    return True


def page(request: HttpRequest, form: forms.Form, **words: Any) -> HttpResponse:
    """A page with one form: ``heading``, ``submit``, ``back`` and ``back_name``."""
    return render(request, "partners/form.html", {"form": form, **words})


def beside_stored(form: forms.Form, now: dict[str, Any]) -> list[Change]:
    """Own text beside what is stored now; the form keeps the own and saves on the newest version."""
    labels = {name: str(field.label) for name, field in form.fields.items() if name != "version"}
    form.data = {**form.data.dict(), "version": str(now["version"])}  # type: ignore[attr-defined]
    return changes_between(labels, form.cleaned_data, now)


def since(day: Any, at: datetime) -> datetime:
    """The start of a typed day; now for today or no day."""
    return at if day is None or day == local_day(at) else start_of_day(day)
