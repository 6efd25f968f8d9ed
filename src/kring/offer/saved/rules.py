"""What somebody may keep; each refusal is a sentence beside its field."""

from collections.abc import Callable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.queries import number_at
from kring.offer.directory.models import Service
from kring.offer.directory.states import SHOWN
from kring.offer.saved.models import LONGEST_NAME

MOST_FOLLOWED = 100
"""A search that finds more is no question of which one hears what is new: it is the whole offer."""


def check_may_save_search(account: Account, name: str, total: int, at: datetime) -> None:
    """It has a name, is narrow enough to follow, and finds room. Raises ValidationError."""
    if not name.strip():
        raise ValidationError({"name": _("Schrijf hoe je deze zoektocht noemt.")})
    if len(name.strip()) > LONGEST_NAME:
        message = _("Dit is te lang. Hou het bij %(most)s tekens.") % {"most": LONGEST_NAME}
        raise ValidationError({"name": message})
    if total > MOST_FOLLOWED:
        said = _("Dit vindt meer dan %(most)s keer iets. Kies een woord, een plaats of minder ver.")
        raise ValidationError(said % {"most": MOST_FOLLOWED}, code="wide")
    most = number_at("saved_searches_per_account", at)
    if account.saved_searches.count() >= most:
        said = _("Je bewaarde al %(most)s keer een zoektocht. Haal er eerst een weg.")
        raise ValidationError(said % {"most": most}, code="full")


def may_save_search(account: Account, name: str, total: int, at: datetime) -> bool:
    """Whether ``check_may_save_search`` has nothing against it."""
    return _allows(lambda: check_may_save_search(account, name, total, at))


def check_may_bookmark(account: Account, service: Service, at: datetime) -> None:
    """It is shown to anybody, and finds room. Raises ValidationError."""
    if service.state not in SHOWN:
        raise ValidationError(_("Dit aanbod is gestopt."), code="gone")
    most = number_at("bookmarks_per_account", at)
    if account.bookmarks.count() >= most:
        said = _("Je bewaarde al %(most)s keer aanbod. Haal er eerst iets weg.")
        raise ValidationError(said % {"most": most}, code="full")


def may_bookmark(account: Account, service: Service, at: datetime) -> bool:
    """Whether ``check_may_bookmark`` has nothing against it."""
    return _allows(lambda: check_may_bookmark(account, service, at))


def _allows(check: Callable[[], None]) -> bool:
    try:
        check()
    except ValidationError:
        return False
    return True
