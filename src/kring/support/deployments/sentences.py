"""What happened to help, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "deployment.planned": _("plande hulp voor het gezin"),
        "deployment.replanned": _("paste de geplande hulp aan"),
        "deployment.started": _("liet hulp voor het gezin starten"),
        "deployment.ended": _("rondde hulp voor het gezin af"),
        "deployment.cancelled": _("schrapte geplande hulp"),
        "gap.found": _("zag dat de hulp van het gezin stilvalt"),
        "gap.settled": _("zag dat de hulp van het gezin weer doorloopt"),
    }
)
