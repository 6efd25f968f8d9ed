"""Offers that are no use without each other."""

from django.db import models
from django.db.models import F, Q

from kring.foundation.classes.facts import Mutability
from kring.foundation.records.bases import Keyed
from kring.offer.directory.models.codes import for_everybody
from kring.offer.directory.models.services import Service


class LinkedOffer(models.Model):
    """Two services that go together, like an integration course and the childcare beside it.

    Both have room or neither is offered; which of the two stands first says nothing.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="linked_to")
    beside = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="linked_from")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "beside"], name="linked_offer_once"),
            models.CheckConstraint(condition=~Q(service=F("beside")), name="linked_offer_is_another"),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("service beside")


class LinkProposal(Keyed):
    """That the owner of ``service`` asks the owner of ``beside`` to let the two go together.

    It binds nobody until that owner says yes; answered or taken back it is gone, the journal tells.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="link_proposed")
    beside = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="link_asked")
    proposed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "beside"], name="link_proposal_once"),
            models.CheckConstraint(condition=~Q(service=F("beside")), name="link_proposal_is_another"),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("key service beside proposed_at")
