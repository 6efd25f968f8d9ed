"""The forms of upkeep. What is wrong is said beside its field; nothing typed is lost."""

import re
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.foundation.retention.models import LegalHold
from kring.web.upkeep.queries import kind_of_file

KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
UNITS = (
    ("D", gettext_lazy("dagen")),
    ("WD", gettext_lazy("werkdagen")),
    ("W", gettext_lazy("weken")),
    ("M", gettext_lazy("maanden")),
    ("Y", gettext_lazy("jaar")),
)
MOST = 9999


class TermForm(forms.Form):
    """Another value of a term from a day on; ``seen`` is what the page showed."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    count = forms.IntegerField(label=gettext_lazy("Nieuwe waarde"), min_value=0, max_value=MOST)
    unit = forms.ChoiceField(label=gettext_lazy("Eenheid"), choices=UNITS)
    valid_from = forms.DateField(
        label=gettext_lazy("Geldt vanaf"),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        help_text=gettext_lazy("Ten vroegste morgen. Wat al beloofd is, verandert niet."),
    )
    ground = forms.CharField(
        label=gettext_lazy("Waarop steunt dit?"),
        max_length=300,
        help_text=gettext_lazy("Het besluit, de afspraak of de wet."),
    )

    def __init__(self, *args: object, number: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if number:
            del self.fields["unit"]

    def value(self) -> str:
        """What was typed, as a term is written."""
        count, unit = self.cleaned_data["count"], self.cleaned_data.get("unit")
        if unit is None:
            return str(count)
        return f"{count}WD" if unit == "WD" else f"P{count}{unit}"


class HoldForm(forms.Form):
    """What may not be destroyed, and why."""

    about = forms.CharField(
        label=gettext_lazy("Welk dossier?"),
        max_length=200,
        help_text=gettext_lazy(
            "Plak het adres van de pagina van het gezin. Wie het dossier kent, geeft je dat."
        ),
    )
    reason = forms.ChoiceField(label=gettext_lazy("Waarom?"), choices=LegalHold.Reason.choices)
    reference = forms.CharField(
        label=gettext_lazy("Kenmerk"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Een rolnummer of dossiernummer, geen naam."),
    )

    def clean_about(self) -> tuple[str, UUID]:
        """The kind and the key of the file; the last key in what was pasted counts."""
        found = KEY.findall(self.cleaned_data["about"])
        key = UUID(found[-1]) if found else None
        kind = kind_of_file(key) if key else None
        if key is None or kind is None:
            raise ValidationError(_("Dit is geen adres van een dossier. Kijk na of je alles plakte."))
        return kind, key
