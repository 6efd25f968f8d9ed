"""The door: our own Dutch paths to allauth's views and ours."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkey
from allauth.socialaccount import views as external
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.usersessions import views as sessions
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from kring.foundation.accounts import views
from kring.foundation.accounts.even import answers_evenly

urlpatterns = [
    path("aanmelden/", account.login, name="account_login"),
    path("aanmelden/mijn-account/", views.own_account, name="own_account"),
    path("aanmelden/afmelden/", views.sign_out, name="account_logout"),
    path("aanmelden/gesloten/", account.account_inactive, name="account_inactive"),
    path("aanmelden/bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path("aanmelden/uitnodiging/<str:token>/", views.use_invitation, name="use_invitation"),
    path("aanmelden/wachtwoord/", account.password_change, name="account_change_password"),
    path("aanmelden/wachtwoord/kiezen/", account.password_set, name="account_set_password"),
    path("aanmelden/vergeten/", answers_evenly(account.password_reset), name="account_reset_password"),
    path(
        "aanmelden/vergeten/gevraagd/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "aanmelden/vergeten/klaar/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^aanmelden/vergeten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("aanmelden/tweede-stap/", mfa.index, name="mfa_index"),
    path("aanmelden/code/", mfa.authenticate, name="mfa_authenticate"),
    path("aanmelden/code/bevestigen/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("aanmelden/tweede-stap/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("aanmelden/tweede-stap/app/weg/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "aanmelden/tweede-stap/herstelcodes/",
        recovery.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "aanmelden/tweede-stap/herstelcodes/nieuw/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("aanmelden/tweede-stap/sleutels/", views.list_passkeys, name="mfa_list_webauthn"),
    path("aanmelden/tweede-stap/sleutels/nieuw/", passkey.add_webauthn, name="mfa_add_webauthn"),
    path(
        "aanmelden/tweede-stap/sleutels/<str:token>/weg/",
        views.remove_passkey,
        name="remove_passkey",
    ),
    path("aanmelden/sleutel/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path(
        "aanmelden/sleutel/bevestigen/",
        passkey.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("aanmelden/sessies/", sessions.list_usersessions, name="usersessions_list"),
    path(
        "aanmelden/extern/fout/",
        login_not_required(external.login_error),
        name="socialaccount_login_error",
    ),
    path(
        "aanmelden/extern/gestopt/",
        login_not_required(external.login_cancelled),
        name="socialaccount_login_cancelled",
    ),
    path("aanmelden/extern/<str:provider_id>/", oidc.login, name="openid_connect_login"),
    path("aanmelden/extern/<str:provider_id>/terug/", oidc.callback, name="openid_connect_callback"),
    path("demo", views.enter_demo, name="enter_demo"),
]
