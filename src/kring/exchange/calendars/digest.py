"""A mail on the morning of a working day to each worker who has something to do by then.

It says that there is something and no more: what, how much and for whom stands behind the link.
"""

from datetime import datetime

from django.core.cache import cache
from django.utils.timezone import localtime

from kring.exchange.calendars.models import DigestStop
from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.calendar import is_working_day, local_day
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Recipient
from kring.registry.network.models import Worker
from kring.support.plans.models import Action
from kring.support.plans.queries import own_actions
from kring.support.plans.states import CURRENT, RUNNING, TO_DO
from kring.trust.access.queries import reader_for

TEXT = "calendars.digest"
LINK = "/"
FROM_HOUR, UNTIL_HOUR = 7, 10
DAY_SECONDS = 86_400


def send_digests(at: datetime) -> int:
    """Once on the morning of a working day; how many letters were queued."""
    local, day = localtime(at), local_day(at)
    marker = f"digest:{day.isoformat()}"
    morning = FROM_HOUR <= local.hour < UNTIL_HOUR
    if not morning or not is_working_day(day) or cache.get(marker):
        return 0
    due = Action.objects.filter(
        state__in=(TO_DO, RUNNING), due_on__lte=day, goal__plan__state__in=CURRENT
    )
    wanted = Worker.objects.filter(plan_actions__in=due, account__is_active=True)
    willing = wanted.exclude(account__digest_stop__isnull=False).distinct().order_by("pk")
    queued = sum(_send(worker, at) for worker in willing.select_related("account"))
    cache.set(marker, 1, DAY_SECONDS)
    return queued


def _send(worker: Worker, at: datetime) -> int:
    """One letter, if what is due is still theirs to read; the same day never two."""
    if worker.account is None:
        return 0
    day = local_day(at)
    reader = reader_for(worker.account, at, deed=True)
    if not own_actions(reader, at, today=day, until=day, most=1):
        return 0
    queue_digest(worker=worker, by=SYSTEM, at=at)
    return 1


@action
def queue_digest(*, worker: Worker, by: Actor, at: datetime) -> None:
    """Queue the letter of this day."""
    once = f"{TEXT}:{worker.key}:{local_day(at).isoformat()}"
    post(by=by, at=at, to=Recipient("worker", worker.key), text=TEXT, link=LINK, once=once)
    record(by=by, at=at, did="digest.sent", about=[("worker", worker.key)])


@action
def choose_digest(*, account: Account, wanted: bool, by: Actor, at: datetime) -> None:
    """Stop the mail about the day, or begin it again."""
    stopped = DigestStop.objects.filter(account=account)
    if wanted == (not stopped.exists()):
        nothing_changed()
        return
    if wanted:
        stopped.delete()
    else:
        DigestStop.objects.create(account=account, stopped_at=at)
    record(by=by, at=at, did="digest.chosen", about=[("account", account.key)], wanted=wanted)


def wants_digest(account: Account) -> bool:
    """Whether this worker gets the mail about the day."""
    return not DigestStop.objects.filter(account=account).exists()
