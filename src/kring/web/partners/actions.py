"""Deeds of keepers that join rooms: people with their accounts, and the questions they leave."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.foundation.accounts.actions import (
    correct_account,
    create_account,
    end_sessions,
    invite,
)
from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.accounts.queries import account_exists
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action
from kring.foundation.keys.sealing import hash_code
from kring.foundation.outbox.actions import Recipient, post
from kring.registry.network.actions import (
    add_partner,
    add_worker,
    correct_worker,
    end_role,
    give_role,
    open_organisation,
    open_partnership,
    take_off_list,
    worker_leaves,
)
from kring.registry.network.models import (
    Duty,
    Organisation,
    Partnership,
    PartnershipMember,
    RoleType,
    Worker,
    WorkerRole,
)
from kring.support.plans.actions import leave_plans
from kring.support.requests.actions.holding import let_go
from kring.support.requests.models import Request
from kring.support.requests.states import TAKEN
from kring.trust.access.actions import leave_organisation, shut_out


@action
def see_off(*, by: Actor, at: datetime, worker: Worker) -> None:
    """Somebody leaves: every question they held lies free on its desk again, in the same deed.

    Their plans go to a colleague; ValidationError where there is none.

    Roles, duties, sessions, invitations and every access end at once.
    """
    for held in Request.objects.filter(worker=worker, state=TAKEN).order_by("pk"):
        let_go(request=held, by=by, at=at)
    leave_plans(worker=worker, by=by, at=at)
    shut_out(worker=worker, by=by, at=at)
    worker_leaves(by=by, at=at, worker=worker)


@action
def found_organisation(
    *, by: Actor, at: datetime, partnership: Partnership, name: str, sector: str, number: str
) -> Organisation:
    """An organisation comes into the network as a partner. Raises ValidationError for its number."""
    opened = open_organisation(by=by, at=at, name=name, sector=sector, enterprise_number=number)
    add_partner(by=by, at=at, partnership=partnership, organisation=opened)
    return opened


@action
def found_partnership(
    *,
    by: Actor,
    at: datetime,
    lead: Organisation,
    name: str,
    kind: str,
    note: str,
    starts_on: date | None,
) -> Partnership:
    """Organisations start to work together, with one at the head."""
    opened = open_partnership(by=by, at=at, name=name, kind=kind, note=note, starts_on=starts_on)
    head = PartnershipMember.Role.LEAD
    add_partner(by=by, at=at, partnership=opened, organisation=lead, role=head)
    return opened


@action
def hire(
    *,
    by: Actor,
    at: datetime,
    name: str,
    email: str,
    phone: str,
    language: str,
    organisation: Organisation,
    role: RoleType,
    partnership: Partnership | None,
) -> Worker:
    """Somebody starts: an account, a role, and a letter with a link to a first password.

    Raises ValidationError when the address has an account already.
    """
    if account_exists(email):
        message = _("Met dit adres meldt zich al iemand aan. Geef die medewerker een rol erbij.")
        raise ValidationError({"email": message})
    account = create_account(
        by=by, at=at, email=email, kind=AccountKind.WORKER, name=name, language=language
    )
    worker = add_worker(by=by, at=at, name=name, email=email, phone=phone, account=account)
    give_role(by=by, at=at, worker=worker, role=role, organisation=organisation, partnership=partnership)
    send_invitation(by=by, at=at, account=account)
    return worker


@action
def correct_details(
    *, by: Actor, at: datetime, worker: Worker, version: int, name: str, email: str, phone: str
) -> None:
    """Correct how a worker is called and reached; their account goes by the same name.

    Who never came in signs in with the new address, and gets a new link there. Raises StaleRecord and
    ValidationError.
    """
    changes = {"name": name, "email": email, "phone": phone}
    correct_worker(by=by, at=at, worker=worker, version=version, **changes)
    account = worker.account
    if account is not None and correct_account(by=by, at=at, account=account, name=name, email=email):
        send_invitation(by=by, at=at, account=account)


@action
def send_invitation(*, by: Actor, at: datetime, account: Account) -> None:
    """Mail a link to a first password; a link sent before stops working."""
    token = invite(by=by, at=at, account=account)
    post(
        by=by,
        at=at,
        to=Recipient("account", account.key),
        text="accounts.invitation",
        link=reverse("use_invitation", args=[token]),
        once=f"accounts.invitation:{hash_code(token)}",
    )


@action
def take_role(*, by: Actor, at: datetime, held: WorkerRole) -> None:
    """Somebody no longer holds a role: they are signed out everywhere.

    With the last role for an organisation they also leave the lists of its desks, the questions
    they held there lie free again, and what they read for it they read no more.
    """
    end_role(by=by, at=at, held=held)
    worker = held.worker
    others = worker.roles.filter(organisation=held.organisation, ends_at__isnull=True)
    if not others.exists():
        leave_plans(worker=worker, organisation=held.organisation, by=by, at=at)
        _leave_desks(by=by, at=at, worker=worker, organisation=held.organisation)
        leave_organisation(worker=worker, organisation=held.organisation, by=by, at=at)
    if worker.account is not None:
        end_sessions(by=by, at=at, account=worker.account, because="role_ended")


def _leave_desks(*, by: Actor, at: datetime, worker: Worker, organisation: Organisation) -> None:
    listed = Duty.objects.filter(worker=worker, ends_at__isnull=True)
    for duty in (
        listed.filter(desk__organisation=organisation).select_related("desk", "worker").order_by("pk")
    ):
        take_off_list(by=by, at=at, duty=duty)
    held = Request.objects.filter(worker=worker, state=TAKEN, desk__organisation=organisation)
    for request in held.order_by("pk"):
        let_go(request=request, by=by, at=at)
