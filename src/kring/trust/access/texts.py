"""What is told about access: that something waits, and nothing of what."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.outbox.texts import register_text

register_text(
    "access.glass_broken",
    subject=_("Kijk dit even na"),
    body=_("Lees op deze pagina wat er gebeurde en waarom."),
)
register_text(
    "access.review_late",
    subject=_("Kijk dit even na"),
    body=_("Op deze pagina wacht nazicht dat over tijd is."),
)
register_text(
    "access.join_asked",
    subject=_("Er wacht een vraag op jou"),
    body=_("Op deze pagina vraagt iemand je iets, en antwoord je ja of nee."),
)
register_text(
    "access.look_cap",
    subject=_("Kijk dit even na"),
    body=_("Lees op deze pagina wat er opviel."),
)
register_text(
    "access.invitation",
    subject=_("Een link voor jou"),
    body=_("Deze link is voor jou alleen, open hem wanneer niemand meekijkt."),
)
