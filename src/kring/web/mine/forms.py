"""What is filled in on the own pages: a code and a password, what is not right, and an answer."""

from typing import Any
from uuid import uuid4

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from kring.foundation.accounts.models import Account


class CodeForm(forms.Form):
    """The code of an invitation, typed or pasted."""

    code = forms.CharField(
        label=_("Jouw code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": _("Schrijf hier de code die je kreeg.")},
    )


class NewPasswordForm(forms.Form):
    """The first password, typed once and shown on wish by the browser; the code stays in the body."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=20)
    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=_("Minstens 12 tekens. Een korte zin die je onthoudt, werkt goed."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.account)
        return password


class ObjectionForm(forms.Form):
    """What is wrong with what is kept, in one's own words; it becomes a question with a promise."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    words = forms.CharField(
        label=_("Wat klopt er niet, of wat wil je niet?"),
        help_text=_("Schrijf het in je eigen woorden. Een paar zinnen is genoeg."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Schrijf hier wat er niet klopt.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission"].initial = uuid4

    def clean_submission(self) -> Any:
        return self.cleaned_data["submission"] or uuid4()


class OpenAccessForm(forms.Form):
    """How the invitation gets to the person."""

    on_paper = forms.BooleanField(
        label=_("Toon een code om zelf af te geven"),
        help_text=_("Zonder vinkje gaat de uitnodiging naar het eigen veilige kanaal, als dat er is."),
        required=False,
    )
