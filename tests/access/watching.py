"""What lies with the officers of data protection: a review, a look, an own circle, a legal request."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kring.registry.network.models import Desk, Duty, Worker
from kring.trust.access.models import BrokenGlass, OwnCircle, UnusualLook
from kring.trust.legal.actions import Asked, register_request
from kring.trust.legal.models import LegalRequest
from tests.cast import LONG_AGO, MONDAY, PeetersElAmrani, acting, worker


@dataclass
class Watched:
    """The records on the pages of an officer."""

    glass: BrokenGlass
    look: UnusualLook
    own: OwnCircle
    legal: LegalRequest

    def parts(self) -> dict[str, dict[str, Any]]:
        """The parts of the addresses of those pages."""
        legal = {"key": self.legal.key}
        return {
            "guard:review": {"key": self.glass.key},
            "guard:look_seen": {"key": self.look.key},
            "guard:circle_of": {"key": self.own.worker.key},
            "guard:circle_back": {"key": self.own.key},
            **dict.fromkeys("court:case court:second court:bundle court:close".split(), legal),
        }


def officers(south: Desk) -> dict[str, Worker]:
    """Two officers, for one alone decides nothing; neither works on a desk."""
    found = {
        "officer": worker("Greet Lambert", south, "privacy"),
        "second_officer": worker("Ilse Maes", south, "privacy"),
    }
    Duty.objects.filter(worker__in=found.values()).delete()
    return found


def watched(home: PeetersElAmrani, south: Desk, officer: Worker) -> Watched:
    """Gust broke the glass of the family, looked at night, and named his sister; a lawyer asks."""
    gust = worker("Gust Aerts", south)
    glass = BrokenGlass.objects.create(
        worker=gust,
        family=home.family,
        reason="Politie aan de deur, niemand bereikbaar.",
        starts_at=MONDAY - timedelta(days=1),
        ends_at=MONDAY - timedelta(days=1) + timedelta(hours=3),
        review_by=MONDAY + timedelta(days=4),
    )
    look = UnusualLook.objects.create(
        worker=gust, week=date(2026, 10, 26), kind="night", times=7, found_at=MONDAY
    )
    own = OwnCircle.objects.create(
        worker=gust,
        given_name="Mieke",
        family_name="Aerts",
        birth_date=date(1980, 4, 4),
        starts_at=LONG_AGO,
    )
    legal = register_request(
        person=home.sofia,
        asked=Asked("lawyer", "Meester Proef", "written", "Het hele dossier.", date(2026, 10, 30)),
        worker=officer,
        by=acting(officer),
        at=MONDAY,
    )
    return Watched(glass, look, own, legal)
