"""What happened to a threshold, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "threshold.logged": _("meldde een drempel"),
        "threshold.asked": _("vroeg een organisatie om een drempel weg te nemen"),
        "threshold.answered": _("antwoordde op een drempel"),
        "threshold.removed": _("schreef op dat een drempel weg is"),
        "threshold.stays": _("schreef op dat een drempel blijft"),
    }
)
