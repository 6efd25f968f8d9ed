"""The neutral messages of this room: a subject, one sentence, a link. Never content."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text

register_text(
    "threshold_asked",
    subject=_("Kring: een vraag over je aanbod"),
    body=_("Een partner vraagt iets over jullie aanbod; je leest en beantwoordt het in Kring."),
)
register_text(
    "threshold_answered",
    subject=_("Kring: er is antwoord"),
    body=_("Een organisatie antwoordde op wat je vroeg; je leest het in Kring."),
)
