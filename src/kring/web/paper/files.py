"""How a paper leaves: as a file that no browser keeps, under a name that says nothing."""

from django.http import HttpResponse


def paper_answer(made: bytes, name: str) -> HttpResponse:
    """The answer that holds this PDF."""
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
