"""The plan and the messages as parts of what is kept: for the page and for the copy."""

from django.utils.translation import gettext as _

from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.words import day_words, moment_words
from kring.support.messages.queries import talk_with
from kring.support.plans.faces import face_of
from kring.support.plans.models import GoalAgreement, GoalScore, Said
from kring.support.plans.queries import OwnPlan, ToldAction, ToldGoal, own_plans
from kring.support.plans.states import DONE
from kring.web.mine.seen import Entry, Line, Seen
from kring.web.shell.told import Told, told_by


def goals(seen: Seen) -> list[Entry]:
    """The goals this person reads, with what they said of each."""
    return [_goal(told, seen) for one in own_plans(seen.reader, seen.at) for told in one.page.goals]


def agreements(seen: Seen) -> list[Entry]:
    """Who does what, of the goals this person reads and of what was given to them."""
    rows = [told for one in own_plans(seen.reader, seen.at) for told in _actions(one)]
    return [Entry("", [_action(told)]) for told in rows]


def talk(seen: Seen) -> list[Entry]:
    """The messages of this person and their helper, each with the goal it tells of."""
    said = told_by(seen.reader, talk_with(seen.reader, seen.person, seen.at), seen.at)
    return [_message(told, seen) for told in said]


def _message(told: Told, seen: Seen) -> Entry:
    one, goal = told.message, told.goal
    lines = [(one.from_worker.name if one.from_worker else seen.person.name, one.words)]
    if goal is not None:
        lines.append((_("Over het doel"), goal.words))
    return Entry(moment_words(one.sent_at), lines)


def _goal(told: ToldGoal, seen: Seen) -> Entry:
    scores = [one for one in told.scores if one.person_id == seen.person.pk]
    said = [one for one in told.agreements if one.person_id == seen.person.pk]
    lines = [_score(one, seen) for one in scores] + [_said(one, seen) for one in said]
    return Entry(told.goal.words, lines)


def _score(one: GoalScore, seen: Seen) -> Line:
    words = _("%(score)s op 10, %(words)s") % {"score": one.score, "words": face_of(one.score).words}
    return day_words(one.said_at, seen.at), words


def _said(one: GoalAgreement, seen: Seen) -> Line:
    return day_words(one.said_at, seen.at), choice_words(Said, one.said)


def _actions(one: OwnPlan) -> list[ToldAction]:
    return [*one.page.given, *(told for goal in one.page.goals for told in goal.actions)]


def _action(told: ToldAction) -> Line:
    action = told.action
    who = action.doer_person or action.doer_worker or action.doer_organisation
    done = _(" (klaar)") if action.state == DONE else ""
    return (who.name if who is not None else action.doer_words), action.words + done
