"""The neutral messages of this room: that something waits, and nothing of what."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text

register_text(
    "messages.waiting",
    subject=_("Kring: er wacht iets op jou"),
    body=_("Iemand schreef je; je leest het in Kring met deze link."),
)
register_text(
    "messages.call_asked",
    subject=_("Kring: er wacht iets op jou"),
    body=_("Iemand vraagt om gebeld te worden; je ziet het in Kring met deze link."),
)
register_text(
    "messages.for_colleague",
    subject=_("Kring: er wacht iets op een collega"),
    body=_("Je vervangt een collega, en iemand wacht daar op; je ziet het in Kring met deze link."),
)
register_text(
    "messages.for_team",
    subject=_("Kring: er wacht iets op een collega"),
    body=_("Een collega is afwezig, en iemand wacht daar op; je ziet het in Kring met deze link."),
)
register_text(
    "messages.answered",
    subject=_("Een link voor jou"),
    body=_("Er staat iets voor jou klaar, open de link wanneer niemand meekijkt."),
)
register_text(
    "messages.call_back",
    subject=_("Bel even terug"),
    body=_("Deze persoon vroeg zelf om gebeld te worden."),
)
