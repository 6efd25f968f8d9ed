"""Terms and limits as dated data."""

from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.constraints import period_in_order


class Term(models.Model):
    """One term or limit of law or practice in a period of days ``[valid_from, valid_until)``.

    ``value`` is an ISO 8601 duration, a number of working days as ``3WD``, or a plain number;
    ``ground`` names its source, ``sourced`` says whether that source was read.
    """

    code = models.CharField(max_length=40)
    name = models.JSONField()
    value = models.CharField(max_length=20)
    ground = models.CharField(max_length=300)
    sourced = models.BooleanField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="term_one_start"),
            period_in_order("term", "valid_from", "valid_until"),
        ]

    class Facts:
        mutability = Mutability.REFERENCE
        retention = "reference"
        privacy = {
            "code": Privacy.NONE,
            "name": Privacy.NONE,
            "value": Privacy.NONE,
            "ground": Privacy.NONE,
            "sourced": Privacy.NONE,
            "valid_from": Privacy.NONE,
            "valid_until": Privacy.NONE,
        }

    def __str__(self) -> str:
        return f"{self.code} = {self.value}"
