"""The tables that third parties bring, and how long their rows are kept.

Our own models say it themselves (``Facts``); these cannot. ``docs/reference/third-party-tables.md``
is written from this list, and a test holds both to the tables that exist.
"""

THIRD_PARTY_TABLES: dict[str, str] = {
    "django_migrations": "as long as the installation; says nothing about people",
    "django_content_type": "as long as the installation; says nothing about people",
    "auth_group": "empty: who may do what is not kept here",
    "auth_group_permissions": "empty: who may do what is not kept here",
    "auth_permission": "as long as the installation; says nothing about people",
    "django_session": "12 hours at most; ended sessions are swept daily",
    "account_emailaddress": "empty: an account has the one address it signs in with",
    "account_emailconfirmation": "empty: an account has the one address it signs in with",
    "mfa_authenticator": "as long as the account, or until its owner takes it away",
    "socialaccount_socialaccount": "as long as the account",
    "socialaccount_socialapp": "empty: the provider is described by the environment",
    "socialaccount_socialtoken": "empty: tokens of a provider are not kept",
    "usersessions_usersession": "as long as the session, with its address and browser",
}
