"""That somebody signed a plan as it stood, as they could read it then."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.files.models import StoredFile
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.documents.models import Document
from kring.support.plans.models import Revision


class Way(models.TextChoices):
    """How it was signed."""

    SCREEN = "screen", _("op het scherm")
    PAPER = "paper", _("op papier")


class Signature(Keyed):
    """One signature under one revision, by one person.

    ``file`` is the PDF as this person could read it, with its SHA-256; ``scan`` the signed paper.
    ``read_items`` are the inner numbers of the items that stand in it, so that nobody else is given
    what they may not read, also when some of it was erased since.
    """

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=6, choices=Way.choices)
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="signature")
    scan = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    read_items = models.JSONField(default=list)
    signed_at = models.DateTimeField()
    kept_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            one_of_choices("signature", "way", Way.values),
            models.UniqueConstraint(fields=["revision", "person"], name="signature_once"),
            models.CheckConstraint(
                condition=Q(way=Way.SCREEN, scan__isnull=True) | Q(way=Way.PAPER),
                name="signature_on_screen_has_no_scan",
            ),
        ]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "revision": Privacy.LINK,
            "person": Privacy.LINK,
            "way": Privacy.CONTENT,
            "file": Privacy.LINK,
            "scan": Privacy.LINK,
            "read_items": Privacy.LINK,
            "signed_at": Privacy.CONTENT,
            "kept_by": Privacy.WORKER,
        }
