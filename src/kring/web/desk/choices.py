"""Coded choices in the words of the screen."""

from django.utils.translation import gettext as _

from kring.foundation.records.local_text import choice_words
from kring.registry.people.models import FamilyMembership
from kring.support.requests.models import RefusalReason
from kring.support.unmet.models import UnmetReason


def refusal_words(code: str) -> str:
    """Why a desk did not take a question over."""
    return choice_words(RefusalReason, code)


def unmet_words(code: str) -> str:
    """Why no help could be given."""
    return choice_words(UnmetReason, code)


def route_words() -> dict[str, str]:
    """The special routes a question may go to."""
    return {
        "access_gate": _("intersectorale toegangspoort"),
        "mandated_facility": _("gemandateerde voorziening"),
        "crisis": _("crisishulp"),
        "mediation": _("bemiddeling"),
        "special_route": _("een andere bijzondere weg"),
    }


def support_words(code: str) -> str:
    """What a worker may write down as support."""
    return {
        "first_support": _("De eerste steun of overbrugging is gegeven"),
        "agreed_help": _("De afgesproken hulp is gestart"),
    }.get(code, code)


def clock_names() -> dict[str, str]:
    """The three clocks of a question."""
    return {
        "answer": _("Duidelijk antwoord"),
        "first_support": _("Eerste ondersteuning"),
        "agreed_help": _("Afgesproken hulp gestart"),
    }


def role_words(code: str) -> str:
    """Who somebody is in a family."""
    return choice_words(FamilyMembership.Role, code)


def decision_words() -> dict[str, str]:
    """What an intake meeting may decide, in the order of its keys."""
    return {
        "coach": _("gezinscoach"),
        "psychologist": _("eerstelijnspsycholoog"),
        "talk_first": _("eerst een oriënterend gesprek"),
        "broad_entry": _("naar de brede instap"),
        "consult_only": _("consult volstaat"),
        "special_route": _("naar een bijzondere weg"),
        "later": _("volgende week opnieuw"),
    }


def channel_words(kind: str) -> str:
    """A way to reach somebody."""
    return {
        "phone": _("telefoon"),
        "sms": _("sms"),
        "email": _("e-mail"),
        "comes_back": _("komt terug"),
    }.get(kind, kind)
