"""Persons: known by name, by nickname, not yet born, or not known at all."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.registry.places.models import Municipality


class Person(Keyed, Versioned):
    """A human being the network speaks with or about.

    Everything may be unknown. An unborn child has an expected date instead of a birth date. With
    ``protected_address`` the municipality and all that follows from it has that data class.
    """

    given_name = models.CharField(max_length=80, blank=True)
    family_name = models.CharField(max_length=80, blank=True)
    nickname = models.CharField(max_length=80, blank=True)
    search_name = models.CharField(max_length=250, blank=True, db_index=True)
    birth_date = models.DateField(null=True, blank=True)
    expected_birth_date = models.DateField(null=True, blank=True)
    gender = models.CharField(max_length=20, blank=True)
    preferred_language = models.CharField(max_length=8, blank=True)
    known_languages = models.JSONField(default=list, blank=True)
    interpreter_needed = models.BooleanField(default=False)
    protected_address = models.BooleanField(default=False)
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT)
    sealed_address = models.TextField(blank=True)
    sealed_national_number = models.TextField(blank=True)
    national_number_index = models.CharField(max_length=64, null=True, blank=True, unique=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_date__isnull=True) | Q(expected_birth_date__isnull=True),
                name="person_born_or_expected",
            )
        ]
        indexes = [models.Index(fields=["birth_date", "search_name"], name="person_birth_name")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "given_name": Privacy.IDENTITY,
            "family_name": Privacy.IDENTITY,
            "nickname": Privacy.IDENTITY,
            "search_name": Privacy.IDENTITY,
            "birth_date": Privacy.IDENTITY,
            "expected_birth_date": Privacy.IDENTITY,
            "gender": Privacy.IDENTITY,
            "preferred_language": Privacy.IDENTITY,
            "known_languages": Privacy.IDENTITY,
            "interpreter_needed": Privacy.IDENTITY,
            "protected_address": Privacy.PLACE,
            "municipality": Privacy.PLACE,
            "sealed_address": Privacy.SEALED,
            "sealed_national_number": Privacy.SEALED,
            "national_number_index": Privacy.SECRET,
            "created_at": Privacy.TECHNICAL,
        }

    @property
    def name(self) -> str:
        """How we speak of this person: the nickname, else the names we know."""
        return self.nickname or f"{self.given_name} {self.family_name}".strip()


class ContactChannel(Keyed):
    """A way to reach a person that they called safe, with its hours and what to say to others."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("telefoon")
        SMS = "sms", _("sms")
        EMAIL = "email", _("e-mail")
        COMES_BACK = "comes_back", _("komt terug")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="channels")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    value = models.CharField(max_length=254, blank=True)
    safe = models.BooleanField(default=False)
    hours = models.CharField(max_length=120, blank=True)
    say_to_others = models.CharField(max_length=200, blank=True)
    preferred = models.BooleanField(default=False)
    ends_at = models.DateTimeField(null=True, blank=True)

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "person": Privacy.LINK,
            "kind": Privacy.IDENTITY,
            "value": Privacy.IDENTITY,
            "safe": Privacy.IDENTITY,
            "hours": Privacy.IDENTITY,
            "say_to_others": Privacy.IDENTITY,
            "preferred": Privacy.TECHNICAL,
            "ends_at": Privacy.TECHNICAL,
        }
