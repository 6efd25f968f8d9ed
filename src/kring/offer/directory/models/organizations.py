"""Who offers help, in the words of HSDS; one of the network where it is one of ours."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability
from kring.offer.directory.models.codes import for_everybody
from kring.offer.directory.models.sources import ENTRY, Entry
from kring.registry.network.models import Organisation


class Organization(Entry):
    """An organisation as the directory shows it.

    ``ours`` is the organisation of the network whose workers keep its offer; its name is theirs.
    ``name`` and ``description`` are ``{nl, fr, en}``.
    """

    ours = models.OneToOneField(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="listed"
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts"
    )
    name = models.JSONField()
    alternate_name = models.JSONField(default=dict, blank=True)
    description = models.JSONField(default=dict, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(max_length=500, blank=True)
    logo = models.URLField(max_length=500, blank=True)
    uri = models.URLField(max_length=500, blank=True)

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ours__isnull=True) | Q(source__isnull=True), name="organization_ours_is_own"
            ),
            models.CheckConstraint(
                condition=Q(ours__isnull=False) | Q(source__isnull=False),
                name="organization_ours_or_of_a_source",
            ),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(
            f"{ENTRY} ours parent name alternate_name description email website logo uri"
        )

    def __str__(self) -> str:
        return str(self.key)
