"""What the tests of the doors start from."""

from datetime import date
from uuid import uuid4

from tests.cast import MONDAY, Network, PeetersElAmrani, acting, worker

from kring.registry.network.models import RoleType, Worker
from kring.registry.people.queries import Identifiers
from kring.trust.access.actions import break_glass, involve
from kring.trust.access.models import BrokenGlass
from kring.trust.access.queries import reader_for
from kring.trust.access.readers import Reader

REASON = "Politie aan de deur, niemand bereikbaar."
SOFIA = Identifiers("Sofia", "El Amrani", date(1988, 3, 14))


def officer(network: Network) -> Worker:
    """Greet Lambert, the data protection officer."""
    RoleType.objects.update_or_create(code="privacy", defaults={"grants": ["privacy.officer"]})
    return worker("Greet Lambert", network.outside, "privacy")


def kept_by(home: PeetersElAmrani, who: Worker, role: str = "anchor") -> None:
    """Let a worker keep the family."""
    involve(at=MONDAY, about=home.family, who=who, role=role, because="request", because_key=uuid4())


def broken(home: PeetersElAmrani, by: Worker, at: object = MONDAY) -> BrokenGlass:
    """The family, opened in an emergency."""
    return break_glass(
        worker=by,
        family=home.family,
        reason=REASON,
        signed_in_lately=True,
        by=acting(by),
        at=at,  # type: ignore[arg-type]
    )


def reading(who: Worker, at: object = MONDAY, *, deed: bool = False) -> Reader:
    """The worker as a reader at a moment."""
    assert who.account is not None
    return reader_for(who.account, at, deed=deed)  # type: ignore[arg-type]
