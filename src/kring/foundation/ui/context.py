"""What every page knows: its languages and the way out."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def page_frame(request: HttpRequest) -> dict[str, object]:  # noqa: ARG001 - the signature is given
    """Languages for the switch, where the quick exit leads, and whom one calls who disagrees."""
    return {
        "page_languages": settings.LANGUAGES,
        "unreviewed_language": get_language() in settings.UNREVIEWED_LANGUAGES,
        "quick_exit_url": settings.QUICK_EXIT_URL,
        "help_line": settings.HELP_LINE,
        "demo": settings.DEMO,
    }
