"""The offer is kept right: its owner is asked to confirm it, and hears what does not hold."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import due_for, term_at
from kring.foundation.journal.actor import SYSTEM, Actor, ActorKind
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.keys.sealing import hash_code, new_link_token
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Recipient
from kring.offer.directory.actions.services import about as about_service
from kring.offer.directory.actions.services import confirm_service
from kring.offer.directory.models import (
    ActivityDate,
    ConfirmLink,
    Organization,
    Outcome,
    SaidBy,
    Service,
    WrongAbout,
    WrongReport,
)
from kring.offer.directory.queries.keeping import mailbox_of, organizations_to_ask
from kring.offer.directory.rules import check_report
from kring.offer.directory.states import COMING, REPORT
from kring.registry.network.models import Worker

TO_CONFIRM, DATE_CANCELLED = "directory.to_confirm", "directory.date_cancelled"
LINK = "/bevestig/"
SERVICE_PAGE = "/aanbod/"
AT_ONCE = 200
"""So many organisations are asked in one tick; the others in the next."""


@action
def ask_to_confirm(*, organization: Organization, by: Actor, at: datetime) -> bool:
    """Mail whoever keeps this offer a link to confirm it; the link of a former mail is dead.

    False when it was asked lately: of two who ask at once, one does.
    """
    token = new_link_token()
    ends_at = due_for("offer_confirm_link", at)
    fresh = {"asked_at": at, "ends_at": ends_at, "token_hash": hash_code(token)}
    link, new = ConfirmLink.objects.get_or_create(organization=organization, defaults=fresh)
    if not new:
        lately = before_term(at, term_at("offer_confirm_again", at))
        if not ConfirmLink.objects.filter(pk=link.pk, asked_at__lt=lately).update(**fresh):
            nothing_changed()
            return False
    to, once = Recipient("offer_keeper", organization.key), f"{TO_CONFIRM}:{link.key}:{at.isoformat()}"
    post(by=by, at=at, to=to, text=TO_CONFIRM, link=f"{LINK}{token}/", once=once)
    about = [("organization", organization.key)]
    record(by=by, at=at, did="offer.asked_to_confirm", about=about)
    return True


def ask_to_confirm_daily(*, at: datetime, by: Actor = SYSTEM) -> int:
    """Ask who has something to confirm and was not asked lately; how many were asked now."""
    organizations = organizations_to_ask(at, AT_ONCE)
    return sum(ask_to_confirm(organization=one, by=by, at=at) for one in organizations)


@action
def confirm_by_link(*, link: ConfirmLink, services: Iterable[Service], at: datetime) -> int:
    """Whoever opened the mail says that these still hold; of another organisation they are left."""
    own = [one for one in services if one.organization_id == link.organization_id]
    address = mailbox_of(link.organization)
    for service in own:
        confirm_service(service=service, by=speaking_by(link), at=at, address=address)
    if not own:
        nothing_changed()
    return len(own)


@action
def report_wrong(
    *,
    service: Service,
    about: WrongAbout,
    words: str,
    said_by: SaidBy,
    by: Actor,
    at: datetime,
    key: UUID | None = None,
) -> WrongReport:
    """Somebody says that a service is described wrongly; the same key twice is one.

    Raises ValidationError: without words where they are needed, or when nothing more fits in.
    """
    known = WrongReport.objects.filter(key=key).first() if key else None
    if known is not None:
        nothing_changed()
        return known
    check_report(service, about, words)
    made = WrongReport.objects.create(
        key=key or uuid4(),
        service=service,
        about=about,
        words=words.strip(),
        said_by=said_by,
        said_at=at,
    )
    record(by=by, at=at, did="wrong_report.made", about=_about(made), concerns=str(about))
    return made


@action
def settle_report(
    *, report: WrongReport, outcome: Outcome, worker: Worker, by: Actor, at: datetime
) -> None:
    """Say what came of a report. Raises CannotMove when somebody settled it meanwhile."""
    REPORT.move(report, "settle", outcome=outcome, settled_at=at, settled_by=worker)
    did = REPORT.transition("settle").journalled
    record(by=by, at=at, did=did, about=_about(report), outcome=str(outcome))


def tell_cancelled(dates: Iterable[ActivityDate], *, by: Actor, at: datetime) -> None:
    """Mail everybody who would come on these dates that they do not go on; once each."""
    for date in dates:
        link = f"{SERVICE_PAGE}{date.activity.service.key}"
        for key in date.sign_ups.filter(state=COMING).order_by("pk").values_list("key", flat=True):
            to, once = Recipient("sign_up", key), f"{DATE_CANCELLED}:{key}"
            post(by=by, at=at, to=to, text=DATE_CANCELLED, link=link, once=once)


def speaking_by(link: ConfirmLink) -> Actor:
    """The unnamed one who opened the mail of an organisation."""
    ours = link.organization.ours
    if ours is None:
        return Actor(ActorKind.VISITOR)
    return Actor(ActorKind.VISITOR, None, ours.name, ours.key, ours.name)


def _about(report: WrongReport) -> list[tuple[str, UUID]]:
    return [("wrong_report", report.key), *about_service(report.service)]
