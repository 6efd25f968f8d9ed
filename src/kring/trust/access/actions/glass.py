"""Breaking the glass: reading one family for a few hours, told to others and reviewed by another."""

from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day, start_of_day
from kring.foundation.deadlines.queries import due_for, number_at
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Recipient
from kring.registry.network.models import Worker
from kring.registry.people.models import Family
from kring.registry.people.queries import Identifiers, families_of, likely_same
from kring.trust.access.actions.known import check_enough, count_check
from kring.trust.access.circle import is_family_blocked
from kring.trust.access.glass import keepers_of, officers, reviews_late
from kring.trust.access.models import BrokenGlass
from kring.trust.access.rules import (
    check_glass_reason,
    check_may_review,
    check_review_words,
    check_signed_in_lately,
)

TEXT = "access.glass_broken"
LATE = "access.review_late"
REVIEWS = "/toezicht/noodtoegang/"


class TooMuchGlass(Exception):
    """This worker broke the glass as often as a day allows."""


@action
def find_in_emergency(
    *, who: Identifiers, worker: Worker, reason: str, by: Actor, at: datetime
) -> Family | None:
    """The one family somebody belongs to, for breaking the glass; None without a word why.

    Counts as a look for somebody known. Of an own family, of a minor who asks alone, and of
    somebody in two families (who name one of the grown-ups instead) the answer is None too.
    """
    check_glass_reason(reason)
    check_enough(who)
    check_glass_left(worker, at)
    count_check(worker, reason, at)
    likely = likely_same(who, limit=1)
    families = list(families_of(likely[0].person, at)[:2]) if likely else []
    found = families[0] if len(families) == 1 else None
    if found is not None and is_family_blocked(worker.pk, found.pk):
        found = None
    about = [("worker", worker.key), *([("family", found.key)] if found else [])]
    record(by=by, at=at, did="glass.looked_for", about=about, because=reason.strip()[:200])
    return found


@action
def break_glass(
    *,
    worker: Worker,
    family: Family,
    reason: str,
    signed_in_lately: bool,
    by: Actor,
    at: datetime,
) -> BrokenGlass:
    """Open one family for reading, for ``glass_hours`` to the second.

    Asks a reason of at least twenty signs and a fresh sign-in (else ValidationError), at most
    ``glass_per_day`` a day (else TooMuchGlass), and never the worker's own family
    (ValidationError). Who keeps the family, and the data protection officers, are told at once.
    """
    check_signed_in_lately(signed_in_lately)
    check_glass_reason(reason)
    if is_family_blocked(worker.pk, family.pk):
        raise ValidationError(_("Dit gezin kun je niet openen. Vraag het aan een collega."))
    check_glass_left(worker, at)
    glass = BrokenGlass.objects.create(
        worker=worker,
        family=family,
        reason=reason.strip(),
        starts_at=at,
        ends_at=at + timedelta(hours=number_at("glass_hours", at)),
        review_by=due_for("glass_review_term", at),
    )
    about = [("worker", worker.key), ("family", family.key)]
    record(by=by, at=at, did="glass.broken", about=about, because=reason.strip()[:200])
    _tell(glass, by=by, at=at)
    return glass


@action
def review_glass(
    *,
    glass: BrokenGlass,
    verdict: str,
    words: str,
    reviewer: Worker,
    by: Actor,
    at: datetime,
) -> None:
    """Judge an emergency access, with words; never one's own, and once (else ValidationError)."""
    check_may_review(glass, reviewer.pk)
    check_review_words(words)
    values = {
        "verdict": BrokenGlass.Verdict(verdict),
        "review_words": words.strip(),
        "reviewed_by": reviewer,
        "reviewed_at": at,
    }
    waiting = BrokenGlass.objects.filter(pk=glass.pk, reviewed_at__isnull=True)
    if not waiting.update(**values):
        raise ValidationError(_("Een collega beoordeelde dit net eerder."))
    for name, value in values.items():
        setattr(glass, name, value)
    about = [("worker", glass.worker.key), ("family", glass.family.key)]
    record(by=by, at=at, did="glass.reviewed", about=about, verdict=verdict)


@action
def tell_of_late_reviews(*, at: datetime) -> None:
    """What ``kring tick`` does: while a review is past its term, every officer hears of it each day."""
    nothing_changed()
    if not reviews_late(at):
        return
    for officer in officers(at):
        once = f"{LATE}:{officer.key}:{local_day(at)}"
        to = Recipient("worker", officer.key)
        post(by=SYSTEM, at=at, to=to, text=LATE, link=REVIEWS, once=once)


def check_glass_left(worker: Worker, at: datetime) -> None:
    """Raises TooMuchGlass; the locked row of the worker keeps two at once from being the last."""
    Worker.objects.select_for_update().get(pk=worker.pk)
    today = BrokenGlass.objects.filter(worker=worker, starts_at__gte=start_of_day(local_day(at)))
    if today.count() >= number_at("glass_per_day", at):
        raise TooMuchGlass


def _tell(glass: BrokenGlass, *, by: Actor, at: datetime) -> None:
    """A neutral message to who keeps the family and to every officer, queued in this deed."""
    file = reverse("family_file:looked", args=[glass.family.key])
    told: dict[tuple[str, UUID], str] = {}
    for keeper in keepers_of(glass.family, at):
        who = keeper.worker or keeper.desk
        if who is not None:
            told["worker" if keeper.worker_id else "desk", who.key] = file
    for officer in officers(at):
        told["worker", officer.key] = REVIEWS
    told.pop(("worker", glass.worker.key), None)
    for (kind, key), link in told.items():
        once = f"{TEXT}:{glass.key}:{key}"
        post(by=by, at=at, to=Recipient(kind, key), text=TEXT, link=link, once=once)
