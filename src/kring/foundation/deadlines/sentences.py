"""The verbs of this room."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register({"term.changed": _("veranderde een termijn")})
