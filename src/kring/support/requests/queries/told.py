"""What may be told of a question to who is not on its desk: the asker, and a desk that is asked."""

from datetime import datetime

from kring.foundation.classes.facts import DataClass
from kring.foundation.deadlines.calendar import local_day, start_of_day
from kring.registry.network.models import Desk
from kring.registry.network.queries import is_stopped
from kring.registry.people.models import FamilyMembership
from kring.support.requests.models import Answer, AnswerLink, Handover, LightContact, Request
from kring.support.requests.states import COUNTED, GIVEN, HANDOVER_ASKED
from kring.trust.access.queries import is_protected


def place_is_protected(request: Request, at: datetime) -> bool:
    """Whether where this asker lives may be told to nobody but who helps them."""
    if request.data_class == DataClass.PROTECTED_ADDRESS:
        return True
    if request.asker is not None and is_protected(request.asker, at):
        return True
    if request.family_id is None:
        return False
    members = FamilyMembership.objects.filter(family=request.family_id)
    return members.filter(person__protected_address=True).exists()


def link_is_alive(link: AnswerLink | None, at: datetime) -> bool:
    """Whether a link can still be answered with: not used, not expired, not settled otherwise.

    The links of an organisation that is stopped are dead while it is.
    """
    if link is None or link.used_at is not None or link.expires_at <= at:
        return False
    if is_stopped(link.handover.to_desk.organisation, at):
        return False
    return link.handover.state == HANDOVER_ASKED


def standing_answer(request: Request) -> Answer | None:
    """What the asker was told and has not contradicted: given or counted."""
    answers = request.answers.filter(state__in=[GIVEN, COUNTED])
    return answers.select_related("starter").order_by("-given_at", "-pk").first()


def waiting_handover(request: Request) -> Handover | None:
    """The hand-over that was asked for this question and has no answer yet."""
    waiting = request.handovers.filter(state=HANDOVER_ASKED).select_related("to_desk")
    return waiting.order_by("pk").first()


def light_contacts_on(desk: Desk, at: datetime) -> int:
    """How many "vraagjes" a desk counted on the local day of ``at``."""
    today = start_of_day(local_day(at))
    return LightContact.objects.filter(desk=desk, at__gte=today, at__lte=at).count()
