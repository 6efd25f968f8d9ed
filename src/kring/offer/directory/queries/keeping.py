"""Reads for who keeps the offer: what must be confirmed, the link from the mail, what is wrong."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kring.foundation.deadlines.calendar import before_term, due_at
from kring.foundation.deadlines.queries import term_at
from kring.foundation.keys.sealing import hash_code
from kring.offer.directory.models import (
    Activity,
    ConfirmLink,
    Organization,
    Service,
    WrongReport,
)
from kring.offer.directory.states import OPEN, SHOWN
from kring.trust.access.readers import Reader


def organization_with(key: UUID) -> Organization | None:
    """An organisation of the directory by its key."""
    return Organization.objects.filter(key=key).select_related("ours", "source").first()


def mailbox_of(organization: Organization) -> str:
    """Where the organisation is written to about its offer: its own mailbox, else that of the first
    of its services that has one; empty when there is none."""
    if organization.email:
        return organization.email
    own = organization.services.filter(state__in=SHOWN).exclude(email="").order_by("pk")
    return own.values_list("email", flat=True).first() or ""


def to_confirm_soon(organization: Organization, at: datetime) -> QuerySet[Service]:
    """What of its offer is stale, or is so within the term in which its keeper is asked."""
    soon = due_at(at, term_at("offer_confirm_ahead", at))
    rows = organization.services.filter(state__in=SHOWN, confirm_before__lte=soon)
    return rows.order_by("confirm_before", "pk")


def organizations_to_ask(at: datetime, most: int) -> list[Organization]:
    """Who has something to confirm and was not asked lately, whom it is longest due first."""
    soon = due_at(at, term_at("offer_confirm_ahead", at))
    lately = before_term(at, term_at("offer_confirm_again", at))
    due = Service.objects.filter(state__in=SHOWN, source=None, confirm_before__lte=soon)
    asked = ConfirmLink.objects.filter(asked_at__gte=lately).values("organization")
    rows = Organization.objects.filter(pk__in=due.values("organization")).exclude(pk__in=asked)
    mailed = Q(pk__in=due.exclude(email="").values("organization")) | ~Q(email="")
    first = due.filter(organization=OuterRef("pk")).order_by("confirm_before")
    rows = rows.filter(mailed, ours__isnull=False).select_related("ours")
    longest = rows.annotate(due_since=Subquery(first.values("confirm_before")[:1]))
    return list(longest.order_by("due_since", "pk")[:most])


def confirm_link(token: str, at: datetime) -> ConfirmLink | None:
    """The living link with this token."""
    rows = ConfirmLink.objects.filter(token_hash=hash_code(token), ends_at__gt=at)
    return rows.select_related("organization__ours").first()


def kept_by(reader: Reader) -> QuerySet[Service]:
    """The services of the organisations a worker works for, the stopped ones too."""
    return Service.objects.filter(
        source=None, organization__ours__in=sorted(reader.organisation_ids)
    ).select_related("organization__ours")


def open_reports(services: Iterable[Service]) -> Counter[int]:
    """How many open reports each of these services has, by its inner number."""
    ids = [service.pk for service in services]
    rows = WrongReport.objects.filter(service__in=ids, state=OPEN)
    return Counter(rows.order_by("pk").values_list("service_id", flat=True))


def reports_of(service: Service) -> QuerySet[WrongReport]:
    """What was said to be wrong, the open ones first, then the newest."""
    return service.reports.select_related("settled_by").order_by("state", "-said_at", "pk")


def activities_of(service: Service) -> QuerySet[Activity]:
    """The activities that go on."""
    rows = service.activities.filter(stopped_at=None)
    return rows.select_related("location__municipality").order_by("added_at", "pk")
