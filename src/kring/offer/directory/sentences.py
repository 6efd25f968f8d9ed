"""What happened in the directory, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "organization.listed": _("zette een organisatie in de gids"),
        "organization.changed": _("paste een organisatie in de gids aan"),
        "location.added": _("zette een plaats in de gids"),
        "location.changed": _("paste een plaats in de gids aan"),
        "service.added": _("zette een aanbod in de gids"),
        "service.given_there": _("zette er een plaats bij waar een aanbod is"),
        "service.changed": _("paste een aanbod aan"),
        "service.confirmed": _("bevestigde dat een aanbod nog klopt"),
        "service.free_places": _("gaf vrije plaatsen op"),
        "service.closed_for_now": _("zette een aanbod tijdelijk dicht"),
        "service.opened_again": _("zette een aanbod weer open"),
        "service.put_aside": _("zette een aanbod opzij"),
        "service.linked": _("zei dat twee aanbiedingen samen horen"),
        "service.unlinked": _("zei dat twee aanbiedingen niet meer samen horen"),
        "service.link_proposed": _("stelde voor dat twee aanbiedingen samen horen"),
        "service.link_dropped": _("liet een voorstel vallen dat twee aanbiedingen samen horen"),
        "service.withdrawn": _("haalde een aanbod weg"),
        "activity.added": _("zette een activiteit in de gids"),
        "activity.changed": _("paste een activiteit aan"),
        "activity.stopped": _("stopte een activiteit"),
        "activity.dates_added": _("zette dagen bij een activiteit"),
        "activity.date_cancelled": _("schrapte een dag van een activiteit"),
        "sign_up.made": _("schreef zich in voor een activiteit"),
        "sign_up.cancelled": _("schreef zich uit voor een activiteit"),
        "offer.asked_to_confirm": _("vroeg of het aanbod nog klopt"),
        "wrong_report.made": _("meldde dat iets van een aanbod niet klopt"),
        "wrong_report.settled": _("handelde een melding over een aanbod af"),
        "source.added": _("voegde een bron toe aan de gids"),
        "source.read": _("las een bron in de gids in"),
    }
)
