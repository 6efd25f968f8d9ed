"""Messages between a person and their helper, and asking to be called."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.trust.access.models import Item

ITEM_KIND = "family_message"


class FamilyMessage(Keyed):
    """One message, about the person whose talk it is; without ``from_worker`` that person wrote it.

    ``about_kind`` and ``about_key`` tie it to what it speaks of, a goal say. ``seen_at`` is when a
    helper answered it or put it away; until then it waits. ``key`` identifies one sending.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="family_messages")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="family_message")
    from_worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.TextField()
    words_language = models.CharField(max_length=8, default="nl")
    about_kind = models.CharField(max_length=20, blank=True)
    about_key = models.UUIDField(null=True, blank=True)
    sent_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="family_message_has_words"),
            models.CheckConstraint(
                condition=Q(seen_at__isnull=True, seen_by__isnull=True)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="family_message_seen_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "sent_at"], name="family_message_talk"),
            models.Index(
                fields=["person"],
                condition=Q(seen_at__isnull=True, from_worker__isnull=True),
                name="family_message_waiting",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "person": Privacy.LINK,
            "item": Privacy.LINK,
            "from_worker": Privacy.WORKER,
            "words": Privacy.CONTENT,
            "words_language": Privacy.IDENTITY,
            "about_kind": Privacy.TECHNICAL,
            "about_key": Privacy.LINK,
            "sent_at": Privacy.CONTENT,
            "seen_at": Privacy.TECHNICAL,
            "seen_by": Privacy.WORKER,
        }


class CallAsked(Keyed):
    """A person asks to be called from ``after`` on; the task itself is a message of the outbox."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="calls_asked")
    asked_at = models.DateTimeField()
    after = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "-asked_at"], name="call_asked_latest")]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "person": Privacy.LINK,
            "asked_at": Privacy.CONTENT,
            "after": Privacy.CONTENT,
        }
