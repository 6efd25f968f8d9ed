"""What happened in the Houses of the Child, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "house.opened": _("opende een Huis van het Kind"),
        "house.closed": _("sloot een Huis van het Kind op een dag"),
        "house.changed": _("paste de pagina van een Huis van het Kind aan"),
        "house.site_added": _("zette een plek bij een Huis van het Kind"),
        "house.site_ended": _("haalde een plek weg bij een Huis van het Kind"),
        "house.pillar_joined": _("zette een partner bij een pijler van een Huis van het Kind"),
        "house.pillar_left": _("haalde een partner weg bij een pijler van een Huis van het Kind"),
        "house.condition_judged": _("keek een voorwaarde van de erkenning na"),
        "walk_in.counted": _("telde een bezoek aan een Huis van het Kind"),
        "outreach.met": _("schreef een ontmoeting met een jongere op"),
        "outreach.asked": _("gebruikte een kaartje om een vraag te stellen"),
        "outreach.forgotten": _("wiste een bijnaam"),
    }
)
