"""What every page knows: its languages and the way out."""

from django.conf import settings
from django.http import HttpRequest


def page_frame(request: HttpRequest) -> dict[str, object]:  # noqa: ARG001 - the signature is given
    """Languages for the switch, and where the quick exit leads."""
    return {
        "page_languages": settings.LANGUAGES,
        "quick_exit_url": settings.QUICK_EXIT_URL,
        "demo": settings.DEMO,
    }
