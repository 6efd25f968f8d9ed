"""Forms of the door that allauth does not bring."""

from typing import Any

from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from kring.foundation.accounts.models import Account


class FirstPasswordForm(forms.Form):
    """The first password, typed twice."""

    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=_("Minstens 12 tekens. Een korte zin die je onthoudt, werkt goed."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Nog een keer hetzelfde wachtwoord"),
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

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if "password" in given and given["password"] != given.get("again"):
            self.add_error("again", _("De twee wachtwoorden zijn niet gelijk."))
        return given


class AppCodeForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new app, asked in the words of the product."""

    code = forms.CharField(
        label=_("De zes cijfers uit je app"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
