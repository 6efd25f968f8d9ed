"""What happened to access, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register({"person.known_checked": _("vroeg of deze persoon al gekend is")})
