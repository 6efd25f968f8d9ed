"""What happened to a legal request, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "legal.received": _("schreef op dat iemand van buiten het dossier vraagt"),
        "legal.assessed": _("beoordeelde wat iemand van buiten vraagt"),
        "legal.sent_back": _("liet een beoordeling overdoen"),
        "legal.refused": _("weigerde het dossier te geven"),
        "legal.answered": _("gaf wat de wet toelaat"),
        "legal.fetched": _("haalde een verzegelde bundel op"),
        "legal.told": _("liet weten dat er iets gevraagd is"),
        "legal.closed": _("sloot een vraag van buiten af"),
    }
)
