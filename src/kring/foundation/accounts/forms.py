"""Forms of the door that allauth does not bring."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from kring.foundation.accounts.models import Account
from kring.foundation.accounts.sign_in_names import as_address


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


class SignInForm(LoginForm):  # type: ignore[misc]
    """Signing in with a mail address, or with the name that stood on an invitation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("E-mailadres of aanmeldnaam"),
            max_length=254,
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        )
        self.fields["password"].help_text = ""  # the page itself names the way back in
        del self.fields["password"].widget.attrs["placeholder"]  # its label says it already
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        return as_address(self.cleaned_data["login"])


class AppCodeForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new app, asked in the words of the product."""

    code = forms.CharField(
        label=_("De zes cijfers uit je app"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
