"""What happened with sheets, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register({"sheet.copied": _("kopieerde dit voor het eigen systeem")})
