"""Municipalities, postcodes and care zones of Belgium, with their history."""

from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.constraints import period_in_order


class Province(models.Model):
    """A province, or Brussels, which has none."""

    nis = models.CharField(max_length=5, unique=True)
    name = models.JSONField()

    class Facts:
        mutability = Mutability.REFERENCE
        retention = "reference"
        privacy = {"nis": Privacy.NONE, "name": Privacy.NONE}


class Municipality(models.Model):
    """A municipality in the days ``[valid_from, valid_until)``; a merged one names its successor."""

    nis = models.CharField(max_length=5, unique=True)
    name_nl = models.CharField(max_length=80)
    name_fr = models.CharField(max_length=80)
    search_nl = models.CharField(max_length=80, db_index=True)
    search_fr = models.CharField(max_length=80, db_index=True)
    province = models.ForeignKey(Province, on_delete=models.PROTECT)
    region_nis = models.CharField(max_length=5)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    children_0_4 = models.PositiveIntegerField(null=True)
    children_5_11 = models.PositiveIntegerField(null=True)
    children_12_17 = models.PositiveIntegerField(null=True)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    successor = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="former")

    class Meta:
        constraints = [period_in_order("municipality", "valid_from", "valid_until")]

    class Facts:
        mutability = Mutability.REFERENCE
        retention = "reference"
        privacy = dict.fromkeys(
            (
                "nis name_nl name_fr search_nl search_fr province region_nis latitude longitude "
                "children_0_4 children_5_11 children_12_17 valid_from valid_until successor"
            ).split(),
            Privacy.NONE,
        )

    def __str__(self) -> str:
        return self.name_nl

    @property
    def merged_away(self) -> bool:
        """Whether it went up into another municipality."""
        return self.successor_id is not None

    @property
    def renamed_only(self) -> bool:
        """Whether its successor bears the same name, so that people need not be told."""
        return self.successor is not None and self.successor.name_nl == self.name_nl

    def name_in(self, language: str) -> str:
        """The French name for a French page, else the Dutch one."""
        return self.name_fr if language.startswith("fr") else self.name_nl


class Postcode(models.Model):
    """A postcode within one municipality; some postcodes serve two."""

    code = models.CharField(max_length=4, db_index=True)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="postcodes")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "municipality"], name="postcode_once")]

    class Facts:
        mutability = Mutability.REFERENCE
        retention = "reference"
        privacy = {"code": Privacy.NONE, "municipality": Privacy.NONE}


class CareZone(models.Model):
    """A primary-care zone (eerstelijnszone); its municipalities, some of which lie in two."""

    name = models.CharField(max_length=80, unique=True)
    municipalities = models.ManyToManyField(Municipality, related_name="care_zones")

    class Facts:
        mutability = Mutability.REFERENCE
        retention = "reference"
        privacy = {"name": Privacy.NONE, "municipalities": Privacy.NONE}

    def __str__(self) -> str:
        return self.name
