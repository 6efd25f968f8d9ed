"""``kring tick``: what is due now. Run it every minute from a timer; it may overlap itself."""

import argparse
import traceback
from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from kring.exchange.calendars.digest import send_digests
from kring.exchange.hsds.exporting import keep_copies
from kring.foundation.accounts.sweeping import sweep
from kring.foundation.files.sweeping import sweep_files
from kring.foundation.journal.anchors import write_anchor
from kring.foundation.outbox.delivery import send_due
from kring.foundation.retention.running import run_daily
from kring.offer.directory.actions import ask_to_confirm_daily
from kring.offer.directory.upkeep import keep_whole
from kring.offer.saved.actions import tell_what_is_new_daily
from kring.support.deployments.actions import look_ahead_daily
from kring.support.plans.actions import tell_after_care
from kring.support.requests.actions import refresh_tiles, remind_and_return
from kring.trust.access.actions import find_own, tell_of_late_reviews, work_on_joins
from kring.trust.access.caps import tell_of_caps
from kring.trust.access.unusual import find_unusual
from kring.trust.legal.actions import tell_who_may_know

JOBS: dict[str, Callable[[datetime], object]] = {
    "hand-overs that got no answer": lambda at: remind_and_return(at=at),
    "looking back after a plan": lambda at: tell_after_care(at=at),
    "asked to join": lambda at: work_on_joins(at=at),
    "own people who came": lambda at: find_own(at=at),
    "caps on looking": lambda at: tell_of_caps(at=at),
    "reviews past their term": lambda at: tell_of_late_reviews(at=at),
    "unusual looks": lambda at: find_unusual(at=at),
    "help that stops ahead": lambda at: look_ahead_daily(at=at),
    "mails about the day": send_digests,
    "offers to confirm": lambda at: ask_to_confirm_daily(at=at),
    "index of the directory": lambda at: keep_whole(at=at),
    "what kept searches newly find": lambda at: tell_what_is_new_daily(at=at),
    "messages": lambda at: send_due(at=at),
    "figures above the worklist": lambda at: refresh_tiles(at=at),
    "what was kept long enough": lambda at: run_daily(at=at),
    "people who may know now": lambda at: tell_who_may_know(at=at),
    "anchor of the journal": lambda at: write_anchor(at=at),
    "files that no row knows": sweep_files,
    "copies of the offer": keep_copies,
    "accounts.sweep": sweep,
}


def run(_arguments: argparse.Namespace) -> int:
    """Do every job; one that fails does not hold up the others. 1 when one failed."""
    at = timezone.now()
    failed = 0
    for name, job in JOBS.items():
        try:
            job(at)
        except Exception:
            failed = 1
            print(f"{name}: failed")
            traceback.print_exc()
    return failed
