"""Workers, the roles they hold, and who stands in when they are away."""

from django.conf import settings
from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet, Versioned
from kring.foundation.records.constraints import period_in_order
from kring.registry.network.models.organisations import Organisation
from kring.registry.network.models.partnerships import Partnership


class RoleType(models.Model):
    """A role of the catalogue; ``grants`` lists what it may do (``trust.access`` reads it)."""

    code = models.CharField(max_length=30, unique=True)
    name = models.JSONField()
    grants = models.JSONField(default=list)

    class Facts:
        mutability = Mutability.REFERENCE
        retention = "reference"
        privacy = {"code": Privacy.NONE, "name": Privacy.NONE, "grants": Privacy.NONE}


class RoleLabel(models.Model):
    """What one partnership calls a role: gezinscoach, plan-trekker, procesbegeleider…"""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="role_labels")
    role = models.ForeignKey(RoleType, on_delete=models.PROTECT)
    name = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partnership", "role"], name="role_label_once")]

    class Facts:
        mutability = Mutability.REFERENCE
        retention = "network"
        privacy = {"partnership": Privacy.NONE, "role": Privacy.NONE, "name": Privacy.NONE}


class Worker(Keyed, Versioned):
    """A person at work in the network. What they may see follows from roles and involvement."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT
    )
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "worker"
        privacy = dict.fromkeys("account name email phone left_at".split(), Privacy.WORKER) | {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
        }

    def __str__(self) -> str:
        return self.name


class WorkerRole(Keyed, Period):
    """That a worker holds a role for an organisation (and for one of its partnerships)."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="roles")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    partnership = models.ForeignKey(Partnership, null=True, blank=True, on_delete=models.PROTECT)
    role = models.ForeignKey(RoleType, on_delete=models.PROTECT)
    objects = PeriodQuerySet["WorkerRole"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "organisation", "partnership", "role"],
                condition=models.Q(ends_at__isnull=True),
                name="worker_role_running_once",
            ),
            models.UniqueConstraint(
                fields=["worker", "organisation", "role"],
                condition=models.Q(ends_at__isnull=True, partnership__isnull=True),
                name="worker_role_general_once",
            ),
            period_in_order("worker_role"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "worker"
        privacy = dict.fromkeys(
            "worker organisation partnership role starts_at ends_at".split(), Privacy.WORKER
        ) | {"key": Privacy.TECHNICAL}


class Absence(Keyed, Period):
    """A worker is away; the deputy does the work meanwhile."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="absences")
    deputy = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="deputising"
    )
    objects = PeriodQuerySet["Absence"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(worker=models.F("deputy")), name="absence_deputy_is_another"
            ),
            period_in_order("absence"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "worker"
        privacy = dict.fromkeys("worker deputy starts_at ends_at".split(), Privacy.WORKER) | {
            "key": Privacy.TECHNICAL
        }
