"""What else is said of a service, a place or an organisation: hours, tongues, money, people."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability
from kring.foundation.records.constraints import exactly_one_of, one_of_choices, period_in_order
from kring.offer.directory.models.codes import Repeats, for_everybody
from kring.offer.directory.models.locations import Location
from kring.offer.directory.models.organizations import Organization
from kring.offer.directory.models.parts import PART, Part
from kring.offer.directory.models.services import Service, ServiceAtLocation


class Schedule(Part):
    """Opening hours by the recurrence rules of RFC 5545, local time.

    Days run from ``dtstart`` up to and with ``until``, or ``count`` times; the rule itself holds in
    ``[valid_from, valid_to]``. Without ``freq`` it is opened once, on ``dtstart``. A ``closes_at``
    that is not after ``opens_at`` lies on the next day; without hours it is the whole day.
    """

    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.CASCADE, related_name="schedules"
    )
    location = models.ForeignKey(
        Location, null=True, blank=True, on_delete=models.CASCADE, related_name="schedules"
    )
    service_at_location = models.ForeignKey(
        ServiceAtLocation, null=True, blank=True, on_delete=models.CASCADE, related_name="schedules"
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    dtstart = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    count = models.PositiveSmallIntegerField(null=True, blank=True)
    freq = models.CharField(max_length=7, choices=Repeats.choices, blank=True)
    interval = models.PositiveSmallIntegerField(default=1)
    wkst = models.CharField(max_length=2, blank=True)
    byday = models.CharField(max_length=120, blank=True)
    byweekno = models.CharField(max_length=200, blank=True)
    bymonthday = models.CharField(max_length=120, blank=True)
    byyearday = models.CharField(max_length=200, blank=True)
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    description = models.JSONField(default=dict, blank=True)
    notes = models.JSONField(default=dict, blank=True)
    schedule_link = models.URLField(max_length=500, blank=True)
    attending_type = models.CharField(max_length=120, blank=True)

    class Meta(Part.Meta):
        abstract = False
        constraints = [
            exactly_one_of("schedule", "service", "location", "service_at_location"),
            one_of_choices("schedule", "freq", ["", *Repeats.values]),
            period_in_order("schedule", "valid_from", "valid_to"),
            models.CheckConstraint(condition=Q(interval__gte=1), name="schedule_interval_counts"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(count__isnull=True),
                name="schedule_until_or_count",
            ),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(
            f"{PART} service location service_at_location valid_from valid_to dtstart until count freq "
            "interval wkst byday byweekno bymonthday byyearday opens_at closes_at description notes "
            "schedule_link attending_type"
        )


class Language(Part):
    """A language that is spoken there; ``code`` of ISO 639 where it is known."""

    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.CASCADE, related_name="languages"
    )
    location = models.ForeignKey(
        Location, null=True, blank=True, on_delete=models.CASCADE, related_name="languages"
    )
    code = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=80, blank=True)
    note = models.JSONField(default=dict, blank=True)

    class Meta(Part.Meta):
        abstract = False
        constraints = [exactly_one_of("language", "service", "location")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(f"{PART} service location code name note")


class CostOption(Part):
    """What it costs, for whom (``option``), in ``[valid_from, valid_to]``."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="cost_options")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    option = models.JSONField(default=dict, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    amount_description = models.JSONField(default=dict, blank=True)

    class Meta(Part.Meta):
        abstract = False
        constraints = [
            period_in_order("cost_option", "valid_from", "valid_to"),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0), name="cost_option_is_no_gift"
            ),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(
            f"{PART} service valid_from valid_to option currency amount amount_description"
        )


class RequiredDocument(Part):
    """A paper one has to bring."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="required_documents")
    document = models.JSONField(default=dict, blank=True)
    uri = models.URLField(max_length=500, blank=True)

    class Meta(Part.Meta):
        abstract = False

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(f"{PART} service document uri")


class Contact(Part):
    """Whom to ask, by function rather than by name; made public by the one who is named.

    ``phones`` are phone objects of HSDS.
    """

    organization = models.ForeignKey(
        Organization, null=True, blank=True, on_delete=models.CASCADE, related_name="contacts"
    )
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.CASCADE, related_name="contacts"
    )
    location = models.ForeignKey(
        Location, null=True, blank=True, on_delete=models.CASCADE, related_name="contacts"
    )
    service_at_location = models.ForeignKey(
        ServiceAtLocation, null=True, blank=True, on_delete=models.CASCADE, related_name="contacts"
    )
    name = models.CharField(max_length=200, blank=True)
    title = models.JSONField(default=dict, blank=True)
    department = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phones = models.JSONField(default=list, blank=True)

    class Meta(Part.Meta):
        abstract = False
        constraints = [
            exactly_one_of("contact", "organization", "service", "location", "service_at_location")
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(
            f"{PART} organization service location service_at_location name title department email "
            "phones"
        )


class Phone(Part):
    """A telephone number, as it is dialled in Belgium or with its country."""

    organization = models.ForeignKey(
        Organization, null=True, blank=True, on_delete=models.CASCADE, related_name="phones"
    )
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.CASCADE, related_name="phones"
    )
    location = models.ForeignKey(
        Location, null=True, blank=True, on_delete=models.CASCADE, related_name="phones"
    )
    service_at_location = models.ForeignKey(
        ServiceAtLocation, null=True, blank=True, on_delete=models.CASCADE, related_name="phones"
    )
    number = models.CharField(max_length=60)
    extension = models.PositiveIntegerField(null=True, blank=True)
    type = models.CharField(max_length=40, blank=True)
    description = models.JSONField(default=dict, blank=True)

    class Meta(Part.Meta):
        abstract = False
        constraints = [
            exactly_one_of("phone", "organization", "service", "location", "service_at_location"),
            models.CheckConstraint(condition=~Q(number=""), name="phone_has_a_number"),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(
            f"{PART} organization service location service_at_location number extension type description"
        )
