"""What happened on paper, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register({"plan.printed": _("drukte het gezinsplan af")})
