"""The verbs of what is kept of the offer, as one reads them in the journal."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "saved_search.made": _("bewaarde een zoektocht in het aanbod"),
        "saved_search.changed": _("koos hoe vaak een bewaarde zoektocht mailt"),
        "saved_search.seen": _("zag wat een bewaarde zoektocht vond"),
        "saved_search.removed": _("haalde een bewaarde zoektocht weg"),
        "saved_search.told": _("mailde dat een bewaarde zoektocht iets nieuws vond"),
        "bookmark.made": _("bewaarde een aanbod"),
        "bookmark.removed": _("haalde een bewaard aanbod weg"),
    }
)
