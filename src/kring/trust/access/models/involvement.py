"""Access as a fact: who is involved with whom, since when, because of what."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import exactly_one_of, period_in_order
from kring.registry.network.models import Desk, Organisation, Worker
from kring.registry.people.models import Family, Person


class Involvement(Keyed, Period):
    """A worker, a desk or an organisation takes part in the help to a family or a person alone.

    Written by the actions of upper rooms; the only ground on which a worker reads a file. A desk
    stands for those on duty there and the intake team of its region. A young person who asks alone
    is a person without a family here.
    """

    class Role(models.TextChoices):
        HOLDER = "holder", _("houdt de vraag")
        TEAM = "team", _("helpt mee")
        ANCHOR = "anchor", _("vaste begeleider")
        MEDIATOR = "mediator", _("bemiddelt")

    family = models.ForeignKey(
        Family, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements"
    )
    worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements"
    )
    desk = models.ForeignKey(
        Desk, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements"
    )
    role = models.CharField(max_length=10, choices=Role.choices)
    because = models.CharField(max_length=60)
    because_key = models.UUIDField(null=True, blank=True)
    objects = PeriodQuerySet["Involvement"].as_manager()

    class Meta:
        constraints = [
            exactly_one_of("involvement", "family", "person"),
            exactly_one_of("involvement", "worker", "desk", "organisation"),
            period_in_order("involvement"),
        ]
        indexes = [
            models.Index(
                fields=["worker", "family"],
                condition=Q(ends_at__isnull=True),
                name="involvement_worker_family",
            ),
            models.Index(
                fields=["worker", "person"],
                condition=Q(ends_at__isnull=True),
                name="involvement_worker_person",
            ),
            models.Index(fields=["because_key"], name="involvement_because"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "family": Privacy.LINK,
            "person": Privacy.LINK,
            "worker": Privacy.LINK,
            "desk": Privacy.LINK,
            "organisation": Privacy.LINK,
            "role": Privacy.CONTENT,
            "because": Privacy.CONTENT,
            "because_key": Privacy.LINK,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }


class KnownCheck(models.Model):
    """That a worker asked "is this person already known?": counted, so that it cannot be a search."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT)
    at = models.DateTimeField()
    reason = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["worker", "at"], name="known_check_by_worker")]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "access_log"
        privacy = {"worker": Privacy.WORKER, "at": Privacy.TECHNICAL, "reason": Privacy.CONTENT}
