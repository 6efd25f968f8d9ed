"""A House of the Child: a partnership that families can walk into."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet, Versioned
from kring.foundation.records.constraints import exactly_one_of, one_of_choices, period_in_order
from kring.offer.directory.models import Location, Pillar
from kring.offer.directory.models import Organization as Listed
from kring.offer.directory.models.codes import for_everybody
from kring.registry.network.models import Organisation, Partnership


class House(Keyed, Versioned):
    """What families read of a partnership of the kind ``hvhk``.

    Its territory (NIS codes), members and recognitions are those of the partnership, each with its
    dates. ``introduction`` is ``{nl, fr, en}``.
    """

    partnership = models.OneToOneField(Partnership, on_delete=models.PROTECT, related_name="house")
    introduction = models.JSONField(default=dict, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(max_length=500, blank=True)
    opened_at = models.DateTimeField()

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("key version partnership introduction phone email website opened_at")

    def __str__(self) -> str:
        return self.partnership.name


class HouseSite(Keyed, Period):
    """Where a House is: one place of the directory, or every place of one of its organisations."""

    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="sites")
    location = models.ForeignKey(
        Location, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    organization = models.ForeignKey(
        Listed, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    objects = PeriodQuerySet["HouseSite"].as_manager()

    class Meta:
        constraints = [
            exactly_one_of("house_site", "location", "organization"),
            models.UniqueConstraint(
                fields=["house", "location"],
                condition=Q(ends_at__isnull=True),
                name="house_site_location_once",
            ),
            models.UniqueConstraint(
                fields=["house", "organization"],
                condition=Q(ends_at__isnull=True),
                name="house_site_organization_once",
            ),
            period_in_order("house_site"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = for_everybody("key house location organization starts_at ends_at")


class PillarPartner(Keyed, Period):
    """That an organisation carries a pillar of the House, for a period."""

    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="pillar_partners")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="pillars")
    pillar = models.CharField(max_length=10, choices=Pillar.choices)
    objects = PeriodQuerySet["PillarPartner"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["house", "organisation", "pillar"],
                condition=Q(ends_at__isnull=True),
                name="pillar_partner_once",
            ),
            one_of_choices("pillar_partner", "pillar", Pillar.values),
            period_in_order("pillar_partner"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = for_everybody("key house organisation pillar starts_at ends_at")
