"""Coded choices in the words of the screen."""

from django.utils.translation import gettext as _


def refusal_words(code: str) -> str:
    """Why a desk did not take a question over."""
    return {
        "no_room": _("geen plaats op dit moment"),
        "outside_territory": _("buiten ons werkgebied"),
        "other_help_fits": _("andere hulp past beter"),
        "already_helped": _("er loopt al hulp"),
        "more_needed": _("eerst meer informatie nodig"),
    }.get(code, code)


def unmet_words(code: str) -> str:
    """Why no help could be given."""
    return {
        "no_free_place": _("geen vrije plaats"),
        "no_place_for_age": _("geen plaats voor deze leeftijd"),
        "not_suited": _("aanbod past niet"),
        "outside_region": _("buiten de regio"),
        "siblings_together": _("broers en zussen kunnen niet samen"),
        "no_offer": _("dit aanbod bestaat hier niet"),
        "no_agreement": _("geen akkoord van de betrokkenen"),
        "unreachable": _("niet meer bereikbaar"),
    }.get(code, code)


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
    return {
        "parent": _("ouder"),
        "child": _("kind"),
        "young_adult": _("jongvolwassene"),
        "other": _("huisgenoot"),
    }.get(code, code)


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
