"""What changed between two moments of a plan, in sentences for who reads both."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kring.support.plans.queries.frozen import FrozenAction, FrozenGoal, FrozenPage
from kring.support.plans.states import DONE, DROPPED, ENDED, LEFT, STARTED

OVER = (ENDED, DROPPED)


def changes_between(older: FrozenPage, newer: FrozenPage) -> list[str]:
    """What is new, reworded, done, dropped or scored otherwise; nothing a page does not show."""
    return [
        *_of_goals(older, newer),
        *_of_actions(older, newer),
        *_of_children(older, newer),
        *_of_circle(older, newer),
    ]


def _of_goals(older: FrozenPage, newer: FrozenPage) -> Iterator[str]:
    before = {goal.key: goal for goal in older.goals}
    for goal in newer.goals:
        former = before.get(goal.key)
        if former is None:
            yield _("Nieuw doel: “%(words)s”.") % {"words": goal.words}
        else:
            yield from _of_goal(former, goal)


def _of_goal(former: FrozenGoal, goal: FrozenGoal) -> Iterator[str]:
    words = {"words": goal.words}
    if former.words != goal.words:
        yield _("Anders gezegd: “%(before)s” werd “%(words)s”.") % {"before": former.words, **words}
    moved = _moved(former.state, goal.state)
    if moved:
        yield moved % words
    yield from _of_scores(former, goal)


def _moved(before: str, now: str) -> str:
    """What it says that a goal is in another state; nothing where it is not."""
    if before == now:
        return ""
    if before in OVER:
        return _("Weer opgenomen: “%(words)s”.")
    return {
        ENDED: _("Afgerond: “%(words)s”."),
        DROPPED: _("Niet langer een doel: “%(words)s”."),
        STARTED: _("Afgesproken: “%(words)s”."),
    }.get(now, "")


def _of_scores(former: FrozenGoal, goal: FrozenGoal) -> Iterator[str]:
    before = {score.who: score.last for score in former.scores}
    for score in goal.scores:
        told = {"name": score.name, "last": score.last, "words": goal.words}
        if score.who not in before:
            yield _("%(name)s gaf een cijfer voor “%(words)s”: %(last)s.") % told
        elif before[score.who] != score.last:
            moved = _("%(name)s ging voor “%(words)s” van %(before)s naar %(last)s.")
            yield moved % {"before": before[score.who], **told}


def _of_actions(older: FrozenPage, newer: FrozenPage) -> Iterator[str]:
    before = {one.key: one for one in _actions(older)}
    for one in _actions(newer):
        former = before.get(one.key)
        if former is None:
            yield _("Nieuwe afspraak: %(action)s.") % {"action": _told(one)}
            continue
        if former.words != one.words:
            yield _("Afspraak veranderd: “%(before)s” werd “%(words)s”.") % {
                "before": former.words,
                "words": one.words,
            }
        if former.doer != one.doer and one.doer:
            yield _("Nu doet %(name)s dit: “%(words)s”.") % {"name": one.doer, "words": one.words}
        if former.state != DONE and one.state == DONE:
            yield _("Gedaan: %(action)s.") % {"action": _told(one)}
        if former.state != LEFT and one.state == LEFT:
            yield _("Niet meer nodig: %(action)s.") % {"action": _told(one)}


def _actions(page: FrozenPage) -> Iterator[FrozenAction]:
    for goal in page.goals:
        yield from goal.actions
    yield from page.given


def _told(one: FrozenAction) -> str:
    return f"“{one.words}” ({one.doer})" if one.doer else f"“{one.words}”"


def _of_children(older: FrozenPage, newer: FrozenPage) -> Iterator[str]:
    before = {line.key for line in older.child_lines}
    for line in newer.child_lines:
        if line.key not in before:
            if line.spoken_alone_on is not None:
                yield _("Iemand sprak alleen met %(name)s.") % {"name": line.child}
            else:
                yield _("Nog niet gesproken: %(name)s.") % {"name": line.child}


def _of_circle(older: FrozenPage, newer: FrozenPage) -> Iterator[str]:
    """Who came and who went; that somebody means something else now, the circle itself shows."""
    before, now = ({tie.key: tie.name for tie in page.ties} for page in (older, newer))
    for key, name in now.items():
        if key not in before:
            yield _("Nieuw in de kring: %(name)s.") % {"name": name}
    for key, name in before.items():
        if key not in now:
            yield _("Niet meer in de kring: %(name)s.") % {"name": name}
