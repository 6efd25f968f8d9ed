"""The neutral messages of this room: a subject, one sentence, a link. Never content."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text

KEPT, COPY_PAGE = "plans.kept", "/mijn/kopie/"
AFTER_CARE_DUE = "plans.after_care"
ANCHOR_ASKED = "plans.anchor_asked"
OWN_PEOPLE = "/mijn/mensen/"
APPROVAL_ASKED, APPROVAL_ANSWERED = "plans.approval_asked", "plans.approval_answered"
TAKEN_OVER = "plans.taken_over"
WISH_ASKED, WISH_ANSWERED = "plans.wish_asked", "plans.wish_answered"

register_text(
    KEPT,
    subject=_("Iets om te weten"),
    body=_("Hier lees je hoe lang we bewaren wat er is opgeschreven, en vraag je er een kopie van."),
)
register_text(
    AFTER_CARE_DUE,
    subject=_("Kring: er wacht iets op jullie"),
    body=_("Het is tijd om eens te horen hoe het gaat; je leest het in Kring."),
)
register_text(
    ANCHOR_ASKED,
    subject=_("Kring: er is iets veranderd"),
    body=_("Een collega vertrok; kijk in Kring wie haar werk overneemt."),
)
register_text(
    WISH_ASKED,
    subject=_("Kring: er wacht iets op jou"),
    body=_("Iemand vraagt je iets; je leest het in Kring."),
)
register_text(
    WISH_ANSWERED,
    subject=_("Er is een antwoord"),
    body=_("Je kreeg een antwoord; je leest het op deze pagina."),
)
register_text(
    APPROVAL_ASKED,
    subject=_("Kring: er wacht iets op jou"),
    body=_("Een collega vraagt om mee te kijken; je leest het in Kring."),
)
register_text(
    APPROVAL_ANSWERED,
    subject=_("Kring: er is een antwoord"),
    body=_("Een collega keek mee; je leest het in Kring."),
)
register_text(
    TAKEN_OVER,
    subject=_("Kring: er is iets veranderd"),
    body=_("Je kreeg werk van een collega; je ziet het in Kring."),
)
