"""What is fresh, what is stale, and how good an entry is with what to mend."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.offer.directory.models import Service
from kring.offer.directory.states import SHOWN

FULL = 100


def is_stale(service: Service, at: datetime) -> bool:
    """Whether its owner had to confirm it before ``at``. What a feed keeps, is confirmed there."""
    return service.confirm_before is not None and service.confirm_before <= at


def to_confirm(at: datetime) -> QuerySet[Service]:
    """What is shown and stale, longest first."""
    late = Service.objects.filter(state__in=SHOWN, confirm_before__lte=at)
    return late.select_related("organization").order_by("confirm_before", "pk")


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing that would make an entry better, with what it weighs of a hundred."""

    code: str
    words: str | Promise
    weight: int


@dataclass(frozen=True, slots=True)
class Quality:
    """A score of 0 to 100, and what to mend, the heaviest first."""

    score: int
    mend: tuple[Mend, ...]


type Good = Callable[[Service, datetime], bool]


def quality(service: Service, at: datetime) -> Quality:
    """How good an entry is. Give a service that was read ``whole``: no read is done for it."""
    mend = [measure for measure, good in MEASURES if not good(service, at)]
    lost = sum(measure.weight for measure in mend)
    return Quality(FULL - lost, tuple(mend))


def _any(rows: Iterable[object]) -> bool:
    return any(True for _row in rows)


def _reached(service: Service) -> bool:
    owner = service.organization
    own = service.email or _any(service.phones.all()) or _any(service.contacts.all())
    return bool(own or owner.email or _any(owner.phones.all()))


def _where(service: Service) -> bool:
    return _any(service.service_at_locations.all())


def _hours(service: Service) -> bool:
    there = service.service_at_locations.all()
    return _any(service.schedules.all()) or any(
        _any(one.schedules.all()) or _any(one.location.schedules.all()) for one in there
    )


def _cost(service: Service) -> bool:
    return bool(service.fees_description) or _any(service.cost_options.all())


MEASURES: tuple[tuple[Mend, Good], ...] = (
    (Mend("fresh", _("Bevestig dat alles nog klopt."), 20), lambda one, at: not is_stale(one, at)),
    (
        Mend("description", _("Schrijf in gewone woorden wat je doet."), 15),
        lambda one, _at: bool(one.description),
    ),
    (
        Mend("reached", _("Geef een telefoonnummer of e-mailadres."), 15),
        lambda one, _at: _reached(one),
    ),
    (Mend("where", _("Zeg waar het is, of dat het op afstand is."), 15), lambda one, _at: _where(one)),
    (Mend("for_whom", _("Zeg voor wie het is."), 10), lambda one, _at: hasattr(one, "eligibility")),
    (Mend("hours", _("Geef de uren."), 10), lambda one, _at: _hours(one)),
    (Mend("domains", _("Kies waarover het gaat."), 5), lambda one, _at: _any(one.domains.all())),
    (Mend("cost", _("Zeg wat het kost, ook als het gratis is."), 5), lambda one, _at: _cost(one)),
    (
        Mend("languages", _("Zeg welke talen je spreekt."), 5),
        lambda one, _at: _any(one.languages.all()),
    ),
)
