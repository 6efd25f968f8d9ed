"""What a plan, its goals and its actions say in few words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.local_text import in_language
from kring.foundation.ui.words import SOON_DAYS, day_words, short_day_words
from kring.support.plans.domains import domains_of
from kring.support.plans.models import Action, Goal, Plan
from kring.support.plans.states import ACTIVE, DONE, LEFT, ON_HOLD, RUNNING

DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Chip:
    """A few words in a colour."""

    words: str
    kind: str = ""


def plan_chip(plan: Plan, at: datetime) -> Chip:
    """How the plan stands, and in which week of it we are."""
    if plan.state == ON_HOLD:
        return Chip(_("Plan staat even stil"), "soon")
    if plan.state != ACTIVE:
        return Chip(_("Plan afgesloten"))
    days = (local_day(at) - local_day(plan.starts_at)).days
    return Chip(_("Plan loopt, week %(week)s") % {"week": days // DAYS_OF_A_WEEK + 1}, "ok")


def review_chip(plan: Plan, at: datetime) -> Chip | None:
    """The day on which everybody looks at the plan together."""
    if plan.review_on is None:
        return None
    day = {"day": day_words(plan.review_on, at)}
    if plan.review_on < local_day(at):
        return Chip(_("Evaluatie moest op %(day)s") % day, "late")
    return Chip(_("Evaluatie op %(day)s") % day, "soon")


def action_chip(action: Action, at: datetime, today: date) -> Chip:
    """Where an action stands: done, left, late, or by when."""
    if action.state == DONE:
        return Chip(_("Gedaan"), "ok")
    if action.state == LEFT:
        return Chip(_("Vervalt"))
    if action.due_on is None:
        return Chip(_("Loopt"), "info") if action.state == RUNNING else Chip(_("Te doen"))
    days = (action.due_on - today).days
    if days < 0:
        late = ngettext("%(days)d dag te laat", "%(days)d dagen te laat", -days)
        return Chip(late % {"days": -days}, "late")
    if days == 0:
        return Chip(_("Vandaag"), "soon")
    by = _("Tegen %(day)s") % {"day": short_day_words(action.due_on, at)}
    return Chip(by, "soon" if days <= SOON_DAYS else "info" if action.state == RUNNING else "")


def domain_words(goal: Goal) -> str:
    """The life domain a goal lies in, as a heading; empty when none is known."""
    found = domains_of(goal.domain_list).get(goal.domain) if goal.domain else None
    name = in_language(found.name) if found is not None else ""
    return name[:1].upper() + name[1:]


def joined(names: list[str]) -> str:
    """Names as people say them: Sofia, Younes en Noor."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    first, last = ", ".join(names[:-1]), names[-1]
    return _("%(first)s en %(last)s") % {"first": first, "last": last}
