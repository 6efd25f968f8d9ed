"""At the table: the agenda, what is decided, what is written down, and the interpreter."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.support.meetings.actions.inviting import about_of, subjects_of
from kring.support.meetings.models import AgendaPoint, Decision, Interpreter, Meeting, Minutes
from kring.support.meetings.rules import check_goes_on, check_minutes, check_said
from kring.support.meetings.states import INTERPRETER
from kring.support.plans.actions import add_action
from kring.support.plans.makers import Maker, NewAction
from kring.support.plans.models import Action, Goal
from kring.trust.access.items import class_item
from kring.trust.access.told import class_of_told

MINUTES_KIND = "minutes"


@action
def add_point(
    *, meeting: Meeting, by: Actor, at: datetime, goal: Goal | None = None, words: str = ""
) -> AgendaPoint:
    """Put an open goal or something else on the agenda, last. Raises ValidationError."""
    check_goes_on(meeting)
    if goal is None:
        check_said("words", words, _("Schrijf waarover het gaat, of kies een doel."))
    last = meeting.agenda.aggregate(last=Max("position"))["last"] or 0
    try:
        with transaction.atomic():
            point = AgendaPoint.objects.create(
                meeting=meeting, goal=goal, words="" if goal else words.strip()[:300], position=last + 1
            )
    except IntegrityError as error:
        raise ValidationError({"goal": _("Dit doel staat al op de agenda.")}) from error
    record(by=by, at=at, did="agenda.added", about=subjects_of(meeting))
    return point


@action
def drop_point(*, point: AgendaPoint, by: Actor, at: datetime) -> None:
    """Take something off the agenda."""
    meeting = point.meeting
    point.delete()
    record(by=by, at=at, did="agenda.removed", about=subjects_of(meeting))


@action
def decide(
    *, meeting: Meeting, goal: Goal, new: NewAction, maker: Maker, by: Actor, at: datetime
) -> Action:
    """What was decided becomes an action of the plan at once; the same key twice is one.

    Raises ValidationError.
    """
    check_goes_on(meeting)
    if goal.plan_id != meeting.plan_id:
        raise ValidationError({"goal": _("Dit doel hoort bij een ander plan.")})
    made = add_action(goal=goal, new=new, maker=maker, by=by, at=at)
    Decision.objects.get_or_create(action=made, defaults={"meeting": meeting, "made_at": at})
    record(by=by, at=at, did="decision.made", about=subjects_of(meeting))
    return made


@action
def write_minutes(
    *,
    meeting: Meeting,
    version: int | None,
    words: str,
    maker: Maker,
    by: Actor,
    at: datetime,
    language: str = "nl",
) -> Minutes:
    """Write down what was said, or change it from a version; who was invited takes part in it.

    Raises ValidationError, and StaleRecord when another save came first.
    """
    check_goes_on(meeting)
    check_minutes(words)
    known = Minutes.objects.filter(meeting=meeting).first()
    if known is None:
        known = _first_minutes(meeting, words.strip(), language, maker, at)
    else:
        known.save_from(version or 0, words=words.strip(), written_at=at)
    record(by=by, at=at, did="minutes.written", about=subjects_of(meeting))
    return known


def _first_minutes(meeting: Meeting, words: str, language: str, maker: Maker, at: datetime) -> Minutes:
    rows = meeting.invitees.select_related("person", "worker").order_by("pk")
    told_by = maker.told_by
    item = class_item(
        kind=MINUTES_KIND,
        about=about_of(meeting),
        data_class=class_of_told(told_by),
        told_by=told_by,
        owner=maker.organisation or meeting.plan.owner,
        author=maker.worker,
        named=[one for row in rows if (one := row.person or row.worker) is not None],
        at=at,
    )
    return Minutes.objects.create(
        meeting=meeting, item=item, words=words, words_language=language, written_at=at
    )


@action
def ask_interpreter(
    *,
    meeting: Meeting,
    language: str,
    by: Actor,
    at: datetime,
    gender_wish: str = "",
    not_from_our_town: bool = False,
) -> Interpreter:
    """Make the interpreter a task, or ask again otherwise. Raises ValidationError."""
    check_said("language", language, _("Kies welke taal de tolk spreekt."))
    wish = {
        "language": language,
        "gender_wish": gender_wish,
        "not_from_our_town": not_from_our_town,
        "state": INTERPRETER.initial,
        "found_words": "",
    }
    asked, _new = Interpreter.objects.update_or_create(meeting=meeting, defaults=wish)
    record(by=by, at=at, did="interpreter.asked", about=subjects_of(meeting))
    return asked


@action
def interpreter_found(*, interpreter: Interpreter, who: str, by: Actor, at: datetime) -> None:
    """An interpreter was found. Raises ValidationError without saying who, CannotMove when told."""
    check_said("found_words", who, _("Schrijf wie tolkt, of welke dienst."))
    INTERPRETER.move(interpreter, "find", found_words=who.strip()[:120])
    record(by=by, at=at, did="interpreter.found", about=subjects_of(interpreter.meeting))


@action
def no_interpreter(*, interpreter: Interpreter, by: Actor, at: datetime) -> None:
    """No interpreter was found: the family hears it before the meeting. Raises CannotMove."""
    INTERPRETER.move(interpreter, "give_up")
    record(by=by, at=at, did="interpreter.none", about=subjects_of(interpreter.meeting))
