"""What an account is told."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text

register_text(
    "accounts.password_reset",
    subject=_("Een link voor jou"),
    body=_("Met deze link kies je een nieuw wachtwoord; vroeg je dit niet, doe dan niets."),
)
register_text(
    "accounts.invitation",
    subject=_("Een link voor jou"),
    body=_("Met deze link kies je een wachtwoord en kun je je aanmelden."),
)
