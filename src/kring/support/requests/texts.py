"""The neutral messages of this room: a subject, one sentence, a link. Never content."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text

register_text(
    "handover_asked",
    subject=_("Kring: er wacht iets op jullie"),
    body=_("Een collega vraagt iets aan jullie team; kijk en antwoord met deze link."),
)
register_text(
    "handover_reminder",
    subject=_("Kring: er wacht nog iets op jullie"),
    body=_("Een collega wacht nog op jullie antwoord; kijk en antwoord met deze link."),
)
register_text(
    "handover_settled",
    subject=_("Kring: er is een antwoord"),
    body=_("Er is een antwoord voor jullie team; je leest het in Kring."),
)
register_text(
    "question_came",
    subject=_("Kring: er ligt iets nieuws bij jullie"),
    body=_("Er ligt iets nieuws bij jullie team; je leest het in Kring."),
)
register_text(
    "question_left",
    subject=_("Kring: er is iets veranderd"),
    body=_("Er is iets veranderd in het werk van jullie team; je leest het in Kring."),
)
register_text(
    "question_changed",
    subject=_("Een link voor jou"),
    body=_("Er staat iets voor jou klaar, open de link wanneer niemand meekijkt."),
)
