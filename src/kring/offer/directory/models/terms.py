"""Terms of the lists that others keep, with which feeds describe their services."""

from django.db import models

from kring.foundation.classes.facts import Mutability
from kring.offer.directory.models.codes import for_everybody
from kring.offer.directory.models.services import Service
from kring.offer.directory.models.sources import Source

LONGEST_ID = 200


class _SaidByFeed(models.Model):
    """A record of a feed kept as it was ``said``; ``foreign_id`` is its id there."""

    foreign_id = models.CharField(max_length=LONGEST_ID, db_index=True)
    said = models.JSONField(default=dict)

    class Meta:
        abstract = True


class ForeignTaxonomy(_SaidByFeed):
    """A list of terms that somebody else keeps."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="taxonomies")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "foreign_id"], name="foreign_taxonomy_once")
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("source foreign_id said")


class ForeignTerm(_SaidByFeed):
    """A term of such a list. ``taxonomy`` and ``parent`` are the ids its feed gives; empty: none.

    A term that a feed names no more stays: what has stopped still refers to it.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="terms")
    taxonomy = models.CharField(max_length=LONGEST_ID, blank=True, db_index=True)
    parent = models.CharField(max_length=LONGEST_ID, blank=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "foreign_id"], name="foreign_term_once")
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("source foreign_id said taxonomy parent")


class ServiceTerm(models.Model):
    """That a service is described with a term of somebody else, by its id: the feed need not tell
    what the term is."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="foreign_terms")
    term = models.CharField(max_length=LONGEST_ID, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "term"], name="service_term_once")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody("service term")
