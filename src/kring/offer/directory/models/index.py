"""What the index of the search still has to take in."""

from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy
from kring.offer.directory.models.services import Service


class ToIndex(models.Model):
    """That a service changed since the index last held it; gone when the index has it.

    Written in the transaction of the change, so that no edit is missed: not one dated earlier, not
    one that was committed late, and not one after which everything stopped.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="+")

    class Facts:
        mutability = Mutability.DERIVED
        retention = "technical"
        privacy = {"service": Privacy.TECHNICAL}
