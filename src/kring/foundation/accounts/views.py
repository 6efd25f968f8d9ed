"""Pages of the door that allauth does not bring."""

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import remove_webauthn
from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kring.foundation.accounts.actions import InvitationGone, accept_invitation
from kring.foundation.accounts.forms import FirstPasswordForm
from kring.foundation.accounts.moment import moment_of
from kring.foundation.accounts.queries import cast, invitation_for
from kring.foundation.accounts.rules import may_be_entered_as_cast

PASSKEY_SALT = "kring.accounts.passkey"
BACKEND = "kring.foundation.accounts.sessions.AccountBackend"


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session here and ask the browser to forget what it saw."""
    logout(request)
    response = redirect("account_login")
    response["Clear-Site-Data"] = '"cache", "storage"'
    response["Cache-Control"] = "no-store"
    return response


@login_not_required
@never_cache
@sensitive_post_parameters()
def use_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The first password; an expired or used link says what to do."""
    at = moment_of(request)
    invitation = invitation_for(token, at)
    if invitation is None:
        return render(request, "accounts/invitation_gone.html", status=410)
    form = FirstPasswordForm(request.POST or None, account=invitation.account)
    if request.method == "POST" and form.is_valid():
        try:
            accept_invitation(at=at, token=token, password=form.cleaned_data["password"])
        except InvitationGone:
            return render(request, "accounts/invitation_gone.html", status=410)
        return redirect("account_login")
    context = {"form": form, "account": invitation.account}
    return render(request, "accounts/invitation.html", context)


@login_not_required
def enter_demo(request: HttpRequest) -> HttpResponse:
    """The cast of the demonstration; entering needs no password. Does not exist elsewhere."""
    if not settings.DEMO:
        raise Http404
    if request.method != "POST":
        return render(request, "accounts/demo.html", {"cast": cast()})
    chosen = request.POST.get("key", "")
    account = next((one for one in cast() if str(one.key) == chosen), None)
    if account is None or not may_be_entered_as_cast(account):
        raise Http404
    login(request, account, backend=BACKEND)
    return redirect(settings.LOGIN_REDIRECT_URL)


def list_passkeys(request: HttpRequest) -> HttpResponse:
    """One's own passkeys; each is named by a signed token instead of its number."""
    own = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN)
    keys = [(key, signing.dumps(key.pk, salt=PASSKEY_SALT)) for key in own.order_by("created_at")]
    return render(request, "mfa/webauthn/authenticator_list.html", {"passkeys": keys})


def remove_passkey(request: HttpRequest, token: str) -> HttpResponseBase:
    """Take a passkey away; allauth asks who you are first."""
    try:
        number = signing.loads(token, salt=PASSKEY_SALT)
    except signing.BadSignature as error:
        raise Http404 from error
    answer: HttpResponseBase = remove_webauthn(request, pk=number)
    return answer


def own_account(request: HttpRequest) -> HttpResponse:
    """What somebody can change about the own account."""
    return render(request, "accounts/own_account.html")
