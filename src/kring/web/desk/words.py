"""Short words about a question that more than one page says."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.support.requests.models import AskerKind, Door, HomeSafe, Request


def door_words(door: str) -> str:
    """How a question came in."""
    return {
        Door.WEB: _("website"),
        Door.COUNTER: _("balie"),
        Door.PHONE: _("telefoon"),
        Door.REFERRAL: _("doorverwijzing"),
        Door.FILE: _("ingelezen bestand"),
    }.get(Door(door), door)


def asker_words(kind: str) -> str:
    """Who asks."""
    return {
        AskerKind.FAMILY: _("iemand van het gezin"),
        AskerKind.YOUNG_PERSON: _("een jongere"),
        AskerKind.PROFESSIONAL: _("een hulpverlener"),
    }.get(AskerKind(kind), kind)


def anonymous_title(request: Request) -> str:
    """What stands in the place of a name."""
    return _("Anoniem · %(door)s") % {"door": door_words(request.door)}


def place_words(request: Request, *, hidden: bool) -> str:
    """The municipality, unless somebody's address is protected."""
    if hidden:
        return _("beschermd adres")
    if request.municipality is None:
        return ""
    return request.municipality.name_in(get_language() or "nl")


def safety_words(request: Request) -> str:
    """What was said about safety at home, where that asks for care."""
    if request.home_safe == HomeSafe.NO:
        return _("thuis niet veilig")
    if request.home_safe == HomeSafe.UNKNOWN:
        return _("weet niet of het thuis veilig is")
    return ""
