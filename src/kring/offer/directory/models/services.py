"""Services, where they are given, for which territory and for whom."""

from django.db import models
from django.db.models import F, Q

from kring.foundation.classes.facts import Mutability
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import both_or_neither, one_of_choices
from kring.offer.directory.models.codes import (
    HelpFunction,
    LifeDomain,
    Pillar,
    Reach,
    Situation,
    WayIn,
    for_everybody,
)
from kring.offer.directory.models.locations import Location
from kring.offer.directory.models.organizations import Organization
from kring.offer.directory.models.parts import PART, Part
from kring.offer.directory.models.sources import ENTRY, Entry
from kring.offer.directory.states import ACTIVE, DEFUNCT, SERVICE

MOST_MONTHS = 12
OLDEST_MONTHS = 130 * 12


class Service(Entry):
    """Help that can be asked for. Texts are ``{nl, fr, en}``; ``state`` is ``status`` of HSDS.

    Freshness: its owner confirms every ``confirm_every`` months; after ``confirm_before`` it is
    stale. ``confirmed_at`` and ``confirmed_by`` are ``assured_date`` and ``assurer_email`` of HSDS.
    ``free_places`` is what the owner stated at ``free_places_at``, never computed.
    """

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="services")
    state = models.CharField(max_length=20, default=SERVICE.initial)
    name = models.JSONField()
    alternate_name = models.JSONField(default=dict, blank=True)
    description = models.JSONField(default=dict, blank=True)
    url = models.URLField(max_length=500, blank=True)
    email = models.EmailField(blank=True)
    application_process = models.JSONField(default=dict, blank=True)
    fees_description = models.JSONField(default=dict, blank=True)
    wait_time = models.JSONField(default=dict, blank=True)
    interpretation_services = models.JSONField(default=dict, blank=True)
    alert = models.JSONField(default=dict, blank=True)
    pillar = models.CharField(max_length=10, choices=Pillar.choices, blank=True)
    reach = models.CharField(max_length=13, choices=Reach.choices, blank=True)
    entry = models.CharField(max_length=6, choices=WayIn.choices, blank=True)
    confirm_every = models.PositiveSmallIntegerField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.EmailField(blank=True)
    confirm_before = models.DateTimeField(null=True, blank=True, db_index=True)
    free_places = models.PositiveSmallIntegerField(null=True, blank=True)
    free_places_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            one_of_choices("service", "state", SERVICE.states),
            one_of_choices("service", "pillar", ["", *Pillar.values]),
            one_of_choices("service", "reach", ["", *Reach.values]),
            one_of_choices("service", "entry", ["", *WayIn.values]),
            both_or_neither("service", "confirm_every", "confirm_before"),
            both_or_neither("service", "free_places", "free_places_at"),
            models.CheckConstraint(
                condition=Q(confirm_every__isnull=True)
                | Q(confirm_every__gte=1, confirm_every__lte=MOST_MONTHS),
                name="service_confirm_every_1_to_12",
            ),
            models.CheckConstraint(
                condition=Q(source__isnull=True, confirm_every__isnull=False, confirmed_at__isnull=False)
                | Q(source__isnull=False, confirm_every__isnull=True),
                name="service_own_is_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(state=DEFUNCT, withdrawn_at__isnull=False)
                | (~Q(state=DEFUNCT) & Q(withdrawn_at__isnull=True)),
                name="service_defunct_since",
            ),
        ]
        indexes = [
            models.Index(
                fields=["confirm_before"], condition=Q(state=ACTIVE), name="service_to_confirm"
            ),
            models.Index(fields=["changed_at", "version", "state", "id"], name="service_standing"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = for_everybody(
            f"{ENTRY} organization state name alternate_name description url email "
            "application_process fees_description wait_time interpretation_services alert pillar reach "
            "entry confirm_every confirmed_at confirmed_by confirm_before free_places free_places_at "
            "withdrawn_at"
        )


class ServiceAtLocation(Keyed):
    """That a service is given at a place; it may have hours and contacts of its own there."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="service_at_locations")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="service_at_locations")
    description = models.JSONField(default=dict, blank=True)
    also = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "location"], name="service_at_location_once")
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("key service location description also")


class ServiceArea(Part):
    """A territory whose families may come, wherever the address is.

    With ``extent_type`` ``nis`` the ``extent`` is the NIS code of a municipality, arrondissement,
    province, region or of Belgium (01000). A service without areas is for everybody.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="service_areas")
    name = models.JSONField(default=dict, blank=True)
    description = models.JSONField(default=dict, blank=True)
    extent = models.TextField(blank=True)
    extent_type = models.CharField(max_length=40, blank=True)
    uri = models.URLField(max_length=500, blank=True)

    class Meta(Part.Meta):
        abstract = False

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(f"{PART} service name description extent extent_type uri")


class Eligibility(models.Model):
    """For whom a service is: ages in whole months, from ``minimum_months`` until before
    ``maximum_months``; a child to be born counts where ``expecting`` is. No limit is an empty one.
    ``words`` says in plain text what the codes cannot.
    """

    service = models.OneToOneField(Service, on_delete=models.CASCADE, related_name="eligibility")
    minimum_months = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_months = models.PositiveSmallIntegerField(null=True, blank=True)
    expecting = models.BooleanField(default=False)
    words = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minimum_months__isnull=True)
                | Q(maximum_months__isnull=True)
                | Q(maximum_months__gt=F("minimum_months")),
                name="eligibility_ages_in_order",
            ),
            models.CheckConstraint(
                condition=Q(maximum_months__isnull=True) | Q(maximum_months__lte=OLDEST_MONTHS),
                name="eligibility_ages_of_people",
            ),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("service minimum_months maximum_months expecting words")


class ServiceDomain(models.Model):
    """A life domain a service is about."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="domains")
    code = models.CharField(max_length=12, choices=LifeDomain.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "code"], name="service_domain_once"),
            one_of_choices("service_domain", "code", LifeDomain.values),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("service code")


class ServiceSituation(models.Model):
    """A situation of families a service is made for."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="situations")
    code = models.CharField(max_length=20, choices=Situation.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "code"], name="service_situation_once"),
            one_of_choices("service_situation", "code", Situation.values),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("service code")


class TypeModule(models.Model):
    """The typemodule of youth help a service follows: one function, and how often (frequency),
    how much (intensity) and how long (duration), as the organisation was recognised for.
    """

    service = models.OneToOneField(Service, on_delete=models.CASCADE, related_name="typemodule")
    code = models.CharField(max_length=20)
    function = models.CharField(max_length=12, choices=HelpFunction.choices)
    frequency = models.CharField(max_length=120, blank=True)
    intensity = models.CharField(max_length=120, blank=True)
    duration = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [one_of_choices("type_module", "function", HelpFunction.values)]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("service code function frequency intensity duration")
