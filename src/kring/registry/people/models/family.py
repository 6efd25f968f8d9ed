"""Families as people name themselves, who belongs to them, and the ties between persons."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet, Versioned
from kring.foundation.records.constraints import period_in_order
from kring.registry.people.models.person import Person


class Family(Keyed, Versioned):
    """A family as its people name it: not a household of the register; a child may be in two."""

    name = models.CharField(max_length=120)
    search_name = models.CharField(max_length=120, db_index=True)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "name": Privacy.IDENTITY,
            "search_name": Privacy.IDENTITY,
            "created_at": Privacy.TECHNICAL,
            "closed_at": Privacy.TECHNICAL,
        }


class FamilyMembership(Keyed, Period):
    """That a person belongs to a family, in a role, for a period."""

    class Role(models.TextChoices):
        PARENT = "parent", _("ouder")
        CHILD = "child", _("kind")
        YOUNG_ADULT = "young_adult", _("jongvolwassene")
        OTHER = "other", _("huisgenoot")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role.choices)
    objects = PeriodQuerySet["FamilyMembership"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["family", "person"],
                condition=Q(ends_at__isnull=True),
                name="family_membership_running_once",
            ),
            period_in_order("family_membership"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "family": Privacy.LINK,
            "person": Privacy.LINK,
            "role": Privacy.IDENTITY,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }


class RelationType(models.TextChoices):
    """Types of relation between persons: the list of the OSLO Kindfiche (recognised 19 March 2024)."""

    MOTHER = "moeder", _("moeder")
    FATHER = "vader", _("vader")
    CO_MOTHER = "meemoeder", _("meemoeder")
    CO_FATHER = "meevader", _("meevader")
    STEP_MOTHER = "plusmoeder", _("plusmoeder")
    STEP_FATHER = "plusvader", _("plusvader")
    FOSTER_MOTHER = "pleegmoeder", _("pleegmoeder")
    FOSTER_FATHER = "pleegvader", _("pleegvader")
    GUARDIAN = "voogd", _("voogd")
    GRANDPARENT = "grootouder", _("grootouder")
    NEIGHBOUR = "buur", _("buur")
    HELPER = "hulpverlener", _("hulpverlener")
    SOCIAL_WORKER = "maatschappelijk_werker", _("maatschappelijk werker")
    BRIDGE_PERSON = "brugfiguur", _("brugfiguur")
    TRUSTED_PERSON = "vertrouwenspersoon", _("vertrouwenspersoon")
    SUPPORT_FIGURE = "steunfiguur", _("steunfiguur")
    SIBLING = "broer_zus", _("broer of zus")
    PARTNER = "partner", _("partner")


class Relation(Keyed, Period):
    """``person`` is the <type> of ``to``: typed, directed, for a period, with its legal ground."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relations_from")
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relations_to")
    type = models.CharField(max_length=24, choices=RelationType.choices)
    authority = models.BooleanField(null=True, blank=True)
    legal_ground = models.CharField(max_length=200, blank=True)
    objects = PeriodQuerySet["Relation"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=models.F("to")), name="relation_of_two"),
            models.UniqueConstraint(
                fields=["person", "to", "type"],
                condition=Q(ends_at__isnull=True),
                name="relation_running_once",
            ),
            period_in_order("relation"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "person": Privacy.LINK,
            "to": Privacy.LINK,
            "type": Privacy.IDENTITY,
            "authority": Privacy.CONTENT,
            "legal_ground": Privacy.CONTENT,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }
