"""The journal: what happened, in order, chained so that it cannot be bent unseen."""

from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy


class ChainHead(models.Model):
    """The last entry of one chain; locked last in a transaction, so that writers wait briefly."""

    chain = models.PositiveSmallIntegerField(primary_key=True)
    sequence = models.BigIntegerField(default=0)
    mac = models.CharField(max_length=64, default="")

    class Facts:
        mutability = Mutability.DERIVED
        retention = "journal"
        privacy = {
            "chain": Privacy.TECHNICAL,
            "sequence": Privacy.TECHNICAL,
            "mac": Privacy.TECHNICAL,
        }


class JournalEntry(models.Model):
    """The header of one deed: kept for ever, says nothing about whom it concerned.

    ``mac`` chains it to the entry before; ``payload_hash`` binds words and subjects, salted, so
    that these can be erased (leaving a veil) while the chain still verifies.
    """

    chain = models.PositiveSmallIntegerField()
    sequence = models.BigIntegerField()
    at = models.DateTimeField(db_index=True)
    actor_kind = models.CharField(max_length=10)
    actor_key = models.UUIDField(null=True, db_index=True)
    organisation_key = models.UUIDField(null=True)
    verb = models.CharField(max_length=60)
    payload_hash = models.CharField(max_length=64)
    previous_mac = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "sequence"], name="journal_one_entry_a_place")
        ]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "journal"
        privacy = {
            "chain": Privacy.TECHNICAL,
            "sequence": Privacy.TECHNICAL,
            "at": Privacy.TECHNICAL,
            "actor_kind": Privacy.TECHNICAL,
            "actor_key": Privacy.WORKER,
            "organisation_key": Privacy.WORKER,
            "verb": Privacy.TECHNICAL,
            "payload_hash": Privacy.TECHNICAL,
            "previous_mac": Privacy.TECHNICAL,
            "mac": Privacy.TECHNICAL,
        }


class JournalPayload(models.Model):
    """The words of an entry: erased with the person they are about."""

    entry = models.OneToOneField(JournalEntry, on_delete=models.PROTECT, primary_key=True)
    salt = models.CharField(max_length=32)
    body = models.JSONField()

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "journal_payload"
        privacy = {
            "entry": Privacy.LINK,
            "salt": Privacy.TECHNICAL,
            "body": Privacy.CONTENT,
        }


class JournalSubject(models.Model):
    """Whom or what an entry is about; the way back from a person to who looked."""

    entry = models.ForeignKey(JournalEntry, on_delete=models.PROTECT, related_name="subjects")
    kind = models.CharField(max_length=20)
    subject_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["subject_key", "-entry"], name="journal_by_subject")]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "journal_payload"
        privacy = {
            "entry": Privacy.LINK,
            "kind": Privacy.TECHNICAL,
            "subject_key": Privacy.LINK,
        }


class JournalVeil(models.Model):
    """What is left of erased words or of an erased subject: the hash that the entry still binds.

    Words and subjects can only be deleted from an entry that has a veil, and the erasure is itself
    an entry that names where veils were laid.
    """

    entry = models.ForeignKey(JournalEntry, on_delete=models.PROTECT, related_name="veils")
    leaf = models.CharField(max_length=64)

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "journal"
        privacy = {
            "entry": Privacy.TECHNICAL,
            "leaf": Privacy.TECHNICAL,
        }
