"""What a document needs."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.support.documents.models import DocumentKind
from kring.support.documents.sounds import is_sound

LONGEST_TITLE = 120
MEGABYTE = 1024 * 1024


def check_title(title: str) -> None:
    """A document has a title of its own; raises ValidationError."""
    if not title.strip():
        raise ValidationError({"title": _("Geef het document een titel.")})
    if len(title.strip()) > LONGEST_TITLE:
        raise ValidationError({"title": _("Die titel is te lang: hoogstens 120 tekens.")})


def check_spoken(kind: str, content_type: str) -> None:
    """A spoken message is something to listen to, by its content; raises ValidationError."""
    if kind == DocumentKind.SPOKEN and not is_sound(content_type):
        raise ValidationError(
            {"file": _("Dit is geen geluidsopname. Neem je stem op en probeer opnieuw.")}
        )


def check_about(persons: int) -> None:
    """A document is about somebody; raises ValidationError."""
    if not persons:
        raise ValidationError({"about": _("Kies over wie dit gaat.")})
