"""Who may come into the team, take it over, or be asked for."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.registry.network.models import Absence, Worker
from kring.registry.network.queries import employers_of
from kring.registry.people.models import Person
from kring.registry.people.queries import age_on
from kring.support.plans.models import HelperWish, Plan, TeamMember, WishKind
from kring.support.plans.rules.coordinating import COORDINATE, coordinators_of
from kring.trust.access.readers import Reader
from kring.trust.consent.queries import MAJORITY, able_to_decide

MOST_SIGNS_OF_A_WISH = 2_000


def check_may_take_over(of: Worker, to: Worker, at: datetime) -> None:
    """Plans go to another colleague who still works here; raises ValidationError.

    Within one organisation that holds at once. Another organisation says yes first, to each question
    that is handed over to its desk.
    """
    if of.pk == to.pk:
        raise ValidationError({"to": _("Kies een andere collega.")})
    if to.left_at is not None and to.left_at <= at:
        raise ValidationError({"to": _("Deze collega werkt hier niet meer. Kies iemand anders.")})
    if not {one.pk for one in employers_of(of, at)} & {one.pk for one in employers_of(to, at)}:
        words = _("%(name)s werkt voor een andere organisatie. Vraag daar eerst een warme overdracht.")
        raise ValidationError({"to": words % {"name": to.name}})


def check_may_give_anchor_on(plan: Plan, to: Worker, reader: Reader) -> None:
    """Only the anchor person hands that on, and to a helper of the team; raises ValidationError.

    Who is the anchor person reads what the family wrote to the one before: nobody takes that.
    """
    running = TeamMember.objects.filter(plan=plan, ends_at__isnull=True, worker__isnull=False)
    if not running.filter(anchor=True, worker=reader.worker_id).exists():
        said = _("Alleen de vaste begeleider geeft dit door. Is die er niet? Vraag de coördinator.")
        raise ValidationError(said)
    if to.pk == reader.worker_id or not running.filter(worker=to).exists():
        raise ValidationError({"to": _("Kies iemand anders uit het team.")})


def check_may_let_go(member: TeamMember, reader: Reader) -> None:
    """A helper leaves by themself or by the anchor person; somebody of the own network by any helper.

    Raises ValidationError.
    """
    if member.worker_id is None or member.worker_id == reader.worker_id:
        return
    anchors = TeamMember.objects.filter(plan=member.plan_id, anchor=True, ends_at__isnull=True)
    if not anchors.filter(worker=reader.worker_id).exists():
        raise ValidationError(
            {"member": _("Een collega haalt alleen de vaste begeleider uit het team.")}
        )


def anchors_there(at: datetime) -> QuerySet[TeamMember]:
    """For a query on what belongs to a plan: its anchor person who still works here and is not away."""
    away = Absence.objects.running(at).filter(worker=OuterRef("worker"))
    present = Q(worker__left_at__isnull=True) | Q(worker__left_at__gt=at)
    rows = TeamMember.objects.filter(present, ~Exists(away), anchor=True, ends_at__isnull=True)
    return rows.filter(plan=OuterRef("plan"))


def check_may_appoint(person: Person, trusted: Person, at: datetime) -> None:
    """Who decides for themself chooses an adult, not themself, as trusted person; ValidationError.

    Ground: decree on the legal position of the minor, article 24: of age, and chosen by the minor.
    """
    if not able_to_decide(person, at):
        raise ValidationError(_("Een vertrouwenspersoon kies je zelf, vanaf je dat zelf kan beslissen."))
    age = age_on(trusted.birth_date, local_day(at))
    if trusted == person or (age is not None and age < MAJORITY):
        raise ValidationError({"trusted": _("Kies iemand die meerderjarig is.")})


def check_wish(kind: str, words: str) -> None:
    """A wish says what is asked, not too long; raises ValidationError."""
    if kind not in WishKind.values:
        raise ValidationError({"kind": _("Kies wat je vraagt.")})
    check_remark_length(words)


def check_remark_length(words: str) -> None:
    """Words that may be empty, and not a book; raises ValidationError."""
    if len(words) > MOST_SIGNS_OF_A_WISH:
        too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s.")
        told = {"signs": len(words), "most": MOST_SIGNS_OF_A_WISH}
        raise ValidationError({"words": too_long % told})


def check_may_answer_wish(reader: Reader, wish: HelperWish, at: datetime) -> None:
    """A coordinator for the organisation that owns the plan answers, never the helper meant.

    Raises ValidationError.
    """
    if not may_answer_wish(reader, wish, at):
        raise ValidationError(_("Hierop antwoordt de coördinator."))


def may_answer_wish(reader: Reader, wish: HelperWish, at: datetime) -> bool:
    """Whether ``check_may_answer_wish`` has nothing against it."""
    if reader.worker_id is None or not reader.may(COORDINATE):
        return False
    known = coordinators_of(wish.plan.owner, at, but=wish.about_id)
    return reader.worker_id in {worker.pk for worker in known}
