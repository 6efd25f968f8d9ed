"""The base of what describes an entry and is written anew with it."""

import uuid

from django.db import models

PART = "key place also"


class Part(models.Model):
    """A part of an entry. ``key`` is its id in HSDS; a feed may say the same part in two places,
    so only an entry and a key together are one. ``place`` keeps the order it was written in.
    """

    key = models.UUIDField(default=uuid.uuid4, editable=False)
    place = models.PositiveSmallIntegerField(default=0)
    also = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True
        ordering = ["place", "pk"]
