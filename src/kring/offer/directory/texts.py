"""The neutral messages of this room: a subject, one sentence, a link. Never content."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text

register_text(
    "directory.to_confirm",
    subject=_("Kring: klopt dit nog?"),
    body=_("Kijk even na of wat we over jullie tonen nog klopt; met deze link is dat zo gedaan."),
)
register_text(
    "directory.date_cancelled",
    subject=_("Kring: er is iets veranderd"),
    body=_("Iets waarvoor je je inschreef gaat niet door; met deze link zie je wat er nog komt."),
)
register_text(
    "directory.link_proposed",
    subject=_("Kring: een voorstel over jullie aanbod"),
    body=_("Een andere organisatie stelt jullie iets voor; meld je aan om het te lezen."),
)
