"""The forms of the network pages. What is wrong is said beside its field; nothing typed is lost."""

import re
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.foundation.deadlines.calendar import start_of_day
from kring.registry.network.models import Desk, Organisation, Partnership, Sector, Worker
from kring.registry.network.queries import workers_of
from kring.registry.network.rules import Hours, check_enterprise_number, check_hours
from kring.web.partners.founding_forms import PhoneMixin, SiteForm
from kring.web.partners.queries import clock, regions

WEEKDAYS = (
    gettext_lazy("Maandag"),
    gettext_lazy("Dinsdag"),
    gettext_lazy("Woensdag"),
    gettext_lazy("Donderdag"),
    gettext_lazy("Vrijdag"),
    gettext_lazy("Zaterdag"),
    gettext_lazy("Zondag"),
)
SLOT = re.compile(r"(\d{1,2})[:.u](\d{2})?\s*-\s*(\d{1,2})[:.u](\d{2})?")


class FilterForm(forms.Form):
    """Which organisations the list shows."""

    naam = forms.CharField(label=gettext_lazy("Naam"), required=False, max_length=80)
    sector = forms.ChoiceField(
        label=gettext_lazy("Sector"),
        required=False,
        choices=[("", gettext_lazy("Alle sectoren")), *Sector.choices],
    )
    regio = forms.ModelChoiceField(
        label=gettext_lazy("Regio"),
        required=False,
        queryset=Partnership.objects.none(),
        to_field_name="key",
        empty_label=gettext_lazy("Alle regio's"),
    )

    def __init__(self, *args: object, at: datetime, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["regio"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = regions(at)


class VersionedForm(forms.Form):
    """Remembers which version of the record the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def changes(self) -> dict[str, object]:
        """What was typed, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class OrganisationForm(VersionedForm):
    """Name, sector and enterprise number of an organisation."""

    name = forms.CharField(label=gettext_lazy("Naam"), max_length=200)
    sector = forms.ChoiceField(label=gettext_lazy("Sector"), choices=Sector.choices)
    enterprise_number = forms.CharField(
        label=gettext_lazy("Ondernemingsnummer"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("Tien cijfers uit de Kruispuntbank van Ondernemingen."),
    )

    def clean_enterprise_number(self) -> str:
        """The number in one form; a wrong one gets a sentence beside the field."""
        try:
            return check_enterprise_number(self.cleaned_data["enterprise_number"]) or ""
        except ValidationError as error:
            raise ValidationError(error.messages) from error


class DeskForm(PhoneMixin, VersionedForm):
    """How a desk is called and reached."""

    name = forms.CharField(label=gettext_lazy("Naam"), max_length=160)
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    first_for_public = forms.BooleanField(
        label=gettext_lazy("Krijgt als eerste de vragen van de website uit haar gebied"),
        required=False,
    )
    field_order = ("version", "name", "email", "phone", "first_for_public")


class HoursForm(VersionedForm):
    """The opening hours of a desk, one line a day, as people write them."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for weekday, name in enumerate(WEEKDAYS):
            self.fields[f"day{weekday}"] = forms.CharField(label=name, required=False, max_length=80)

    def clean(self) -> dict[str, object]:
        """Each line becomes slots; a line that cannot be read keeps its text."""
        cleaned = super().clean() or {}
        hours: Hours = []
        for weekday in range(len(WEEKDAYS)):
            name = f"day{weekday}"
            try:
                slots = [(weekday, *slot) for slot in read_slots(str(cleaned.get(name, "")))]
                check_hours(slots)
            except ValidationError as error:
                self.add_error(name, error.messages)
            else:
                hours += slots
        return {**cleaned, "hours": hours}


class WorkerForm(PhoneMixin, VersionedForm):
    """How a worker is called and reached."""

    name = forms.CharField(label=gettext_lazy("Naam"), max_length=120)
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("Hier komen de berichten van Kring aan."),
    )
    field_order = ("version", "name", "email", "phone")


class SitePageForm(SiteForm, VersionedForm):
    """Where a place of an organisation is, and how it is reached."""

    field_order = ("version", "name", "street", "municipality", "phone", "email")


class DutyForm(forms.Form):
    """Who comes on the list of a desk."""

    worker = forms.ModelChoiceField(
        label=gettext_lazy("Wie komt op de lijst?"),
        queryset=Worker.objects.none(),
        to_field_name="key",
        empty_label=gettext_lazy("Kies een medewerker"),
    )

    def __init__(self, *args: object, desk: Desk, at: datetime, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["worker"]
        if isinstance(field, forms.ModelChoiceField):
            listed = desk.duties.filter(ends_at__isnull=True).values("worker")
            field.queryset = workers_of(desk.organisation, at).exclude(pk__in=listed)


class ReceiverForm(forms.Form):
    """The colleague all families of a worker go to."""

    naar = forms.ModelChoiceField(
        label=gettext_lazy("Welke collega neemt over?"),
        queryset=Worker.objects.none(),
        to_field_name="key",
        empty_label=gettext_lazy("Kies een collega"),
        error_messages={
            "required": gettext_lazy("Kies een collega."),
            "invalid_choice": gettext_lazy("Kies een collega uit de lijst."),
        },
    )

    def __init__(self, data: Any = None, *, colleagues: QuerySet[Worker]) -> None:
        super().__init__(data, use_required_attribute=False)
        field = self.fields["naar"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = colleagues


class AbsenceForm(forms.Form):
    """From when to when somebody is away, and who does their work meanwhile."""

    first_day = forms.DateField(
        label=gettext_lazy("Eerste dag afwezig"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    last_day = forms.DateField(
        label=gettext_lazy("Laatste dag afwezig"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        help_text=gettext_lazy("Laat dit leeg als je het nog niet weet."),
    )
    deputy = forms.ModelChoiceField(
        label=gettext_lazy("Wie vervangt?"),
        required=False,
        queryset=Worker.objects.none(),
        to_field_name="key",
        empty_label=gettext_lazy("Nog niemand"),
        help_text=gettext_lazy("Wie vervangt, ziet de vragen van de balie en neemt ze over."),
    )

    def __init__(
        self, *args: object, worker: Worker, colleagues: list[Organisation], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["deputy"]
        if isinstance(field, forms.ModelChoiceField):
            rows = Worker.objects.filter(
                roles__organisation__in=colleagues, roles__ends_at__isnull=True, left_at__isnull=True
            )
            field.queryset = rows.exclude(pk=worker.pk).distinct().order_by("name", "pk")

    def clean(self) -> dict[str, object]:
        """The period: from the start of the first day to the end of the last."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("De laatste dag ligt voor de eerste."))
        return cleaned

    def period(self) -> tuple[datetime, datetime | None]:
        """The half-open period of the absence."""
        last = self.cleaned_data.get("last_day")
        ends = start_of_day(last + timedelta(days=1)) if last else None
        return start_of_day(self.cleaned_data["first_day"]), ends


def read_slots(text: str) -> list[tuple[time, time]]:
    """The opening hours in a line like "9:00-12:00, 13u-16u30"; raises ValidationError."""
    slots = []
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        found = SLOT.fullmatch(part if ":" in part or "u" in part or "." in part else "")
        if found is None:
            raise ValidationError(_("Schrijf uren zoals 9:00-12:00, 13:00-16:00."))
        hours = [int(found[1]), int(found[2] or 0), int(found[3]), int(found[4] or 0)]
        try:
            slots.append((time(hours[0], hours[1]), time(hours[2], hours[3])))
        except ValueError as error:
            raise ValidationError(_("Dit uur bestaat niet.")) from error
    return slots


def hours_shown(desk: Desk) -> dict[str, str]:
    """The hours of a desk as the form shows them."""
    lines: dict[str, list[str]] = {}
    for slot in desk.hours.order_by("weekday", "opens"):
        lines.setdefault(f"day{slot.weekday}", []).append(f"{clock(slot.opens)}-{clock(slot.closes)}")
    return {name: ", ".join(slots) for name, slots in lines.items()}
