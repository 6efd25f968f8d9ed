"""The neutral message of this room: a subject, one sentence, a link. Never content."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text

register_text(
    "gap_ahead",
    subject=_("Kring: er wacht iets op je"),
    body=_("Er is iets dat je vooraf kan regelen; je leest het in Kring."),
)
