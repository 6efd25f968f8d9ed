"""What waits around plans: wishes of persons, looking back, approving, and looking together."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal import ledger
from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.addresses import address_of
from kring.foundation.ui.words import day_words
from kring.support.plans.models import AfterCare, Evaluation, HelperWish, WishKind
from kring.support.plans.queries import (
    Waiting,
    after_care_due,
    after_care_left,
    evaluations_due,
    sent_back_to,
    waiting_for_approval,
    wishes_to_answer,
)
from kring.trust.access.readers import Reader
from kring.web.desk.line import Line

WEEK = timedelta(days=7)


def plan_lines(reader: Reader, at: datetime, most: int) -> list[Line]:
    """People first: who asked something, then who is to be asked, then what is to be looked at."""
    today = local_day(at)
    wishes = wishes_to_answer(reader, at, most)
    due = after_care_due(reader, at, today=today)[:most]
    left = after_care_left(reader, at, today=today, most=most)
    asked = waiting_for_approval(reader, at)[:most]
    back = sent_back_to(reader, at)[:most]
    together = evaluations_due(reader, at, until=today + WEEK)[:most]
    plans = [row.plan for row in due] + [row.plan for row in (*asked, *back)]
    plans += [row.plan for row in together]
    ledger.saw_all("family", {plan.family.key for plan in plans})
    return [
        *(_wish(row, at) for row in wishes),
        *(_after_care(row, at) for row in due),
        *(_left(row, at) for row in left),
        *(_approval(row, at) for row in asked),
        *(_sent_back(row) for row in back),
        *(_together(row, at) for row in together),
    ]


def _wish(row: HelperWish, at: datetime) -> Line:
    """Who asks is told on its page alone."""
    title = _("Iemand vraagt: %(what)s") % {"what": choice_words(WishKind, row.kind)}
    why = _("gevraagd %(day)s") % {"day": day_words(row.asked_at, at)}
    url = address_of("talk:wish", row.key)
    return Line(title, why, row.plan.owner.name, url, _("Lees en antwoord"), url, is_deed=False)


def _months(row: AfterCare) -> str:
    words = ngettext("%(count)d maand na het plan", "%(count)d maanden na het plan", row.months)
    return words % {"count": row.months}


def _late(row: AfterCare, at: datetime) -> str:
    return "late" if row.due_on < local_day(at) - WEEK else "soon"


def _after_care(row: AfterCare, at: datetime) -> Line:
    """For the anchor person: ask how it goes."""
    family = row.plan.family
    title = _("Vraag hoe het gaat met gezin %(name)s") % {"name": family.name}
    url = address_of("plan:after_care", family.key, row.key)
    kind = _late(row, at)
    return Line(title, _months(row), "", url, _("Zeg hoe het gaat"), url, is_deed=False, kind=kind)


def _left(row: AfterCare, at: datetime) -> Line:
    """For the desk: the anchor person is not there; which family, is told to who takes it."""
    title = _("Nazorg zonder begeleider: vraag hoe het met dit gezin gaat")
    url = address_of("plan:take_after_care", row.key)
    kind = _late(row, at)
    here = address_of("desk:today")
    return Line(
        title, _months(row), row.plan.owner.name, here, _("Neem op"), url, is_deed=True, kind=kind
    )


def _approval(row: Waiting, at: datetime) -> Line:
    """For another helper of the team: look along."""
    family = row.plan.family
    title = _("Kijk mee naar het plan van gezin %(name)s") % {"name": family.name}
    why = _("afgesproken %(day)s") % {"day": day_words(row.revision.frozen_at, at)}
    who = row.revision.frozen_by.name if row.revision.frozen_by is not None else ""
    url = address_of("plan:revision", family.key, row.revision.key)
    return Line(title, why, who, url, _("Bekijk het plan"), url, is_deed=False, kind="info")


def _sent_back(row: Waiting) -> Line:
    """For who agreed on it: somebody asked to look again."""
    family = row.plan.family
    title = _("Kijk nog eens naar het plan van gezin %(name)s") % {"name": family.name}
    who = row.revision.approval.approved_by.name
    url = address_of("plan:revision", family.key, row.revision.key)
    why, act = _("nog niet goedgekeurd"), _("Lees waarom")
    return Line(title, why, who, url, act, url, is_deed=False)


def _together(row: Evaluation, at: datetime) -> Line:
    """For the anchor person: the day on which the plan is looked at together."""
    family = row.plan.family
    title = _("Kijk samen naar het plan van gezin %(name)s") % {"name": family.name}
    url = address_of("plan:plan", family.key)
    kind = "late" if row.planned_on < local_day(at) else "soon"
    why = day_words(row.planned_on, at)
    return Line(title, why, "", url, _("Naar het plan"), url, is_deed=False, kind=kind)
