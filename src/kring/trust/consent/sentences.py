"""What happened to an agreement, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "consent.recorded": _("schreef op wat deze persoon goedvindt"),
        "consent.ability_judged": _("schreef op of deze jongere zelf beslist"),
    }
)
