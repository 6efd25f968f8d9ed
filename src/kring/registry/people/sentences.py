"""The verbs of this room."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "person.registered": _("schreef een persoon in"),
        "person.corrected": _("verbeterde gegevens van een persoon"),
        "person.born": _("schreef de geboorte in"),
        "person.number_set": _("vulde het rijksregisternummer in"),
        "person.number_forgotten": _("wiste het rijksregisternummer"),
        "person.address_protected": _("schermde het adres af"),
        "person.address_unprotected": _("hief de afscherming van het adres op"),
        "person.channel_added": _("voegde een manier toe om iemand te bereiken"),
        "person.channel_corrected": _("verbeterde hoe iemand te bereiken is"),
        "person.channel_ended": _("schrapte een manier om iemand te bereiken"),
        "person.related": _("schreef een band tussen twee personen in"),
        "person.unrelated": _("beëindigde een band tussen twee personen"),
        "family.registered": _("schreef een gezin in"),
        "family.renamed": _("veranderde de naam van een gezin"),
        "family.closed": _("sloot het dossier van een gezin"),
        "family.joined": _("voegde iemand toe aan een gezin"),
        "family.left": _("schreef in dat iemand niet meer bij een gezin hoort"),
    }
)
