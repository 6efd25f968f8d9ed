"""What a helper writes back."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _


class AnswerForm(forms.Form):
    """A few words back; ``submission`` makes one sending one message."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    words = forms.CharField(
        label=_("Jouw antwoord"),
        help_text=_("In gewone woorden. Deze persoon leest het op de eigen bladzijde."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf eerst je antwoord.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission"].initial = uuid4

    def clean_submission(self) -> Any:
        return self.cleaned_data["submission"] or uuid4()
