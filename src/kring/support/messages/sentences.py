"""What happened to a message, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "family_message.sent": _("schreef een bericht"),
        "family_message.answered": _("antwoordde op een bericht"),
        "family_message.seen": _("las een bericht en legde het weg"),
        "call.asked": _("vroeg om gebeld te worden"),
    }
)
