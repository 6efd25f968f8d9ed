"""A person's own way in, whether that is safe for another, and a worker's own circle."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import period_in_order
from kring.registry.network.models import Worker
from kring.registry.people.models import Person


class PersonAccess(Keyed, Period):
    """That a person reads their own part with an account of their own.

    Nobody but the person and who opened it may learn that it exists: it stands in no list, no
    count and no "who looked" of another.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="accesses")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="accesses"
    )
    opened_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    objects = PeriodQuerySet["PersonAccess"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ends_at__isnull=True), name="person_access_running_once"
            ),
            models.UniqueConstraint(
                fields=["account"],
                condition=Q(ends_at__isnull=True),
                name="person_access_of_one_account",
            ),
            period_in_order("person_access"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "person": Privacy.LINK,
            "account": Privacy.LINK,
            "opened_by": Privacy.WORKER,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }


class ParentSafety(Keyed, Period):
    """What the first parent said, asked alone: is it safe that the other parent reads along?

    Without a running yes the second parent has no access; a later answer ends an earlier one.
    """

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="parent_safety")
    asked = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_alone = models.BooleanField()
    safe = models.BooleanField(default=False)
    asked_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    objects = PeriodQuerySet["ParentSafety"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(safe=False) | Q(asked_alone=True), name="parent_safety_asked_alone"
            ),
            models.CheckConstraint(
                condition=~Q(asked=models.F("parent")), name="parent_safety_of_another"
            ),
            models.UniqueConstraint(
                fields=["child", "parent"],
                condition=Q(ends_at__isnull=True),
                name="parent_safety_running_once",
            ),
            period_in_order("parent_safety"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "child": Privacy.LINK,
            "asked": Privacy.LINK,
            "parent": Privacy.LINK,
            "asked_alone": Privacy.CONTENT,
            "safe": Privacy.CONTENT,
            "asked_by": Privacy.WORKER,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }


class OwnCircle(Keyed, Period):
    """That somebody belongs to a worker's own family or circle: the worker never reads about them.

    Kept as it was typed, whether anybody answers to it or not: else the list would tell who is
    known here. ``person`` follows as soon as somebody does.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="own_circle")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    given_name = models.CharField(max_length=80, blank=True)
    family_name = models.CharField(max_length=80, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    number_index = models.CharField(max_length=64, blank=True)
    objects = PeriodQuerySet["OwnCircle"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "person"],
                condition=Q(ends_at__isnull=True, person__isnull=False),
                name="own_circle_running_once",
            ),
            period_in_order("own_circle"),
        ]
        indexes = [
            models.Index(
                fields=["birth_date"],
                condition=Q(ends_at__isnull=True, person__isnull=True),
                name="own_circle_to_be_found",
            )
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "worker"
        privacy = {
            "key": Privacy.TECHNICAL,
            "worker": Privacy.WORKER,
            "person": Privacy.LINK,
            "given_name": Privacy.IDENTITY,
            "family_name": Privacy.IDENTITY,
            "birth_date": Privacy.IDENTITY,
            "number_index": Privacy.IDENTITY,
            "starts_at": Privacy.TECHNICAL,
            "ends_at": Privacy.TECHNICAL,
        }

    @property
    def name(self) -> str:
        """The name as the worker typed it."""
        return f"{self.given_name} {self.family_name}".strip()
