"""What the pages of keeping the offer show: services with their lines, quality and reports."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch
from django.forms import BaseForm

from kring.foundation.deadlines.calendar import last_day_of
from kring.foundation.journal.ledger import saw_all
from kring.foundation.records.local_text import in_language
from kring.offer.directory.models import (
    Activity,
    ActivityDate,
    LinkProposal,
    Location,
    Organization,
    Service,
    SignUp,
    WrongReport,
)
from kring.offer.directory.queries import (
    Quality,
    activities_of,
    coming_dates,
    is_stale,
    kept_by,
    open_reports,
    quality,
    reports_of,
    shown_services,
    to_confirm_soon,
    whole,
    whole_locations,
)
from kring.offer.directory.states import COMING, DEFUNCT
from kring.trust.access.readers import Reader
from kring.web.offering.words import facts_of


@dataclass
class Listed:
    """A service on the page of a mail, with the form to say that something changed."""

    service: Service
    name: str
    facts: list[tuple[str, str]]
    stale: bool
    last_day: date | None
    form: BaseForm | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A service on the list of its keepers."""

    service: Service
    name: str
    stale: bool
    quality: Quality
    reports: int
    asked: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """A date with who comes."""

    date: ActivityDate
    people: list[SignUp]

    @property
    def cancelled(self) -> bool:
        """Whether it does not go on."""
        return self.date.cancelled_at is not None


@dataclass(frozen=True, slots=True)
class Going:
    """An activity with the next date it happens."""

    activity: Activity
    next: ActivityDate | None


def shown_service(key: UUID) -> Service | None:
    """A service that families find, by its key."""
    return shown_services().filter(key=key).select_related("organization", "source").first()


def listed_by(organization: Organization, at: datetime) -> list[Listed]:
    """What an organisation is asked to confirm, the longest due first."""
    return [
        Listed(one, in_language(one.name), facts_of(one), is_stale(one, at), _last_day(one))
        for one in whole(to_confirm_soon(organization, at))
    ]


def _last_day(service: Service) -> date | None:
    """The last day on which it is still fresh."""
    return last_day_of(service.confirm_before) if service.confirm_before else None


def rows_for(reader: Reader, at: datetime) -> list[Row]:
    """The offer this worker keeps: what is stale first, then what has reports, then the weakest."""
    services = list(whole(kept_by(reader).exclude(state=DEFUNCT).order_by("confirm_before", "pk")))
    reports, asked = open_reports(services), _asked_for(reader)
    rows = [
        Row(
            one,
            in_language(one.name),
            is_stale(one, at),
            quality(one, at),
            reports[one.pk],
            one.pk in asked,
        )
        for one in services
    ]
    return sorted(rows, key=lambda row: (not row.stale, not row.reports, row.quality.score))


def _asked_for(reader: Reader) -> set[int]:
    """The services of which somebody else proposes that they go together with theirs."""
    rows = LinkProposal.objects.filter(beside__in=kept_by(reader))
    return set(rows.order_by("pk").values_list("beside", flat=True))


def own_service(reader: Reader, key: UUID) -> Service | None:
    """A service this worker keeps, whole; None for another's."""
    return whole(kept_by(reader).filter(key=key)).first()


def own_location(reader: Reader, key: UUID) -> Location | None:
    """A place of an organisation this worker works for, whole."""
    ours = sorted(reader.organisation_ids)
    return whole_locations().filter(key=key, source=None, organization__ours__in=ours).first()


def own_report(reader: Reader, key: UUID) -> WrongReport | None:
    """A report about a service this worker keeps."""
    rows = WrongReport.objects.filter(key=key, service__in=kept_by(reader))
    return rows.select_related("service__organization").first()


def own_activity(reader: Reader, key: UUID) -> Activity | None:
    """An activity of a service this worker keeps."""
    rows = Activity.objects.filter(key=key, service__in=kept_by(reader))
    return rows.select_related("service__organization__ours").first()


def own_date(reader: Reader, key: UUID) -> ActivityDate | None:
    """A date of such an activity."""
    rows = ActivityDate.objects.filter(key=key, activity__service__in=kept_by(reader))
    return rows.select_related("activity__service__organization").first()


def reports_shown(service: Service) -> list[WrongReport]:
    """What was said to be wrong, the open ones first; noted as read."""
    rows = list(reports_of(service))
    saw_all("wrong_report", [row.key for row in rows])
    return rows


def activities_shown(service: Service, at: datetime) -> list[Going]:
    """The activities that go on, each with its next date."""
    return [Going(one, coming_dates(one, at).first()) for one in activities_of(service)]


def coming_of(activity: Activity, at: datetime) -> list[Coming]:
    """The dates still to come with who signed up; noted as read."""
    coming = SignUp.objects.filter(state=COMING).order_by("signed_up_at", "pk")
    dates = activity.dates.filter(ends_at__gt=at).order_by("starts_at", "pk")
    rows = [
        Coming(date, list(date.sign_ups.all()))
        for date in dates.prefetch_related(Prefetch("sign_ups", coming))
    ]
    saw_all("sign_up", [one.key for row in rows for one in row.people])
    return rows
