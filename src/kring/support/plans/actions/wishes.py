"""What a person asks of the team: a trusted person of their own, another helper, or a break."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.foundation.outbox.actions import Recipient, post
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Worker
from kring.registry.people.actions import end_relation, relate
from kring.registry.people.models import Person, Relation, RelationType
from kring.support.plans.actions.team import join_team, let_out
from kring.support.plans.models import HelperWish, LeftBecause, Plan, TeamMember
from kring.support.plans.queries.wishes import coordinators_of
from kring.support.plans.rules import check_may_appoint, check_remark_length, check_wish
from kring.support.plans.texts import OWN_PEOPLE, WISH_ANSWERED, WISH_ASKED


@action
def appoint_trusted_person(
    *, person: Person, trusted: Person, plan: Plan | None, by: Actor, at: datetime
) -> Relation:
    """Somebody chooses who stands beside them: that person reads along by the reader table.

    With a ``plan`` they come into its team. Raises ValidationError for who does not decide, and for
    a minor.
    """
    check_may_appoint(person, trusted, at)
    tie = relate(by=by, at=at, person=trusted, to=person, type=RelationType.TRUSTED_PERSON)
    if plan is not None:
        join_team(plan=plan, person=trusted, because="trusted_person.appointed", by=by, at=at)
    record(by=by, at=at, did="trusted_person.appointed", about=[("person", person.key)])
    return tie


@action
def dismiss_trusted_person(*, tie: Relation, by: Actor, at: datetime) -> None:
    """Somebody no longer wants their trusted person; what they read ends at once."""
    if tie.type != RelationType.TRUSTED_PERSON or tie.ends_at is not None:
        raise CannotMove(tie, "dismiss")
    end_relation(by=by, at=at, relation=tie)
    places = TeamMember.objects.filter(
        person=tie.person, because="trusted_person.appointed", ends_at__isnull=True
    )
    for member in places.filter(plan__family__memberships__person=tie.to).distinct().order_by("pk"):
        let_out(member, because=LeftBecause.ASKED, words="", at=at)
    record(by=by, at=at, did="trusted_person.dismissed", about=[("person", tie.to.key)])


@action
def ask_wish(
    *,
    plan: Plan,
    person: Person,
    kind: str,
    words: str,
    by: Actor,
    at: datetime,
    about: Worker | None = None,
) -> HelperWish:
    """Somebody asks for another helper, a break or a trusted person: the coordinators are told.

    The helper meant is told nothing, also when they coordinate; and the entry is about who asked.
    """
    check_wish(kind, words)
    wish = HelperWish.objects.create(
        plan=plan, person=person, kind=kind, about=about, words=words.strip(), asked_at=at
    )
    for coordinator in coordinators_of(plan.owner, at, but=wish.about_id):
        to = Recipient("worker", coordinator.key)
        once = f"{WISH_ASKED}:{wish.key}:{coordinator.key}"
        post(by=by, at=at, to=to, text=WISH_ASKED, link="/vandaag/", once=once)
    record(by=by, at=at, did="helper_wish.asked", about=[("person", person.key)])
    return wish


@action
def answer_wish(*, wish: HelperWish, words: str, worker: Worker, by: Actor, at: datetime) -> None:
    """A coordinator answers in words; the person is told that there is an answer.

    Raises ValidationError without words or from the helper meant, CannotMove when it was answered.
    """
    check_remark_length(words)
    if not words.strip():
        raise ValidationError({"words": _("Schrijf een antwoord.")})
    if worker.pk == wish.about_id:
        raise ValidationError(_("Hierop antwoordt de coördinator."))
    still = HelperWish.objects.filter(pk=wish.pk, answered_at__isnull=True)
    if not still.update(answered_at=at, answered_by=worker, answer_words=words.strip()):
        raise CannotMove(wish, "answer")
    wish.refresh_from_db()
    to = Recipient("person", wish.person.key)
    post(by=by, at=at, to=to, text=WISH_ANSWERED, link=OWN_PEOPLE, once=f"{WISH_ANSWERED}:{wish.key}")
    record(by=by, at=at, did="helper_wish.answered", about=[("person", wish.person.key)])
