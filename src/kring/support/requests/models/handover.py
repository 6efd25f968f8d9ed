"""A warm hand-over: asked of another desk, and only a yes moves the question."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.registry.network.models import Desk, Worker
from kring.support.requests.models.request import Request
from kring.support.requests.states import HANDOVER, HANDOVER_ASKED, REFUSED


class RefusalReason(models.TextChoices):
    """Why a desk does not take a question over."""

    NO_ROOM = "no_room", _("geen plaats op dit moment")
    OUTSIDE_TERRITORY = "outside_territory", _("buiten ons werkgebied")
    OTHER_HELP_FITS = "other_help_fits", _("andere hulp past beter")
    ALREADY_HELPED = "already_helped", _("er loopt al hulp")
    MORE_NEEDED = "more_needed", _("eerst meer informatie nodig")


class Handover(Keyed):
    """That a desk was asked to take a question over, and what it said."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="handovers")
    from_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="handovers_out")
    to_desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="handovers_in")
    asked_by = models.ForeignKey(
        Worker, null=True, on_delete=models.PROTECT, related_name="handovers_asked"
    )
    state = models.CharField(max_length=10, default=HANDOVER_ASKED)
    words = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    remind_at = models.DateTimeField()
    return_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Worker, null=True, on_delete=models.PROTECT, related_name="handovers_settled"
    )
    refusal_reason = models.CharField(max_length=20, choices=RefusalReason.choices, blank=True)
    refusal_words = models.TextField(blank=True)
    call_me = models.BooleanField(default=False)

    class Meta:
        constraints = [
            one_of_choices("handover", "state", HANDOVER.states),
            models.UniqueConstraint(
                fields=["request"], condition=Q(state=HANDOVER_ASKED), name="handover_one_asked"
            ),
            models.CheckConstraint(
                condition=~Q(state=REFUSED) | (~Q(refusal_reason="") & ~Q(refusal_words="")),
                name="handover_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(from_desk=models.F("to_desk")), name="handover_to_another"
            ),
        ]
        indexes = [
            models.Index(
                fields=["to_desk", "return_at"],
                condition=Q(state=HANDOVER_ASKED),
                name="handover_waiting",
            ),
            models.Index(
                fields=["from_desk", "return_at"],
                condition=Q(state=HANDOVER_ASKED),
                name="handover_sent",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = dict.fromkeys(
            "key state asked_at remind_at return_at reminded_at settled_at call_me".split(),
            Privacy.TECHNICAL,
        ) | {
            "request": Privacy.LINK,
            "from_desk": Privacy.CONTENT,
            "to_desk": Privacy.CONTENT,
            "asked_by": Privacy.WORKER,
            "settled_by": Privacy.WORKER,
            "words": Privacy.CONTENT,
            "refusal_reason": Privacy.CONTENT,
            "refusal_words": Privacy.CONTENT,
        }


class AnswerLink(models.Model):
    """A link in a mail with which the receiver answers once, without an account."""

    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "message"
        privacy = dict.fromkeys("created_at expires_at opened_at used_at".split(), Privacy.TECHNICAL) | {
            "handover": Privacy.LINK,
            "token_hash": Privacy.SECRET,
        }
