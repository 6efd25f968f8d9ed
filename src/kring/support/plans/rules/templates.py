"""What a template of a plan needs."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.support.plans.domains import domains_of

MOST_DAYS = 730
"""An action of a template is due within two years."""


def check_template(name: Mapping[str, str], goals: Sequence[Mapping[str, Any]]) -> None:
    """A name, and goals of known life domains with actions due in time; raises ValidationError."""
    if not any(words.strip() for words in name.values()):
        raise ValidationError({"name": _("Geef het sjabloon een naam.")})
    if not goals:
        raise ValidationError(_("Schrijf minstens één doel."))
    for goal in goals:
        if goal["domain"] and goal["domain"] not in domains_of():
            raise ValidationError(_("Kies een onderwerp uit de lijst."))
        if any(not 0 <= one["due_after_days"] <= MOST_DAYS for one in goal["actions"]):
            most = _("Een afspraak valt binnen %(days)s dagen.") % {"days": MOST_DAYS}
            raise ValidationError(most)
