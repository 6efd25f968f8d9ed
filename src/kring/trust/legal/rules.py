"""What articles 75, 75/1 and 458 let out, who decides, and who may look at the decision."""

from collections.abc import Iterable, Set
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from kring.trust.legal.articles import Finding, Gives, finding
from kring.trust.legal.models import LegalRequest

REASON_AT_LEAST = 10
MUCH = {Gives.NOTHING: 0, Gives.BASIC: 1, Gives.ITEMS: 2}


def found_for(request: LegalRequest, *, consent: bool) -> Finding:
    """What the law lets out for this request, as it stood on the day it was received."""
    return finding(request.requester, request.paper, request.received_on, consent=consent)


def check_may_give(request: LegalRequest, gives: Gives, *, consent: bool) -> None:
    """No more than the law lets out; raises ValidationError with the article that forbids it."""
    if not may_give(request, gives, consent=consent):
        raise ValidationError({"gives": found_for(request, consent=consent).words})


def may_give(request: LegalRequest, gives: Gives, *, consent: bool) -> bool:
    """Whether ``check_may_give`` has nothing against it."""
    return MUCH[gives] <= MUCH[found_for(request, consent=consent).gives]


def check_pieces(chosen: Iterable[str], releasable: Set[str], gives: Gives) -> None:
    """Only pieces that may leave, and none where none may; raises ValidationError."""
    if not may_hold(chosen, releasable, gives):
        raise ValidationError({"pieces": _("Een van deze stukken mag niet mee. Kies opnieuw.")})


def may_hold(chosen: Iterable[str], releasable: Set[str], gives: Gives) -> bool:
    """Whether ``check_pieces`` has nothing against it."""
    wanted = set(chosen)
    return wanted <= releasable and (not wanted or gives is Gives.ITEMS)


def check_reason(reason: str) -> None:
    """A decision says why; raises ValidationError."""
    if len(reason.strip()) < REASON_AT_LEAST:
        raise ValidationError({"because": _("Schrijf in een korte zin waarom.")})


def check_second_person(request: LegalRequest, worker: int) -> None:
    """Whoever proposed does not say yes to it; raises PermissionDenied."""
    if not may_check(request, worker):
        raise PermissionDenied


def may_check(request: LegalRequest, worker: int | None) -> bool:
    """Whether this worker (inner number) is another than who proposed."""
    return worker is not None and request.assessed_by_id != worker


def check_silence(because: str, until: date | None, today: date) -> None:
    """Not telling somebody has a reason and an end that lies ahead; raises ValidationError."""
    if because.strip() and (until is None or until <= today):
        raise ValidationError({"not_told_until": _("Tot wanneer mag de persoon het niet weten?")})
    if until is not None and not because.strip():
        raise ValidationError({"not_told_because": _("Schrijf waarom de persoon het niet mag weten.")})
