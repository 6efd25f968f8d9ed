"""The verbs of this room."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "organisation.opened": _("voegde een organisatie toe"),
        "organisation.corrected": _("verbeterde gegevens van een organisatie"),
        "organisation.closed": _("sloot een organisatie af"),
        "site.opened": _("voegde een adres van een organisatie toe"),
        "site.corrected": _("verbeterde een adres van een organisatie"),
        "site.closed": _("sloot een adres van een organisatie af"),
        "partnership.opened": _("startte een samenwerking"),
        "partnership.corrected": _("verbeterde gegevens van een samenwerking"),
        "partnership.closed": _("beëindigde een samenwerking"),
        "organisation.paused": _("legde de accounts van een organisatie stil"),
        "organisation.resumed": _("liet de accounts van een organisatie weer toe"),
        "partnership.area_added": _("breidde een werkgebied uit"),
        "partnership.area_ended": _("maakte een werkgebied kleiner"),
        "partnership.joined": _("voegde een partner toe"),
        "partnership.left": _("schreef in dat een partner stopt"),
        "recognition.given": _("schreef een erkenning in"),
        "recognition.ended": _("beëindigde een erkenning"),
        "role.labelled": _("gaf een rol een plaatselijke naam"),
        "desk.opened": _("opende een balie"),
        "desk.corrected": _("verbeterde gegevens van een balie"),
        "desk.made_fallback": _("wees de vangnetbalie aan"),
        "desk.closed": _("sloot een balie"),
        "desk.hours_set": _("veranderde openingsuren"),
        "desk.area_added": _("breidde het gebied van een balie uit"),
        "desk.area_ended": _("maakte het gebied van een balie kleiner"),
        "desk.listed": _("zette iemand op de lijst van een balie"),
        "desk.unlisted": _("haalde iemand van de lijst van een balie"),
        "worker.added": _("voegde een medewerker toe"),
        "worker.corrected": _("verbeterde gegevens van een medewerker"),
        "worker.role_given": _("gaf een medewerker een rol"),
        "worker.role_ended": _("beëindigde een rol van een medewerker"),
        "worker.away": _("meldde een afwezigheid"),
        "worker.back": _("meldde dat iemand terug is"),
        "worker.left": _("schreef in dat iemand hier niet meer werkt"),
    }
)
