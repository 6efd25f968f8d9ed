"""What happened with signatures, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register({"plan.signed": _("tekende het gezinsplan")})
