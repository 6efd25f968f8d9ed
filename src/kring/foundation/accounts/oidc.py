"""The external provider, as the environment describes it. Imports nothing of Django."""

from collections.abc import Mapping
from urllib.parse import urlsplit

PROVIDER_ID = "organisatie"


def oidc_provider(environment: Mapping[str, str]) -> dict[str, object]:
    """allauth's description of the one OpenID provider, or none when no issuer is given."""
    issuer = environment.get("KRING_OIDC_ISSUER", "")
    if not issuer:
        return {}
    app = {
        "provider_id": PROVIDER_ID,
        "name": environment.get("KRING_OIDC_NAME", "je organisatie"),
        "client_id": environment.get("KRING_OIDC_CLIENT_ID", ""),
        "secret": environment.get("KRING_OIDC_CLIENT_SECRET", ""),
        "settings": {"server_url": issuer},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


def oidc_origin(issuer: str) -> list[str]:
    """The origin a sign-in form is sent on to, for the content security policy."""
    parts = urlsplit(issuer)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []
