"""What happened to a circle, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "tie.added": _("zette iemand in de kring"),
        "tie.changed": _("paste iemand in de kring aan"),
        "tie.ended": _("haalde iemand uit de kring"),
    }
)
