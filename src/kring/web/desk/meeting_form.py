"""The one form of the intake meeting."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.registry.network.models import Partnership, Worker
from kring.support.requests.models import Decision
from kring.support.requests.queries import coaches_of
from kring.web.desk.choices import decision_words


class DecisionForm(forms.Form):
    """A decision, with the coach where that is the decision."""

    decision = forms.ChoiceField(label=_("Wat beslissen jullie?"))
    coach = forms.ModelChoiceField(
        Worker.objects.none(), required=False, to_field_name="key", label=_("Welke coach?")
    )
    words = forms.CharField(
        label=_("Waarom, of met welke afspraak?"),
        widget=forms.Textarea({"rows": 2}),
        required=False,
        max_length=2000,
    )

    def __init__(self, data: Any = None, *, region: Partnership, at: datetime) -> None:
        super().__init__(data, use_required_attribute=False)
        self.fields["decision"].choices = list(decision_words().items())  # type: ignore[attr-defined]
        self.fields["coach"].queryset = coaches_of(region, at)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("decision") == Decision.COACH and not values.get("coach"):
            self.add_error("coach", _g("Kies welke coach de vraag op zich neemt."))
        if values.get("decision") == Decision.SPECIAL_ROUTE and not (values.get("words") or "").strip():
            self.add_error("words", _g("Zeg waarom de vraag naar een bijzondere weg gaat."))
        return values
