"""Unmet need: what was asked and could not be given, kept so that it can be added up."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import period_in_order
from kring.registry.network.models import Partnership
from kring.registry.people.models import Family
from kring.registry.places.models import Municipality


class UnmetReason(models.TextChoices):
    """Why help could not be given; general knowledge of the field, so the list may change."""

    NO_FREE_PLACE = "no_free_place", _("geen vrije plaats")
    NO_PLACE_FOR_AGE = "no_place_for_age", _("geen plaats voor deze leeftijd")
    NOT_SUITED = "not_suited", _("aanbod past niet")
    OUTSIDE_REGION = "outside_region", _("buiten de regio")
    SIBLINGS_TOGETHER = "siblings_together", _("broers en zussen kunnen niet samen")
    NO_OFFER = "no_offer", _("dit aanbod bestaat hier niet")
    NO_AGREEMENT = "no_agreement", _("geen akkoord van de betrokkenen")
    UNREACHABLE = "unreachable", _("niet meer bereikbaar")


class UnmetNeed(Keyed, Period):
    """One need that was not met; ``ends_at`` is set when help came after all.

    A family is counted once however many of its questions end this way.
    """

    request_key = models.UUIDField(unique=True)
    family = models.ForeignKey(Family, null=True, blank=True, on_delete=models.PROTECT)
    region = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT)
    reason = models.CharField(max_length=20, choices=UnmetReason.choices)
    words = models.TextField(blank=True)
    instead = models.TextField(blank=True)
    objects = PeriodQuerySet["UnmetNeed"].as_manager()

    class Meta:
        constraints = [period_in_order("unmet_need")]
        indexes = [
            models.Index(
                fields=["region", "starts_at"], condition=Q(ends_at__isnull=True), name="unmet_open"
            )
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "request_key": Privacy.LINK,
            "family": Privacy.LINK,
            "region": Privacy.NONE,
            "municipality": Privacy.PLACE,
            "reason": Privacy.CONTENT,
            "words": Privacy.CONTENT,
            "instead": Privacy.CONTENT,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }
