"""Desks: where a question lies. Each has hours, a territory and people on duty."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet, Versioned
from kring.foundation.records.constraints import period_in_order
from kring.registry.network.models.organisations import Organisation
from kring.registry.network.models.partnerships import Partnership
from kring.registry.network.models.workers import Worker
from kring.registry.places.models import Municipality


class Desk(Keyed, Versioned):
    """A counter, intake team or back desk that can hold questions.

    It is run by an ``organisation`` and works within a ``region`` (the partnership whose promise
    its questions count for). ``first_for_public`` desks receive web questions of their territory
    before others; the one ``fallback`` desk receives what lies outside every territory.
    """

    class Kind(models.TextChoices):
        COUNTER = "counter", _("balie")
        INTAKE = "intake", _("aanmeldingsteam")
        SERVICE = "service", _("dienst")
        CRISIS = "crisis", _("crisismeldpunt")

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="desks")
    region = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="desks")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    first_for_public = models.BooleanField(default=False)
    fallback = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["fallback"],
                condition=Q(fallback=True, closed_at__isnull=True),
                name="desk_one_fallback",
            )
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = dict.fromkeys(
            "name kind organisation region email phone first_for_public fallback closed_at".split(),
            Privacy.NONE,
        ) | {"key": Privacy.TECHNICAL, "version": Privacy.TECHNICAL}

    def __str__(self) -> str:
        return self.name


class DeskArea(Period):
    """A municipality a desk serves for a period."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="areas")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    objects = PeriodQuerySet["DeskArea"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["desk", "municipality"],
                condition=Q(ends_at__isnull=True),
                name="desk_area_running_once",
            ),
            period_in_order("desk_area"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = dict.fromkeys("desk municipality starts_at ends_at".split(), Privacy.NONE)


class OpeningHours(models.Model):
    """Hours of a desk on one weekday (Monday is 0), local time."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closes__gt=models.F("opens")), name="opening_hours_in_order"
            ),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="opening_hours_weekday"),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = dict.fromkeys("desk weekday opens closes".split(), Privacy.NONE)


class Duty(Keyed, Period):
    """That a worker is on the list of a desk for a period: they see and may take its questions."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="duties")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="duties")
    objects = PeriodQuerySet["Duty"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["desk", "worker"],
                condition=Q(ends_at__isnull=True),
                name="duty_running_once",
            ),
            period_in_order("duty"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "worker"
        privacy = dict.fromkeys("desk worker starts_at ends_at".split(), Privacy.WORKER) | {
            "key": Privacy.TECHNICAL
        }
