"""Where help is given: places with their addresses and what makes them accessible."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability
from kring.foundation.records.constraints import both_or_neither, one_of_choices
from kring.offer.directory.models.codes import LocationType, for_everybody
from kring.offer.directory.models.organizations import Organization
from kring.offer.directory.models.parts import PART, Part
from kring.offer.directory.models.sources import ENTRY, Entry
from kring.registry.places.models import Municipality


class Location(Entry):
    """A place of HSDS. Coordinates are degrees (WGS 84), both or neither.

    ``municipality`` is where it lies, for distance and maps; a virtual place lies nowhere.
    """

    organization = models.ForeignKey(
        Organization, null=True, blank=True, on_delete=models.PROTECT, related_name="locations"
    )
    location_type = models.CharField(
        max_length=8, choices=LocationType.choices, default=LocationType.PHYSICAL
    )
    name = models.JSONField(default=dict, blank=True)
    alternate_name = models.JSONField(default=dict, blank=True)
    description = models.JSONField(default=dict, blank=True)
    transportation = models.JSONField(default=dict, blank=True)
    url = models.URLField(max_length=500, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            one_of_choices("location", "location_type", LocationType.values),
            both_or_neither("location", "latitude", "longitude"),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="location_lies_on_earth",
            ),
            models.CheckConstraint(
                condition=~Q(location_type=LocationType.VIRTUAL) | Q(municipality__isnull=True),
                name="location_virtual_lies_nowhere",
            ),
            models.CheckConstraint(
                condition=Q(organization__isnull=False) | Q(source__isnull=False),
                name="location_own_has_an_owner",
            ),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(
            f"{ENTRY} organization location_type name alternate_name description transportation url "
            "latitude longitude municipality"
        )


class Address(Part):
    """How to write to or find a place; the territory a service covers is told by its areas."""

    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="addresses")
    address_type = models.CharField(
        max_length=8, choices=LocationType.choices, default=LocationType.PHYSICAL
    )
    attention = models.CharField(max_length=200, blank=True)
    address_1 = models.CharField(max_length=200)
    address_2 = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=120)
    region = models.CharField(max_length=120, blank=True)
    state_province = models.CharField(max_length=120, blank=True)
    postal_code = models.CharField(max_length=20)
    country = models.CharField(max_length=2, default="BE")

    class Meta(Part.Meta):
        abstract = False
        constraints = [one_of_choices("address", "address_type", LocationType.values)]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(
            f"{PART} location address_type attention address_1 address_2 city region state_province "
            "postal_code country"
        )


class Accessibility(Part):
    """What makes a place easier or harder to use: a lift, no doorstep, a ring loop."""

    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="accessibility")
    description = models.JSONField(default=dict, blank=True)
    details = models.JSONField(default=dict, blank=True)
    url = models.URLField(max_length=500, blank=True)

    class Meta(Part.Meta):
        abstract = False

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(f"{PART} location description details url")
