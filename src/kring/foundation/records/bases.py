"""The bases of every record: a public key beside the inner integer, a version, a period."""

import uuid
from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q


class Keyed(models.Model):
    """A record with a random ``key`` for URLs and exchange; the integer never leaves the server."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


class StaleRecord(Exception):
    """Somebody else saved this record first; nothing was written.

    ``current`` is the record as it stands now, so that the page can show the difference.
    """

    def __init__(self, current: models.Model) -> None:
        super().__init__(f"{type(current).__name__} was changed in the meantime")
        self.current = current


class Versioned(models.Model):
    """An editable record: every save names the version it started from."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save_from(self, version: int, **values: Any) -> None:
        """Write ``values`` if the record still has ``version``; the database decides, not the page.

        Raises StaleRecord, with the record as it stands, when another save came first.
        """
        model = type(self)
        fresh = {**values, "version": version + 1}
        changed = model._default_manager.filter(pk=self.pk, version=version).update(**fresh)
        if not changed:
            raise StaleRecord(model._default_manager.get(pk=self.pk))
        for name, value in fresh.items():
            setattr(self, name, value)


class PeriodQuerySet[M: models.Model](models.QuerySet[M]):
    """Reads of records with a half-open period."""

    def running(self, at: datetime) -> Self:
        """Those whose period ``[starts_at, ends_at)`` holds ``at``."""
        return self.filter(starts_at__lte=at).filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at))


class Period(models.Model):
    """A half-open period ``[starts_at, ends_at)``; an empty end still runs."""

    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def runs_at(self, at: datetime) -> bool:
        """Whether the period holds ``at``."""
        return self.starts_at <= at and (self.ends_at is None or self.ends_at > at)
