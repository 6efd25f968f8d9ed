"""The named keeping terms that models point to in their ``Facts``, and what they mean.

``docs/reference/retention.md`` is this table as a page; a test keeps the two the same. Only one
term is sourced in law (the youth-help file); the others are practice that a network may change as
dated terms.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class RetentionClass:
    """How long a kind of record is kept: ``term`` is a code of ``deadlines``, empty for no end."""

    name: str
    term: str
    words: str | Promise
    ground: str


ORDER_2014 = "Order of 21 February 2014, articles 20, 61 and 85"
PRACTICE = "Practice of this network; a dated term"
NOBODY = "Says nothing about a person who asks or gets help"

RETENTION_CLASSES = {
    item.name: item
    for item in (
        RetentionClass(
            "youth_file",
            "retention_youth_file",
            _("Tot het kind 35 jaar is, voor elk kind apart; wat gedeeld is tot het jongste 35 is."),
            ORDER_2014,
        ),
        RetentionClass(
            "anonymous",
            "retention_anonymous",
            _("Een vraag zonder naam: een jaar nadat ze is afgesloten."),
            PRACTICE,
        ),
        RetentionClass(
            "light_contact",
            "retention_light_contact",
            _("Alleen een vraagje, zonder persoon: twee jaar."),
            PRACTICE,
        ),
        RetentionClass(
            "message",
            "retention_message",
            _("Een bericht: een jaar nadat het is verstuurd of vervallen."),
            PRACTICE,
        ),
        RetentionClass(
            "legal_bundle",
            "retention_legal_bundle",
            _("Een verzegelde bundel voor een rechtbank: een jaar. Dat ze gegeven is, blijft geweten."),
            PRACTICE,
        ),
        RetentionClass(
            "import",
            "retention_import",
            _("Een ingelezen bestand: drie maanden."),
            PRACTICE,
        ),
        RetentionClass(
            "sign_up",
            "retention_sign_up",
            _("Wie zich inschreef voor een activiteit: een maand erna."),
            PRACTICE,
        ),
        RetentionClass(
            "offer_report",
            "retention_offer_report",
            _("Wat iemand meldde over het aanbod: een jaar."),
            PRACTICE,
        ),
        RetentionClass(
            "saved_search",
            "retention_saved_search",
            _("Een bewaarde zoektocht in het aanbod: een jaar nadat de eigenaar er iets mee deed."),
            PRACTICE,
        ),
        RetentionClass(
            "outreach",
            "retention_outreach",
            _("Wie een team op straat ontmoette, onder een bijnaam: drie maanden na de laatste keer."),
            PRACTICE,
        ),
        RetentionClass(
            "access_log",
            "retention_access_log",
            _("Wie keek en waarom: tien jaar."),
            "General knowledge of the field; a dated term",
        ),
        RetentionClass(
            "journal",
            "",
            _("De ketting van het logboek blijft: ze zegt niet over wie het gaat."),
            NOBODY,
        ),
        RetentionClass(
            "journal_payload",
            "retention_youth_file",
            _("De woorden van het logboek gaan weg met de persoon over wie ze gaan."),
            ORDER_2014,
        ),
        RetentionClass(
            "worker",
            "retention_worker",
            _("Wie werkte waar en wanneer: tien jaar nadat iemand vertrok."),
            PRACTICE,
        ),
        RetentionClass(
            "account",
            "retention_account",
            _("Een aanmelding: een jaar nadat iemand vertrok."),
            PRACTICE,
        ),
        RetentionClass(
            "network", "", _("Organisaties, samenwerkingen en werkgebieden blijven."), NOBODY
        ),
        RetentionClass("reference", "", _("Lijsten en termijnen blijven."), NOBODY),
        RetentionClass(
            "technical",
            "",
            _("Tellers en tussenwaarden: tot hun eigen korte tijd om is."),
            NOBODY,
        ),
        RetentionClass(
            "accountability",
            "",
            _("Wat vernietigd werd, in aantallen zonder namen, blijft."),
            NOBODY,
        ),
    )
}


def as_markdown() -> str:
    """The classes as the table of the reference page."""
    lines = ["| class | term | what it means | ground |", "|---|---|---|---|"]
    lines += [
        f"| `{item.name}` | {f'`{item.term}`' if item.term else 'kept'} | {item.words} | {item.ground} |"
        for item in RETENTION_CLASSES.values()
    ]
    return "\n".join(lines) + "\n"
