"""What is said of a goal beside its words: whose it is, who agrees, how it goes for each person."""

from django.utils.translation import gettext as _

from kring.foundation.records.local_text import choice_words
from kring.support.plans.models import Goal, Outcome, Said
from kring.support.plans.queries import ToldGoal
from kring.support.plans.states import DROPPED, PROPOSED
from kring.web.plan.scale import Score
from kring.web.plan.sheet import Sheet
from kring.web.plan.words import domain_words, joined


def whose_words(sheet: Sheet, told: ToldGoal) -> str:
    """The life domain, and of whom the goal is."""
    ids = [row.person_id for row in told.item.subjects.all() if not row.aside]
    family = {person.pk for person in sheet.members}
    if len(ids) > 1 and set(ids) >= family:
        whose = _("het hele gezin")
    else:
        names = [sheet.first_name(person) for person in sheet.about(told.item)]
        names += [_("iemand anders")] * (len(names) < len(ids))
        whose = joined(names)
    return " · ".join(part for part in (domain_words(told.goal), whose) if part)


def said_words(sheet: Sheet, told: ToldGoal) -> str:
    """Who agrees with a goal; of each person the last answer counts."""
    last = {row.person_id: row for row in told.agreements}
    said = [
        _("%(who)s: %(said)s")
        % {"who": sheet.first_name(row.person), "said": choice_words(Said, row.said)}
        for row in last.values()
    ]
    if not said and told.goal.state == PROPOSED:
        return _("Nog niet gevraagd wie het hiermee eens is.")
    return " · ".join(said)


def outcome_words(goal: Goal) -> str:
    """What came of a goal that ended."""
    came = _("hoeft niet meer") if goal.state == DROPPED else choice_words(Outcome, goal.outcome)
    return f"{came}: {goal.outcome_words}" if goal.outcome_words else came


def scales_of(sheet: Sheet, told: ToldGoal) -> list[tuple[str, Score]]:
    """How it goes for each person who said so: their first and their last score."""
    first: dict[int, int] = {}
    last: dict[int, tuple[str, int]] = {}
    for row in told.scores:
        first.setdefault(row.person_id, row.score)
        last[row.person_id] = (sheet.first_name(row.person), row.score)
    return [(name, Score(first[person], now)) for person, (name, now) in last.items()]
