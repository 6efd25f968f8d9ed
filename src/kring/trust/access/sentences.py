"""What happened to access, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "access.opened": _("opende een eigen toegang"),
        "access.stopped": _("sloot een eigen toegang"),
        "access.copied": _("nam een kopie van alles over zichzelf"),
        "person.known_checked": _("vroeg of deze persoon al gekend is"),
        "safety.asked": _("vroeg onder vier ogen of meelezen veilig is"),
        "glass.looked_for": _("zocht een gezin voor noodtoegang"),
        "glass.broken": _("opende een dossier met noodtoegang"),
        "glass.reviewed": _("beoordeelde een noodtoegang"),
        "circle.declared": _("gaf iemand van de eigen kring op"),
        "circle.taken_back": _("haalde iemand van de eigen kring weg"),
        "access.shut_out": _("sloot elke toegang van iemand die vertrekt"),
        "access.organisation_left": _("sloot wat iemand las voor een organisatie"),
        "access.look_capped": _("keek dit uur naar te veel verschillende mensen"),
        "access.look_seen": _("bekeek een opvallende week van een medewerker"),
        "join.asked": _("vroeg om mee te helpen"),
        "join.opened": _("liet een hulpverlener toe"),
        "join.declined": _("liet een hulpverlener niet toe"),
        "join.expired": _("een vraag om mee te helpen bleef zonder antwoord"),
    }
)
