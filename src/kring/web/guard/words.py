"""What the guard says in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.trust.access.models import UnusualLook

Kind = UnusualLook.Kind


def unusual_words(kind: str, times: int) -> str:
    """Why a week of a worker stands out."""
    if kind == Kind.MANY:
        words = _("Keek naar %(count)d verschillende mensen.")
    elif kind == Kind.NIGHT:
        words = ngettext(
            "Las 's nachts %(count)d bladzijde.", "Las 's nachts %(count)d bladzijden.", times
        )
    elif kind == Kind.SURNAME:
        words = _("Keek %(count)d keer naar iemand met dezelfde familienaam.")
    elif kind == Kind.STREET:
        words = _("Keek %(count)d keer naar iemand in de straat van de eigen kring.")
    else:
        words = _("Keek %(count)d keer naar iemand buiten de eigen regio.")
    return words % {"count": times}
