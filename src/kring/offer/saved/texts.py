"""The neutral message of this room: a subject, one sentence, a link, the way out. Never content."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text
from kring.offer.saved.way_out import way_out_of

register_text(
    "saved.something_new",
    subject=_("Kring: er is iets nieuws"),
    body=_("Op een pagina die je bewaarde, staat iets wat er eerst niet stond."),
    way_out=way_out_of,
)
