"""The verbs of this room."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "retention.held": _("vroeg om dit te bewaren"),
        "retention.hold_lifted": _("liet het bewaren weer los"),
        "retention.destroyed": _("wiste wat lang genoeg bewaard was"),
        "retention.reported": _("maakte het verslag van wat gewist is"),
    }
)
