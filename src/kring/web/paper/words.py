"""The words of a plan on paper, for one reader: plain, short, and nothing that is not theirs."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.words import day_words, moment_words
from kring.registry.people.models import Person
from kring.support.circles.models import Tie
from kring.support.plans.attainment import described
from kring.support.plans.models import Action, ChildLine, Remark, RemarkKind, Said, TeamMember
from kring.support.plans.queries import PlanPage, ToldAction, ToldGoal
from kring.support.plans.states import DONE, DROPPED, ENDED, LEFT
from kring.trust.access.models import Item
from kring.web.paper.circle import MOST_DRAWN, rings_of
from kring.web.paper.lines import Words, entry, part, spoken


def contents(person: Person, pages: list[PlanPage], at: datetime, ties: Iterable[Tie] = ()) -> Words:
    """Everything that stands on the paper of this person, in the order it is read."""
    return {
        "title": _("Ons plan"),
        "for": _("Voor %(name)s") % {"name": person.name} if person.name else "",
        "made": _("Gemaakt op %(moment)s.") % {"moment": moment_words(at)},
        "reads": _("Op dit papier staat alleen wat jij mag lezen. Berg het veilig op."),
        "language": get_language() or "nl",
        "dates": _dates(pages, at),
        "circle": _("De kring"),
        "most_drawn": MOST_DRAWN,
        "rings": rings_of(person, pages, ties),
        "parts": [one for one in _parts(person, pages, at) if one["entries"]],
        "end": not_agreed(),
    }


def not_agreed() -> str:
    """Where to turn for who does not agree: the end of every paper."""
    words = _("Niet akkoord? Praat met ons of bel gratis de JO-lijn: %(number)s.")
    return words % {"number": settings.HELP_LINE}


def _dates(pages: list[PlanPage], at: datetime) -> list[str]:
    days = [page.plan.review_on for page in pages if page.plan.review_on]
    return [_("We kijken samen opnieuw op %(day)s.") % {"day": day_words(day, at)} for day in days]


def _parts(person: Person, pages: list[PlanPage], at: datetime) -> list[Words]:
    goals = [told for page in pages for told in page.goals]
    given = [told for page in pages for told in page.given]
    remarks = [remark for page in pages for remark in page.remarks]
    children = [line for page in pages for line in page.child_lines]
    safety = [one for page in pages for one in page.safety]
    running = [told for told in goals if told.goal.state not in {ENDED, DROPPED}]
    over = [told for told in goals if told.goal.state == ENDED]
    safe = [entry(said=[(words, "") for words in (one.calls, one.goes_to) if words]) for one in safety]
    team = [_member(row) for page in pages for row in page.team if row.ends_at is None]
    return [
        part(_("Wat we willen bereiken"), [_goal(person, told, at) for told in running]),
        part(_("Wat jij ook doet"), _tasks_alone(given, at)),
        part(_("Wat goed gaat"), _remarks(remarks, RemarkKind.STRENGTH)),
        part(_("Waar we ons zorgen om maken"), _remarks(remarks, RemarkKind.WORRY)),
        part(_("Wat de kinderen zeggen"), _children(children, at)),
        part(_("Als het niet veilig is"), safe),
        part(_("Wie in het team zit"), [entry(lines=team)] if team else []),
        part(_("Wat klaar is"), [_goal(person, told, at) for told in over]),
    ]


def _goal(person: Person, told: ToldGoal, at: datetime) -> Words:
    goal = told.goal
    shown = [one for one in told.actions if one.action.state != LEFT]
    stands = [_how_it_goes(person, told), *_ladder(told)]
    lines = [_about(person, told.item), *stands, _agreed(person, told)]
    if goal.outcome_words:
        lines.append(goal.outcome_words)
    return entry(
        heading=(goal.words, goal.words_language), lines=lines, tasks=[_task(one, at) for one in shown]
    )


def _about(person: Person, item: Item) -> str:
    names = [row.person.name for row in item.subjects.all() if not row.aside and row.person.name]
    if not names or [row.person_id for row in item.subjects.all() if not row.aside] == [person.pk]:
        return ""
    return _("Dit gaat over %(names)s.") % {"names": ", ".join(names)}


def _how_it_goes(person: Person, told: ToldGoal) -> str:
    """How it goes for whose paper it is, and for nobody else: scores are never laid side by side."""
    own = [one for one in told.scores if one.person_id == person.pk]
    return how_it_goes(own[0].score, own[-1].score, told.goal.aim) if own else ""


def how_it_goes(first: int, last: int, aim: int | None) -> str:
    """A score at the start and now, in one sentence, and what is aimed at."""
    words = _("Hoe gaat het, van 0 tot 10? Bij het begin: %(first)s. Nu: %(last)s.")
    said = words % {"first": first, "last": last}
    return said if aim is None else said + " " + _("We willen naar %(aim)s.") % {"aim": aim}


def _ladder(told: ToldGoal) -> list[str]:
    """The levels of a goal that have words, the highest first, and which is the one of now."""
    now = f" ({_('hier staan we nu')})"
    rungs = [
        f"{level.sign} {words}" + (now if level.number == told.goal.level else "")
        for level, words in described(told.goal.attainment)
    ]
    return [_("Hoe ver we staan, in trappen"), *rungs] if rungs else []


def _agreed(person: Person, told: ToldGoal) -> str:
    own = [one for one in told.agreements if one.person_id == person.pk]
    if not own:
        return ""
    return _("Jij zei: %(said)s.") % {"said": choice_words(Said, own[-1].said)}


def _tasks_alone(given: list[ToldAction], at: datetime) -> list[Words]:
    tasks = [_task(one, at) for one in given if one.action.state != LEFT]
    return [entry(tasks=tasks)] if tasks else []


def _task(told: ToldAction, at: datetime) -> Words:
    action = told.action
    due = action.due_on
    when = _("tegen %(day)s") % {"day": day_words(due, at)} if due else ""
    late = due is not None and due < local_day(at)
    state = _("gedaan") if action.state == DONE else _("is nog niet gebeurd") if late else ""
    return {
        "words": spoken(action.words, action.words_language),
        "who": doer_name(action),
        "when": when,
        "state": state,
    }


def doer_name(action: Action) -> str:
    """Who does it, by name or in the words it was told in."""
    who = action.doer_person or action.doer_worker or action.doer_organisation
    return who.name if who is not None else action.doer_words


def _remarks(remarks: list[Remark], kind: RemarkKind) -> list[Words]:
    said = [(one.words, one.words_language) for one in remarks if one.kind == kind]
    return [entry(said=said)] if said else []


def _children(lines: list[ChildLine], at: datetime) -> list[Words]:
    """The last telling of each child; they come by child, the newest first."""
    newest: dict[int, ChildLine] = {}
    for line in lines:
        newest.setdefault(line.child_id, line)
    return [_child(line, at) for line in newest.values()]


def _child(line: ChildLine, at: datetime) -> Words:
    spoken = line.spoken_alone_on
    alone = (
        _("We spraken alleen met elkaar op %(day)s.") % {"day": day_words(spoken, at)} if spoken else ""
    )
    safe = _("Wat maakt het veilig: %(words)s") % {"words": line.what_makes_safe}
    return entry(
        heading=(line.child.name or _("Een kind"), ""),
        said=[(line.words, line.words_language)] if line.words else [],
        lines=[alone, safe if line.what_makes_safe else ""],
    )


def _member(row: TeamMember) -> str:
    who = row.worker or row.person
    name = who.name if who is not None else ""
    does = _("vaste begeleider") if row.anchor else row.does
    return ", ".join(word for word in (name, does) if word)
