"""A file about people: a letter, a report, a signed plan, a drawing, a spoken message."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.files.models import StoredFile
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.trust.access.models import Item

ITEM_KIND = "document"


class DocumentKind(models.TextChoices):
    """What a document is. A proposal: no Flemish list is known (general knowledge, may change)."""

    LETTER = "letter", _("brief")
    REPORT = "report", _("verslag")
    CONSENT = "consent", _("toestemming op papier")
    SIGNED_PLAN = "signed_plan", _("getekend plan")
    DECISION = "decision", _("beslissing")
    DRAWING = "drawing", _("tekening of foto")
    SPOKEN = "spoken", _("gesproken bericht")
    OTHER = "other", _("iets anders")


class Document(Keyed):
    """A file and what it is called. Whom it is about, its class and who may read it its ``item`` says.

    The content lies encrypted in ``file``, with its size and SHA-256; the name that somebody gave
    the file is not kept. ``submission`` identifies one sending: sent twice, it is one document.
    """

    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="document")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="document")
    submission = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=DocumentKind.choices)
    content_type = models.CharField(max_length=80)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of_choices("document", "kind", DocumentKind.values),
            models.CheckConstraint(condition=~models.Q(title=""), name="document_has_a_title"),
        ]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "item": Privacy.LINK,
            "file": Privacy.LINK,
            "submission": Privacy.TECHNICAL,
            "title": Privacy.CONTENT,
            "kind": Privacy.CONTENT,
            "content_type": Privacy.TECHNICAL,
            "added_at": Privacy.TECHNICAL,
        }
