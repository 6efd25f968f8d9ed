"""That something about a person was shared with somebody who did not know it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person


class Sharing(Keyed):
    """What went to whom, why it was necessary, in whose interest, and what the person said.

    Ground: decree on integral youth help, articles 72 to 74: only what is necessary, only in the
    interest of the person, and consent sought as far as possible. ``legal_basis`` and
    ``receiver_kind`` are codes of ``data/legal_bases.csv`` and ``data/receivers.csv``: the articles
    are data, because they are renumbered. Without a yes it says why.
    """

    class Asked(models.TextChoices):
        YES = "yes", _("gevraagd: ja")
        NO = "no", _("gevraagd: nee")
        NOT_ASKED = "not_asked", _("niet gevraagd")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="sharings")
    from_organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    receiver = models.CharField(max_length=200, blank=True)
    receiver_kind = models.CharField(max_length=20)
    what = models.CharField(max_length=400)
    necessary_because = models.CharField(max_length=400)
    in_the_interest_of = models.CharField(max_length=200)
    consent_asked = models.CharField(max_length=10, choices=Asked.choices)
    without_consent_because = models.CharField(max_length=400, blank=True)
    legal_basis = models.CharField(max_length=30)
    shared_at = models.DateTimeField()
    shared_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(consent_asked="yes") | ~Q(without_consent_because=""),
                name="sharing_says_why_without_consent",
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | ~Q(receiver=""),
                name="sharing_names_the_receiver",
            ),
        ]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "person": Privacy.LINK,
            "from_organisation": Privacy.CONTENT,
            "organisation": Privacy.CONTENT,
            "receiver": Privacy.CONTENT,
            "receiver_kind": Privacy.CONTENT,
            "what": Privacy.CONTENT,
            "necessary_because": Privacy.CONTENT,
            "in_the_interest_of": Privacy.CONTENT,
            "consent_asked": Privacy.CONTENT,
            "without_consent_because": Privacy.CONTENT,
            "legal_basis": Privacy.CONTENT,
            "shared_at": Privacy.TECHNICAL,
            "shared_by": Privacy.WORKER,
        }
