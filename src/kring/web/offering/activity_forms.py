"""The forms of an activity and of its days."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from kring.foundation.deadlines.calendar import LOCAL
from kring.offer.directory.rules import FIRST_YEAR, LAST_YEAR

MOST_WEEKS = 52
DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")
CLOCK = forms.TimeInput({"type": "time"}, "%H:%M")


class ActivityForm(forms.Form):
    """What an activity is called, and whether one signs up."""

    name_nl = forms.CharField(label=__("Hoe heet het?"), max_length=200)
    description_nl = forms.CharField(
        label=__("Wat gebeurt er?"), required=False, max_length=2000, widget=forms.Textarea({"rows": 3})
    )
    sign_up = forms.BooleanField(label=__("Je moet je inschrijven"), required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, use_required_attribute=False)

    def values(self) -> dict[str, Any]:
        """What is written of the activity."""
        given = self.cleaned_data
        told = {"nl": given["description_nl"]} if given["description_nl"] else {}
        return {"name": {"nl": given["name_nl"]}, "description": told, "sign_up": given["sign_up"]}


class DatesForm(forms.Form):
    """One day, or the same hours every week for some weeks."""

    first_day = forms.DateField(label=__("Eerste dag"), widget=DAY)
    opens_at = forms.TimeField(label=__("Van"), widget=CLOCK)
    closes_at = forms.TimeField(label=__("Tot"), widget=CLOCK)
    weeks = forms.IntegerField(
        label=__("Hoeveel weken na elkaar?"), min_value=1, max_value=MOST_WEEKS, initial=1
    )
    seats = forms.IntegerField(
        label=__("Hoeveel mensen kunnen komen?"),
        help_text=__("Laat leeg als er geen grens is."),
        required=False,
        min_value=1,
        max_value=9999,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, use_required_attribute=False)

    def clean_first_day(self) -> date:
        """A day of a year in which something can happen."""
        day: date = self.cleaned_data["first_day"]
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(_("Deze dag bestaat niet."))
        return day

    def clean(self) -> dict[str, Any]:
        """The end comes after the begin."""
        cleaned = super().clean() or {}
        opens, closes = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens and closes and closes <= opens:
            raise ValidationError({"closes_at": _("Het einde ligt voor het begin.")})
        return cleaned

    def times(self) -> list[tuple[datetime, datetime]]:
        """Begin and end of each day, by the clock of the place."""
        given = self.cleaned_data
        days = [given["first_day"] + timedelta(weeks=week) for week in range(given["weeks"])]
        hours = (given["opens_at"], given["closes_at"])
        return [
            tuple(datetime.combine(day, hour, tzinfo=LOCAL).astimezone(UTC) for hour in hours)  # type: ignore[misc]
            for day in days
        ]
