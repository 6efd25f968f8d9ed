"""Where an entry comes from: ours, or a feed that somebody else keeps."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability
from kring.foundation.records.bases import Keyed, Versioned
from kring.offer.directory.models.codes import for_everybody


class Source(Keyed):
    """A directory of somebody else whose entries are shown here and changed there.

    ``language`` is the one its texts are in; ``licence`` goes with every entry that is handed on.
    """

    name = models.CharField(max_length=200)
    address = models.CharField(max_length=500, unique=True)
    licence = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, default="nl")
    added_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="source_has_a_name"),
            models.CheckConstraint(
                condition=Q(language__in=("nl", "fr", "en")), name="source_language_listed"
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = for_everybody("key name address licence language added_at read_at")

    def __str__(self) -> str:
        return self.name


ENTRY = "key version source foreign_id source_digest source_seen_at added_at changed_at also"


class Entry(Keyed, Versioned):
    """An entry of the directory: own (no ``source``), or of a feed and then read-only here.

    ``foreign_id`` is its id there, whatever that looks like; ``source_seen_at`` when the feed last
    had it, ``source_digest`` what it said then. ``also`` holds what HSDS or the feed says beyond our
    fields, handed on as it was said.
    ``changed_at`` is ``last_modified`` of HSDS.
    """

    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="%(class)ss"
    )
    foreign_id = models.CharField(max_length=200, blank=True)
    source_digest = models.CharField(max_length=64, blank=True)
    source_seen_at = models.DateTimeField(null=True, blank=True)
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    also = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True
        # What tells whether anything changed is read from the index alone, without the wide rows.
        indexes = [models.Index(fields=["changed_at", "version", "id"], name="%(class)s_standing")]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "foreign_id"],
                condition=Q(source__isnull=False),
                name="%(class)s_once_per_source",
            ),
            models.CheckConstraint(
                condition=Q(source__isnull=True, foreign_id="", source_seen_at__isnull=True)
                | (Q(source__isnull=False, source_seen_at__isnull=False) & ~Q(foreign_id="")),
                name="%(class)s_own_or_of_a_source",
            ),
        ]

    @property
    def foreign(self) -> bool:
        """Whether somebody else keeps it."""
        return self.foreign_id != ""
