"""Where allauth asks us how this house does things."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from kring.foundation.accounts import devices, letters, second_step
from kring.foundation.accounts.actions import note
from kring.foundation.accounts.models import Account
from kring.foundation.accounts.moment import moment_of
from kring.foundation.accounts.queries import account_with_address, has_second_factor
from kring.foundation.accounts.rules import must_have_second_factor
from kring.foundation.keys.sealing import seal, unseal

SECRET_ROW = "accounts.second_factor"  # noqa: S105 - the name of a row, not a secret
OWN_STAGES = {"allauth.mfa.stages.AuthenticateStage": "kring.foundation.accounts.second_step.SecondStep"}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """No sign-up, no mail of its own, limits that cannot shut out the owner."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("Dit e-mailadres en wachtwoord horen niet bij elkaar."),
        "too_many_login_attempts": _("Te veel pogingen. Wacht een minuut en probeer opnieuw."),
        "rate_limited": _("Te veel pogingen. Wacht een minuut en probeer opnieuw."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "incorrect_code": _("Deze code klopt niet, of is al gebruikt."),
        "invalid_password_reset": _("Deze link werkt niet meer. Vraag een nieuwe."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def get_login_stages(self) -> list[str]:
        return [OWN_STAGES.get(stage, stage) for stage in super().get_login_stages()]

    def is_reauthentication_required(self, **_: Any) -> bool:
        """Changing a second factor asks who you are again; setting up the first one does not."""
        account = context.request.user
        fresh = second_step.is_fresh(context.request.session, account)
        return has_second_factor(account) and not fresh

    def login(self, request: HttpRequest, user: Account) -> None:
        """The last moment of signing in: an account closed meanwhile stays out."""
        user.refresh_from_db()
        if not user.is_active:
            raise ImmediateHttpResponse(redirect("account_inactive"))
        super().login(request, user)

    def reauthenticate(self, user: Account, password: str) -> bool:
        again = self.authenticate(context.request, email=user.email, password=password)
        return again is not None and again.pk == user.pk

    def set_password(self, user: Account, password: str) -> None:
        user.set_password(password)
        user.save(update_fields=["password"])

    def send_password_reset_mail(
        self,
        user: Account,
        email: str,  # noqa: ARG002
        context: dict[str, Any],
    ) -> None:
        """A letter that names nothing but its link; how it travels is not ours to know."""
        request = context["request"]
        path = context["password_reset_url"].removeprefix(f"{request.scheme}://{request.get_host()}")
        letter = letters.Letter(user, "accounts.password_reset", path, moment_of(request))
        letters.send(letter)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing: every letter of this house goes through ``letters``."""

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Say what needs saying; that somebody is signed in shows by itself."""
        template = args[0] if args else kwargs.get("message_template")
        if template not in {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}:
            super().add_message(request, level, *args, **kwargs)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Tries are counted per address, and apart for a device that signed in here before.

        A stranger who uses up the tries of an address leaves those of its owner's devices whole.
        """
        address = str(credentials.get("email", "")).strip().lower()
        return f"{address}:{devices.known_device(request, address)}"


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets are sealed; a worker keeps at least one second factor."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Deze code klopt niet, of is al gebruikt."),
        "cannot_delete_authenticator": _(
            "Dit is je enige tweede stap. Voeg eerst een andere toe, dan kan deze weg."
        ),
    }

    def encrypt(self, text: str) -> str:
        return seal(text, row=SECRET_ROW)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, row=SECRET_ROW)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        account = authenticator.user
        kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
        others = Authenticator.objects.filter(user=account, type__in=kinds).exclude(pk=authenticator.pk)
        return not must_have_second_factor(account) or others.exists()


class ExternalAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An external identity opens an existing account and never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Tie a first sign-in to the account of its verified address; later the subject counts."""
        if sociallogin.is_existing:
            return
        account = _account_of(sociallogin)
        if account is None:
            raise ImmediateHttpResponse(redirect("socialaccount_login_error"))
        identity = sociallogin.account
        SocialAccount.objects.create(
            user=account, provider=identity.provider, uid=identity.uid, extra_data={}
        )
        note(at=moment_of(request), account=account, did="accounts.identity_linked")
        sociallogin.user = account


def _account_of(login: SocialLogin) -> Account | None:
    """The active account with the address the provider vouches for, if it has no identity yet."""
    for address in login.email_addresses:
        account = account_with_address(address.email) if address.verified else None
        if account is not None:
            linked = SocialAccount.objects.filter(user=account, provider=login.account.provider)
            return None if linked.exists() else account
    return None
