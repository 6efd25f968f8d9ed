"""How a file leaves: to be saved, kept by no browser, and never shown inside a page."""

from django.http import HttpResponse


def to_save(content: bytes, content_type: str, name: str) -> HttpResponse:
    """The answer that holds this file; ``name`` is plain letters with an ending."""
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
