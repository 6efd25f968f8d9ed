"""How a file leaves: to be saved, kept by no browser, and never shown inside a page.

Every file about people goes through ``to_save``, which counts it against the cap on copies; a test
holds that no view makes such an answer by itself. A spoken message alone is listened to on a page.
"""

from django.http import HttpResponse

from kring.trust.access.caps import count_copy
from kring.trust.access.http import ReadRequest


def to_save(request: ReadRequest, content: bytes, content_type: str, name: str) -> HttpResponse:
    """The answer that holds this file; ``name`` is plain letters with an ending.

    Called once everything on it was read, and before anything is written of its leaving: raises
    TooManyCopies, and then nothing left.
    """
    count_copy(request.reader, request.at)
    return _kept_by_nobody(content, content_type, f'attachment; filename="{name}"')


def to_hear(content: bytes, content_type: str) -> HttpResponse:
    """The answer a player on a page asks for: a look like any other, and nothing that runs.

    Whole or not at all, so that no piece of it leaves without being written down.
    """
    answer = _kept_by_nobody(content, content_type, "inline")
    answer["Accept-Ranges"] = "none"
    return answer


def _kept_by_nobody(content: bytes, content_type: str, disposition: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = disposition
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
