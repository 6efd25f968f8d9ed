"""What happened to calendar addresses, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "calendar.opened": _("opende een eigen agenda-adres"),
        "digest.sent": _("kreeg bericht over de dag"),
        "digest.chosen": _("koos of er bericht over de dag komt"),
        "calendar.closed": _("sloot een eigen agenda-adres"),
    }
)
