"""What happened in the register of unmet need, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register({"unmet.registered": _("schreef op dat er geen hulp was")})
