"""An answer: advice that was told, or who starts what and when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.registry.network.models import Organisation, Worker
from kring.support.requests.models.request import Request
from kring.support.requests.states import ANSWER, GIVEN


class AnswerKind(models.TextChoices):
    """Two ways to answer (rulebook, answer)."""

    ADVICE = "advice", _("advies")
    HELP = "help", _("hulp")


class Answer(Keyed):
    """What the asker was told. ``counted_at`` is the moment the promise was kept.

    Help counts when the service accepted or the family confirmed; advice counts when it was told
    and the asker could say that it does not answer the question.
    """

    class CountedBy(models.TextChoices):
        SERVICE = "service", _("de dienst aanvaardde")
        FAMILY = "family", _("het gezin bevestigde")
        TOLD = "told", _("het advies werd verteld")

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=8, choices=AnswerKind.choices)
    state = models.CharField(max_length=10, default=GIVEN)
    starter = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT)
    what = models.TextField()
    starts_on = models.DateField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    counted_at = models.DateTimeField(null=True, blank=True)
    counted_by = models.CharField(max_length=8, choices=CountedBy.choices, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    dispute_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            one_of_choices("answer", "state", ANSWER.states),
            models.CheckConstraint(
                condition=Q(kind=AnswerKind.ADVICE)
                | (Q(starter__isnull=False) & Q(starts_on__isnull=False)),
                name="answer_names_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(kind=AnswerKind.ADVICE, state="counted") | Q(told_at__isnull=False),
                name="answer_advice_was_told",
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(state__in=["given", "counted"]),
                name="answer_one_standing",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = dict.fromkeys(
            "key state told_at given_at counted_at settled_at".split(), Privacy.TECHNICAL
        ) | {
            "request": Privacy.LINK,
            "kind": Privacy.CONTENT,
            "starter": Privacy.CONTENT,
            "what": Privacy.CONTENT,
            "starts_on": Privacy.CONTENT,
            "given_by": Privacy.WORKER,
            "counted_by": Privacy.CONTENT,
            "dispute_words": Privacy.CONTENT,
        }
