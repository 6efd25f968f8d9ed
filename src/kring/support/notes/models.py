"""What is written down about people: the shared story, and apart from it the own working note."""

import uuid

from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.registry.network.models import Worker
from kring.registry.people.models import Family
from kring.trust.access.models import Item

ITEM_KIND = "note"


class Note(Keyed, Versioned):
    """Words about people. Whom it is about, its class and who may read it stand on its ``item``.

    A note with a private item is a working note of its author. ``submission`` identifies one
    sending of the form: sent twice, it is one note.
    """

    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="note")
    submission = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    words = models.TextField()
    words_language = models.CharField(max_length=8, default="nl")
    written_at = models.DateTimeField()
    corrected_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="note_has_words")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "item": Privacy.LINK,
            "submission": Privacy.TECHNICAL,
            "words": Privacy.CONTENT,
            "words_language": Privacy.IDENTITY,
            "written_at": Privacy.TECHNICAL,
            "corrected_at": Privacy.TECHNICAL,
        }


class NoteDraft(Keyed):
    """What a worker is writing about a family and did not keep yet; nobody else reads it.

    ``chosen`` holds the other fields of the form as codes and keys, no words.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="note_drafts")
    words = models.TextField()
    chosen = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["worker", "family"], name="note_draft_one"),
            models.CheckConstraint(condition=~models.Q(words=""), name="note_draft_has_words"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "worker": Privacy.WORKER,
            "family": Privacy.LINK,
            "words": Privacy.CONTENT,
            "chosen": Privacy.LINK,
            "saved_at": Privacy.TECHNICAL,
        }
