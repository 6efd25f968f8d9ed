"""What happened around a meeting, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "meeting.planned": _("plande een overleg"),
        "meeting.moved": _("verplaatste een overleg"),
        "meeting.held": _("schreef op dat een overleg doorging"),
        "meeting.cancelled": _("schrapte een overleg"),
        "invitee.asked": _("nodigde iemand uit voor een overleg"),
        "invitee.answered": _("antwoordde op een uitnodiging"),
        "invitee.present": _("schreef op wie er was"),
        "agenda.added": _("zette iets op de agenda"),
        "agenda.removed": _("haalde iets van de agenda"),
        "decision.made": _("schreef een afspraak uit een overleg op"),
        "minutes.written": _("schreef het verslag van een overleg"),
        "interpreter.asked": _("vroeg een tolk voor een overleg"),
        "interpreter.found": _("vond een tolk voor een overleg"),
        "interpreter.none": _("vond geen tolk voor een overleg"),
    }
)
