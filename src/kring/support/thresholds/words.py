"""How far a threshold is, in words."""

from django.utils.translation import gettext as _

from kring.support.thresholds.states import ANSWERED, ASKED, LOGGED, REMOVED, STAYS


def state_words(state: str) -> str:
    """How far a threshold is; an unknown state as it stands."""
    return {
        LOGGED: _("gemeld"),
        ASKED: _("gevraagd"),
        ANSWERED: _("beantwoord"),
        REMOVED: _("weg"),
        STAYS: _("blijft"),
    }.get(state, state)
