"""The verbs of this room."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "message.queued": _("zette een bericht klaar"),
        "message.queued_again": _("zette een bericht opnieuw klaar"),
        "message.sent": _("verstuurde een bericht"),
        "message.to_call": _("vroeg om te bellen"),
        "message.called": _("belde"),
        "message.not_reached": _("belde zonder iemand te bereiken"),
        "message.dropped": _("verstuurde een bericht niet"),
        "message.undeliverable": _("kreeg een bericht niet bezorgd"),
        "message.erased": _("wiste oude berichten"),
        "message.switched_off": _("zette berichten uit"),
        "message.switched_on": _("zette berichten weer aan"),
    }
)
