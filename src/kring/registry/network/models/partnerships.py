"""Partnerships of any kind: who takes part, where, recognised for what."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet, Versioned
from kring.foundation.records.constraints import exactly_one_of, period_in_order
from kring.registry.network.models.organisations import Organisation
from kring.registry.places.models import Municipality


class PartnershipKind(models.TextChoices):
    """Kinds of cooperation; names of programmes change, so labels are local."""

    ONE_FAMILY_ONE_PLAN = "1g1p", _("1 Gezin 1 Plan")
    HOUSE_OF_THE_CHILD = "hvhk", _("Huis van het Kind")
    PROJECT = "project", _("project")
    CRISIS_NETWORK = "crisis", _("crisisnetwerk")


class Partnership(Keyed, Versioned):
    """A regional or local partnership: a territory, a lead partner, members."""

    name = models.CharField(max_length=200)
    search_name = models.CharField(max_length=200, db_index=True)
    kind = models.CharField(max_length=12, choices=PartnershipKind.choices)
    note = models.TextField(blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [period_in_order("partnership", "starts_on", "ends_on")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = dict.fromkeys("name search_name kind note starts_on ends_on".split(), Privacy.NONE) | {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
        }

    def __str__(self) -> str:
        return self.name


class PartnershipArea(Period):
    """A municipality in the territory of a partnership for a period."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="areas")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    approximated = models.BooleanField(default=False)
    objects = PeriodQuerySet["PartnershipArea"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "municipality"],
                condition=Q(ends_at__isnull=True),
                name="partnership_area_running_once",
            ),
            period_in_order("partnership_area"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = dict.fromkeys(
            "partnership municipality approximated starts_at ends_at".split(), Privacy.NONE
        )


class PartnershipMember(Keyed, Period):
    """That an organisation takes part in a partnership, in a role, for a period."""

    class Role(models.TextChoices):
        LEAD = "lead", _("kernpartner")
        MEMBER = "member", _("partner")

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="members")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="partnerships")
    role = models.CharField(max_length=8, choices=Role.choices)
    objects = PeriodQuerySet["PartnershipMember"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "organisation", "role"],
                condition=Q(ends_at__isnull=True),
                name="partnership_member_running_once",
            ),
            period_in_order("partnership_member"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = dict.fromkeys(
            "partnership organisation role starts_at ends_at".split(), Privacy.NONE
        ) | {"key": Privacy.TECHNICAL}


class Recognition(Keyed, Period):
    """A title that government gave to an organisation or partnership, with its dates and ground."""

    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="recognitions"
    )
    partnership = models.ForeignKey(
        Partnership, null=True, blank=True, on_delete=models.PROTECT, related_name="recognitions"
    )
    title = models.CharField(max_length=120)
    ground = models.CharField(max_length=200, blank=True)
    objects = PeriodQuerySet["Recognition"].as_manager()

    class Meta:
        constraints = [
            exactly_one_of("recognition", "organisation", "partnership"),
            period_in_order("recognition"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = dict.fromkeys(
            "organisation partnership title ground starts_at ends_at".split(), Privacy.NONE
        ) | {"key": Privacy.TECHNICAL}
