"""What a tie needs."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.registry.people.models import Person


def check_tie(name: str, about: Sequence[Person]) -> None:
    """A tie has a name, and is somebody's; raises ValidationError."""
    if not name.strip():
        raise ValidationError({"name": _("Schrijf hoe het gezin deze persoon noemt.")})
    if not about:
        raise ValidationError({"about": _("Kies van wie deze persoon een bekende is.")})
