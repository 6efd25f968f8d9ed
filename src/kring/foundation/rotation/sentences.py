"""The verbs of this room."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "keys.added": _("maakte een nieuwe sleutel"),
        "keys.resealed": _("zette alles onder de nieuwe sleutel"),
        "keys.dropped": _("nam een oude sleutel weg"),
    }
)
