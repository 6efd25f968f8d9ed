"""What happened to a note, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "note.written": _("schreef iets bij het verhaal"),
        "note.corrected": _("paste het verhaal aan"),
        "note.reclassed": _("koos opnieuw wie iets mag lezen"),
        "note.withheld": _("hield iets achter omdat het schade kan doen"),
        "note.handed_over": _("gaf iets te lezen"),
        "note.taken_back": _("liet iets niet langer lezen"),
        "note.working_written": _("schreef een werknota"),
        "note.working_corrected": _("paste een werknota aan"),
        "note.draft_kept": _("is iets aan het opschrijven"),
        "note.draft_dropped": _("gooide weg wat nog niet bewaard was"),
    }
)
