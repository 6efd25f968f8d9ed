"""A version of the plan on paper, as one person may read it: what they sign."""

from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.foundation.ui.paper import as_paper
from kring.foundation.ui.words import day_words
from kring.registry.people.models import Person
from kring.support.plans.models import RemarkKind, Revision
from kring.support.plans.queries import FrozenAction, FrozenGoal, FrozenPage, revision_page
from kring.support.plans.states import DONE, LEFT
from kring.trust.access.readers import Reader
from kring.web.paper.circle import MOST_DRAWN, rings_then
from kring.web.paper.lines import Words, entry, part, spoken
from kring.web.paper.printing import PAPER
from kring.web.paper.words import how_it_goes, not_agreed

DOTS = 60


def frozen_on_paper(
    person: Person, revision: Revision, at: datetime, *, printed_by: Reader | None = None
) -> bytes:
    """The PDF of this version for this person, with the circle as it stood then.

    ``printed_by``: a worker, to be signed on paper; it holds only what they may read too.
    """
    page = revision_page(Reader(person=person), revision, at, along=printed_by)
    return as_paper(PAPER, contents_then(person, revision, page, sign=printed_by is not None), at)


def contents_then(person: Person, revision: Revision, page: FrozenPage, *, sign: bool) -> Words:
    """Everything on the paper of this version, in the order it is read; ``sign``: with room to sign."""
    given = {"number": revision.number, "day": day_words(revision.frozen_at)}
    parts = [*_parts(person, page), *([_room_to_sign(person)] if sign else [])]
    return {
        "title": _("Ons plan, versie %(number)s") % given,
        "for": _("Voor %(name)s") % {"name": person.name} if person.name else "",
        "made": _("Zoals afgesproken op %(day)s.") % given,
        "reads": _("Op dit papier staat alleen wat jij mag lezen. Berg het veilig op."),
        "language": get_language() or "nl",
        "dates": [],
        "circle": _("De kring"),
        "most_drawn": MOST_DRAWN,
        "rings": rings_then(person, page),
        "parts": [one for one in parts if one["entries"]],
        "end": not_agreed(),
    }


def _parts(person: Person, page: FrozenPage) -> list[Words]:
    given = _tasks(page.given)
    return [
        part(_("Wat we willen bereiken"), [_goal(person, goal) for goal in page.goals]),
        part(_("Wat jij ook doet"), [entry(tasks=given)] if given else []),
        part(_("Wat goed gaat"), _remarks(page, RemarkKind.STRENGTH)),
        part(_("Waar we ons zorgen om maken"), _remarks(page, RemarkKind.WORRY)),
        part(_("Wat de kinderen zeggen"), _children(page)),
    ]


def _goal(person: Person, goal: FrozenGoal) -> Words:
    """A goal with how it went for whose paper it is, and for nobody else."""
    own = [one for one in goal.scores if one.who == person.key]
    lines = [how_it_goes(one.first, one.last, goal.aim) for one in own]
    return entry(
        heading=(goal.words, goal.language),
        lines=[*lines, goal.outcome_words],
        tasks=_tasks(goal.actions),
    )


def _tasks(actions: list[FrozenAction]) -> list[Words]:
    return [_task(one) for one in actions if one.state != LEFT]


def _task(one: FrozenAction) -> Words:
    return {
        "words": spoken(one.words, one.language),
        "who": one.doer,
        "when": _("tegen %(day)s") % {"day": day_words(one.due_on)} if one.due_on else "",
        "state": _("gedaan") if one.state == DONE else "",
    }


def _remarks(page: FrozenPage, kind: RemarkKind) -> list[Words]:
    said = [(one.words, one.language) for one in page.remarks if one.kind == kind]
    return [entry(said=said)] if said else []


def _children(page: FrozenPage) -> list[Words]:
    safe = _("Wat maakt het veilig: %(words)s")
    return [
        entry(
            heading=(line.child or _("Een kind"), ""),
            said=[(line.words, line.language)] if line.words else [],
            lines=[safe % {"words": line.what_makes_safe}] if line.what_makes_safe else [],
        )
        for line in page.child_lines
    ]


def _room_to_sign(person: Person) -> Words:
    """Where is signed: the name, the day and the signature."""
    dots = "." * DOTS
    told = ((_("Naam"), person.name or dots), (_("Datum"), dots), (_("Handtekening"), dots))
    return part(_("Handtekening"), [entry(lines=[f"{label}: {words}" for label, words in told])])
