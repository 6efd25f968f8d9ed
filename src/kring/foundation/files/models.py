"""A file that is kept: encrypted in the data folder, with its row here."""

from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed


class StoredFile(Keyed):
    """One encrypted file. Each has a key of its own, sealed here and bound to this row.

    ``place`` is its random name below the folder of files; ``size`` and ``sha256`` are of what was
    put in. A key of the installation is rotated by sealing ``sealed_key`` again: the file stays.
    """

    place = models.CharField(max_length=64, unique=True, editable=False)
    sealed_key = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(sealed_key=""), name="stored_file_sealed")
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "place": Privacy.TECHNICAL,
            "sealed_key": Privacy.SEALED,
            "size": Privacy.TECHNICAL,
            "sha256": Privacy.TECHNICAL,
            "stored_at": Privacy.TECHNICAL,
        }

    @property
    def row(self) -> str:
        """To what its key and its content are bound."""
        return f"stored_file.content:{self.key}"
