"""What the person concerned is told: neutral, never who asked or what."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text

register_text(
    "legal.told",
    subject=_("Een bericht voor jou"),
    body=_("Er is nieuws over je gegevens; vraag ons ernaar wanneer het jou past."),
)
