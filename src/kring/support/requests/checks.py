"""What must always be true of questions: none ends in silence, none lies in two places."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.foundation.records.checking import check
from kring.support.requests.models import Answer, Clock, ClockKind, Handover, Holding, Request
from kring.support.requests.states import ANSWERED, COUNTED, HANDOVER_ASKED, NOT_POSSIBLE, OPEN
from kring.support.unmet.models import UnmetNeed
from kring.trust.access.models import Involvement, ItemSubject

AT_MOST = 21
OPEN_NOW = Q(closed_at__isnull=True)


def _keys(wrong: QuerySet[Request]) -> Iterable[object]:
    return wrong.order_by("pk").values_list("key", flat=True)[:AT_MOST]


def _running() -> QuerySet[Holding]:
    return Holding.objects.filter(request=OuterRef("pk"), ends_at__isnull=True)


@check("every open question lies on exactly one desk, as its story says")
def open_questions_are_held(_at: datetime) -> Iterable[str]:
    """One running holding, with the desk and the worker that the question names."""
    same = _running().filter(desk=OuterRef("desk"))
    same = same.filter(
        Q(worker=OuterRef("worker")) | Q(worker__isnull=True, request__worker__isnull=True)
    )
    adrift = Request.objects.filter(OPEN_NOW).exclude(Exists(same))
    return [f"Question {key} is open and its story does not say where it lies." for key in _keys(adrift)]


@check("a question that ended is held by nobody")
def ended_questions_are_let_go(_at: datetime) -> Iterable[str]:
    held = Request.objects.exclude(OPEN_NOW).filter(Exists(_running()))
    return [f"Question {key} ended and still has a holder." for key in _keys(held)]


@check("where a question lay is told without gaps")
def stories_have_no_gaps(_at: datetime) -> Iterable[str]:
    """Each holding ends where another begins, unless the question ended at that moment."""
    others = Holding.objects.filter(request=OuterRef("request")).exclude(pk=OuterRef("pk"))
    torn = Holding.objects.filter(ends_at__isnull=False, request__closed_at__isnull=True)
    torn = torn.exclude(Exists(others.filter(starts_at=OuterRef("ends_at"))))
    # Reopened after an answer: nobody held it between the answer and the dispute.
    disputed = Answer.objects.filter(request=OuterRef("request"), counted_at=OuterRef("ends_at"))
    torn = torn.exclude(Exists(disputed)).order_by("pk")
    keys = torn.values_list("request__key", flat=True)[:AT_MOST]
    return [f"The story of question {key} has a gap." for key in keys]


@check("every open question lies on an open desk of its region")
def desks_of_questions_are_open(_at: datetime) -> Iterable[str]:
    lost = Request.objects.filter(OPEN_NOW).filter(
        Q(desk__closed_at__isnull=False) | ~Q(desk__region=F("region"))
    )
    return [f"Question {key} lies on a desk that is closed or elsewhere." for key in _keys(lost)]


@check("nobody who left holds a question")
def leavers_hold_nothing(at: datetime) -> Iterable[str]:
    held = Request.objects.filter(OPEN_NOW, worker__left_at__lte=at)
    return [f"Question {key} is held by somebody who left." for key in _keys(held)]


@check("every question has its three clocks since it was asked")
def clocks_are_whole(_at: datetime) -> Iterable[str]:
    rightly = Clock.objects.filter(
        request=OuterRef("pk"), starts_at=OuterRef("asked_at"), kind__in=ClockKind.values
    )
    count = rightly.order_by().values("request").annotate(count=Count("pk")).values("count")
    asked = Request.objects.annotate(clocks_since=Subquery(count))
    wrong = asked.exclude(clocks_since=len(ClockKind.values))
    return [f"Question {key} does not have its three clocks." for key in _keys(wrong)]


@check("the clock of the promise runs while a question is open, and only then")
def promise_runs_while_open(_at: datetime) -> Iterable[str]:
    mine = Clock.objects.filter(request=OuterRef("pk"), kind=ClockKind.ANSWER)
    right = mine.filter(due_at=OuterRef("answer_due_at"))
    stopped = Request.objects.filter(OPEN_NOW).exclude(Exists(right.filter(stopped_at__isnull=True)))
    runs_on = Request.objects.exclude(OPEN_NOW).filter(Exists(mine.filter(stopped_at__isnull=True)))
    return [f"Question {key} is open and its promise does not run." for key in _keys(stopped)] + [
        f"Question {key} ended and its promise runs on." for key in _keys(runs_on)
    ]


@check("every question was written down in the journal")
def questions_are_journalled(_at: datetime) -> Iterable[str]:
    """The entry of its asking, or the veil that an erasure left on an entry of that moment."""
    named = JournalSubject.objects.filter(
        subject_key=OuterRef("key"), kind="request", entry__verb="request.asked"
    )
    silent = Request.objects.exclude(Exists(named))
    veiled = JournalEntry.objects.filter(
        verb="request.asked", veils__isnull=False, at=OuterRef("first_held_at")
    )
    first = Holding.objects.filter(request=OuterRef("pk")).order_by("starts_at", "pk")
    silent = silent.annotate(first_held_at=Subquery(first.values("starts_at")[:1]))
    return [f"Question {key} is not in the journal." for key in _keys(silent.exclude(Exists(veiled)))]


@check("no other desk is asked to take over a question that ended")
def no_handover_of_ended(_at: datetime) -> Iterable[str]:
    asked = Handover.objects.filter(state=HANDOVER_ASKED).exclude(request__state__in=OPEN)
    keys = asked.order_by("pk").values_list("request__key", flat=True)[:AT_MOST]
    return [f"Question {key} ended and still waits for another desk." for key in keys]


@check("a hand-over that waits was asked by the desk where the question lies")
def handovers_come_from_the_holder(_at: datetime) -> Iterable[str]:
    asked = Handover.objects.filter(state=HANDOVER_ASKED).exclude(from_desk=F("request__desk"))
    keys = asked.order_by("pk").values_list("key", flat=True)[:AT_MOST]
    return [f"Hand-over {key} was asked by a desk that does not hold the question." for key in keys]


@check("a question is answered when, and only when, one answer of it counts")
def answers_are_told_once(_at: datetime) -> Iterable[str]:
    counted = Answer.objects.filter(request=OuterRef("pk"), state=COUNTED)
    silent = Request.objects.filter(state=ANSWERED).exclude(Exists(counted))
    double = Request.objects.exclude(state=ANSWERED).filter(Exists(counted))
    return [f"Question {key} is answered and no answer counts." for key in _keys(silent)] + [
        f"Question {key} has an answer that counts and is not answered." for key in _keys(double)
    ]


@check("what could not be helped stands in the register of unmet need")
def unmet_need_is_registered(_at: datetime) -> Iterable[str]:
    kept = UnmetNeed.objects.filter(request_key=OuterRef("key"))
    lost = Request.objects.filter(state=NOT_POSSIBLE).exclude(Exists(kept))
    return [f"Question {key} is not in the register of unmet need." for key in _keys(lost)]


@check("whoever holds a question may see the people it is about")
def holders_may_see(at: datetime) -> Iterable[str]:
    """A running involvement of the desk, and of the worker, with family and asker of open questions."""
    opened = Request.objects.filter(OPEN_NOW)
    let_in = Involvement.objects.running(at).filter(because_key=OuterRef("key"))
    wrong: list[str] = []
    for about, column in (("family", "family"), ("asker", "person")):
        known = opened.filter(**{f"{about}__isnull": False})
        same = let_in.filter(**{column: OuterRef(about)})
        shut_out = known.filter(
            ~Exists(same.filter(desk=OuterRef("desk")))
            | (Q(worker__isnull=False) & ~Exists(same.filter(worker=OuterRef("worker"))))
        )
        wrong += [f"Question {key} is held by who may not see its {about}." for key in _keys(shut_out)]
    return wrong


@check("a question of somebody known is theirs to read, and belongs to the desk it lies on")
def questions_are_items(_at: datetime) -> Iterable[str]:
    """Its item is about the asker; of an open question it is owned by the organisation of the desk."""
    about_asker = ItemSubject.objects.filter(item=OuterRef("item"), person=OuterRef("asker"))
    nobodys = Request.objects.filter(asker__isnull=False).exclude(Exists(about_asker))
    elsewhere = Request.objects.filter(OPEN_NOW, item__isnull=False)
    elsewhere = elsewhere.exclude(item__owner=F("desk__organisation"))
    return [f"Question {key} does not say that it is about its asker." for key in _keys(nobodys)] + [
        f"Question {key} belongs to another organisation than its desk." for key in _keys(elsewhere)
    ]
