"""What a worker is told in the morning."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text

register_text(
    "calendars.digest",
    subject=_("Jouw dag"),
    body=_("Er staat vandaag iets op je lijst; hoeveel en wat, zie je als je je aanmeldt."),
)
