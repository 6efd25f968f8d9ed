"""How an empty installation gets its first organisation, region, desk and keeper."""

from dataclasses import dataclass
from datetime import datetime

from kring.foundation.accounts.actions import create_account, invite
from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action
from kring.registry.network.actions import (
    add_partner,
    add_worker,
    give_role,
    open_desk,
    open_organisation,
    open_partnership,
    put_on_list,
)
from kring.registry.network.models import (
    Desk,
    Organisation,
    Partnership,
    PartnershipKind,
    PartnershipMember,
    RoleType,
)

FIRST_ROLES = ("coordinator", "intake", "agency", "privacy")
"""What the first keeper holds: all that only who holds it can give on. The work is to give it on."""


class BegunAlready(Exception):
    """There is an organisation or an account already: the rest is done on the pages."""


@dataclass(frozen=True)
class First:
    """What the first of everything is called."""

    organisation: str
    sector: str
    region: str
    name: str
    email: str


@action
def begin_network(*, first: First, by: Actor, at: datetime) -> str:
    """Make the first region with its lead partner, a desk on which every question can lie, and a keeper.

    Returns the token of the link with which the keeper chooses a password. Raises BegunAlready, and
    ValidationError for a name or address that cannot be.
    """
    if Organisation.objects.exists() or Account.objects.exists():
        raise BegunAlready
    lead = open_organisation(by=by, at=at, name=first.organisation, sector=first.sector)
    kind = PartnershipKind.ONE_FAMILY_ONE_PLAN
    region = open_partnership(by=by, at=at, name=first.region, kind=kind)
    head = PartnershipMember.Role.LEAD
    add_partner(by=by, at=at, partnership=region, organisation=lead, role=head)
    desk = open_desk(
        by=by,
        at=at,
        name=f"Aanmelding {first.region}"[:160],
        kind=Desk.Kind.INTAKE,
        organisation=lead,
        region=region,
        email=first.email,
        fallback=True,
    )
    return _keeper(first, desk, region, by=by, at=at)


def _keeper(first: First, desk: Desk, region: Partnership, *, by: Actor, at: datetime) -> str:
    account = create_account(by=by, at=at, email=first.email, kind=AccountKind.WORKER, name=first.name)
    keeper = add_worker(by=by, at=at, name=first.name, email=first.email, account=account)
    for role in RoleType.objects.filter(code__in=FIRST_ROLES).order_by("pk"):
        give_role(
            by=by, at=at, worker=keeper, role=role, organisation=desk.organisation, partnership=region
        )
    put_on_list(by=by, at=at, desk=desk, worker=keeper)
    return invite(by=by, at=at, account=account)
