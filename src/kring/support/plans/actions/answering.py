"""An answer about sharing with what follows from it for the plan: what was to do goes on."""

from datetime import datetime

from django.db.models import Q, QuerySet

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Organisation, Worker, WorkerRole
from kring.registry.people.models import Person
from kring.support.plans.actions.team import let_out
from kring.support.plans.models import Action, LeftBecause, TeamMember
from kring.support.plans.states import CURRENT, RUNNING, TO_DO
from kring.support.requests.actions import give_answer
from kring.trust.access.items import hand_over, take_back
from kring.trust.consent.actions import HowAsked
from kring.trust.consent.models import Consent


@action
def answer_with_plan(*, answer: Consent, how: HowAsked, by: Actor, at: datetime) -> Consent:
    """Keep an answer and carry out what follows from it, for questions and for the plan.

    After a no to an organisation its helpers who take part no more leave the team, and what they
    had to do for this person goes to the anchor person. Where that is one of them it stays: help
    never ends by this. Raises ValidationError for who may not answer.
    """
    kept = give_answer(answer=answer, how=how, by=by, at=at)
    no = kept.outcome == Consent.Outcome.NO and kept.purpose == Consent.Purpose.SHARE
    if no and kept.organisation is not None:
        staff = WorkerRole.objects.running(at).filter(organisation=kept.organisation).values("worker")
        left = _leave_teams(Worker.objects.filter(pk__in=staff), at)
        moved = _hand_on(kept.person, kept.organisation, Worker.objects.filter(pk__in=staff))
        if left or moved:
            about = [("person", kept.person.key)]
            record(by=by, at=at, did="plan.handed_on", about=about, members=left, actions=moved)
    return kept


def _leave_teams(staff: QuerySet[Worker], at: datetime) -> int:
    """Who takes part no more is in no team any more; the anchor person stays."""
    places = TeamMember.objects.filter(worker__in=staff, ends_at__isnull=True, anchor=False)
    over = list(places.filter(involvement__ends_at__lte=at).select_related("involvement").order_by("pk"))
    for member in over:
        let_out(member, because=LeftBecause.ASKED, words="", at=at)
    return len(over)


def _hand_on(person: Person, organisation: Organisation, staff: QuerySet[Worker]) -> int:
    """What these had to do for somebody, to the anchor person of each plan; how many."""
    theirs = Q(doer_worker__in=staff) | Q(doer_organisation=organisation)
    rows = Action.objects.filter(
        theirs, state__in=(TO_DO, RUNNING), goal__plan__state__in=CURRENT, item__subjects__person=person
    )
    related = rows.select_related("item", "goal", "doer_worker", "doer_organisation")
    moved = 0
    for one in related.order_by("pk"):
        anchors = TeamMember.objects.filter(plan=one.goal.plan_id, anchor=True, ends_at__isnull=True)
        anchor = anchors.exclude(worker__in=staff).select_related("worker").first()
        former = one.doer_worker or one.doer_organisation
        if anchor is None or anchor.worker is None or former is None:
            continue
        one.save_from(one.version, doer_worker=anchor.worker, doer_organisation=None)
        take_back(one.item, former)
        hand_over(one.item, anchor.worker)
        moved += 1
    return moved
