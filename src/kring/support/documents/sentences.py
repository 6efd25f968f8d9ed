"""What happened to documents, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register({"document.kept": _("bewaarde een document")})
