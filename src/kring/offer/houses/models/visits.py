"""Who came by at a House: counted, never known."""

from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.offer.directory.models import Pillar
from kring.offer.houses.models.codes import AgeBand, Spoken, VisitKind
from kring.offer.houses.models.houses import House
from kring.registry.places.models import Municipality


class WalkIn(Keyed):
    """A light contact at the walk-in desk, for one pillar. No name, no file, no words.

    What is not known stays empty. Figures show no number under ``small_cell_limit``.
    """

    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="walk_ins")
    pillar = models.CharField(max_length=10, choices=Pillar.choices)
    kind = models.CharField(max_length=10, choices=VisitKind.choices)
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    age_band = models.CharField(max_length=10, choices=AgeBand.choices, blank=True)
    language = models.CharField(max_length=10, choices=Spoken.choices, blank=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            one_of_choices("walk_in", "pillar", Pillar.values),
            one_of_choices("walk_in", "kind", VisitKind.values),
            one_of_choices("walk_in", "age_band", ["", *AgeBand.values]),
            one_of_choices("walk_in", "language", ["", *Spoken.values]),
        ]
        indexes = [models.Index(fields=["house", "at"], name="walk_in_of_house")]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "light_contact"
        privacy = dict.fromkeys(
            "house pillar kind municipality age_band language at".split(), Privacy.NONE
        ) | {"key": Privacy.TECHNICAL}
