"""What a goal or a question says a family needs, as far as this reader may know it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kring.foundation.deadlines.calendar import local_day
from kring.offer.directory.models import LifeDomain
from kring.offer.directory.queries import area_codes
from kring.offer.directory.search.documents import Point
from kring.registry.people.models import FamilyMembership, Person
from kring.registry.people.queries import months_on
from kring.registry.places.models import Municipality
from kring.support.plans.domains import subject_of
from kring.support.plans.models import Goal
from kring.support.plans.suggesting import suggested_domain
from kring.support.requests.models import Request
from kring.support.requests.queries import with_protected_address
from kring.trust.access.queries import is_protected
from kring.web.chances.proposing import Need
from kring.web.plan.sheet import Sheet

DAYS_A_MONTH = 30.4
OWN_LANGUAGE = "nl"
"""What nearly every service speaks is no reason to choose one."""
INSTEAD = {"safety": "youth_help"}


def need_of_goal(sheet: Sheet, goal: Goal) -> Need:
    """Of a goal: its words and life domain, and whom it is about."""
    told = sheet.goals[goal.key]
    concerned = {one.pk for one in sheet.about(told.item)}
    children = [one for one in sheet.children if one.pk in concerned] or sheet.children
    subject = subject_of(goal.domain or suggested_domain(goal.words))
    return Need(words=goal.words, domain=_of_directory(subject), **_of_family(sheet, children))


def need_of_question(question: Request, sheet: Sheet | None) -> Need:
    """Of a question: its words and subject, with its family where it has one."""
    subject = question.topic or subject_of(suggested_domain(question.words))
    known = _of_family(sheet, sheet.children) if sheet is not None else _of_nobody(question)
    return Need(words=question.words, domain=_of_directory(subject), **known)


def _of_nobody(question: Request) -> dict[str, Any]:
    """Without a family the place the question names, unless an address is protected; of a family
    this reader may not know, nothing."""
    if question.family_id is not None or with_protected_address([question]):
        return {}
    return _place(question.municipality)


def _of_directory(subject: str) -> str:
    """The life domain of the directory; the two lists share all but safety."""
    code = INSTEAD.get(subject, subject)
    return code if code in LifeDomain.values else ""


def _of_family(sheet: Sheet, children: Iterable[Person]) -> dict[str, Any]:
    """Where it lives, its languages and the age of the youngest child."""
    day = local_day(sheet.at)
    ages = [age for age in (_months(child, day) for child in children) if age is not None]
    spoken = {person.preferred_language for person in sheet.members} - {"", OWN_LANGUAGE}
    town = _town(sheet)
    return {"youngest": min(ages, default=None), "languages": frozenset(spoken), **_place(town)}


def _months(child: Person, day: date) -> int | None:
    if child.expected_birth_date is not None:
        return -max(1, round((child.expected_birth_date - day).days / DAYS_A_MONTH))
    return months_on(child.birth_date, day)


def _town(sheet: Sheet) -> Municipality | None:
    """Where the parents live; of a protected address nothing is asked, and so no distance told."""
    if any(is_protected(person, sheet.at) for person in sheet.members):
        return None
    role = FamilyMembership.Role.PARENT
    parents = [person for row, person in sheet.around.members if row.role == role]
    return next((one.municipality for one in parents if one.municipality is not None), None)


def _place(town: Municipality | None) -> dict[str, Any]:
    if town is None:
        return {}
    known = town.latitude is not None and town.longitude is not None
    point = Point(town.latitude or 0.0, town.longitude or 0.0) if known else None
    return {"near": point, "areas": area_codes(town)}
