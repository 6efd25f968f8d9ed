"""Ties: somebody of the own network of a family, as they name them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet, Versioned
from kring.foundation.records.constraints import one_of_choices, period_in_order
from kring.registry.people.models import Family
from kring.trust.access.models import Item


class Ring(models.TextChoices):
    """How near somebody stands."""

    NEAR = "near", _("dicht bij ons")
    FAR = "far", _("verder weg")


class Strength(models.TextChoices):
    """How strong a tie is."""

    STRONG = "strong", _("sterk")
    USUAL = "usual", _("gewoon")
    WEAK = "weak", _("zwak")


class Nature(models.TextChoices):
    """What a tie does."""

    HELPS = "helps", _("geeft steun")
    BOTH = "both", _("geeft en krijgt steun")
    TENSE = "tense", _("geeft spanning")
    BROKEN = "broken", _("is verbroken")


class Tie(Keyed, Versioned, Period):
    """Somebody of the own network. Whose network it is its item says (``Item.subjects``)."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="ties")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="tie")
    name = models.CharField(max_length=80)
    bond = models.CharField(max_length=40, blank=True)
    ring = models.CharField(max_length=4, choices=Ring.choices, default=Ring.NEAR)
    strength = models.CharField(max_length=6, choices=Strength.choices, default=Strength.USUAL)
    nature = models.CharField(max_length=6, choices=Nature.choices, default=Nature.HELPS)
    objects = PeriodQuerySet["Tie"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="tie_has_a_name"),
            one_of_choices("tie", "ring", Ring.values),
            one_of_choices("tie", "strength", Strength.values),
            one_of_choices("tie", "nature", Nature.values),
            period_in_order("tie"),
        ]
        indexes = [models.Index(fields=["family", "starts_at"], name="tie_of_family")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "family": Privacy.LINK,
            "item": Privacy.LINK,
            "name": Privacy.IDENTITY,
            "bond": Privacy.CONTENT,
            "ring": Privacy.CONTENT,
            "strength": Privacy.CONTENT,
            "nature": Privacy.CONTENT,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }
