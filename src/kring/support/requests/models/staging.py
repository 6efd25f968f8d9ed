"""Rows of a loaded file, kept apart until each is right."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.registry.network.models import Desk, Worker
from kring.registry.people.models import Person
from kring.support.requests.models.request import Request


class StagedFile(Keyed):
    """A file of questions that somebody handed in for a desk."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    staged_at = models.DateTimeField()
    staged_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "fingerprint"], name="staged_file_once")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "import"
        privacy = {
            "key": Privacy.TECHNICAL,
            "desk": Privacy.NONE,
            "name": Privacy.CONTENT,
            "fingerprint": Privacy.TECHNICAL,
            "staged_at": Privacy.TECHNICAL,
            "staged_by": Privacy.WORKER,
        }


class StagedRow(Keyed, Versioned):
    """One row: its cells as read, what is wrong with it, and the person it may already be."""

    class State(models.TextChoices):
        WRONG = "wrong", _("te verbeteren")
        READY = "ready", _("klaar")
        LOADED = "loaded", _("ingelezen")
        SKIPPED = "skipped", _("overgeslagen")

    file = models.ForeignKey(StagedFile, on_delete=models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField()
    cells = models.JSONField()
    problems = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices)
    likely_person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT)
    request = models.OneToOneField(Request, null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="staged_row_once"),
            models.CheckConstraint(
                condition=~models.Q(state="loaded") | models.Q(request__isnull=False),
                name="staged_row_loaded_once",
            ),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "import"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "file": Privacy.LINK,
            "number": Privacy.TECHNICAL,
            "cells": Privacy.CONTENT,
            "problems": Privacy.CONTENT,
            "state": Privacy.TECHNICAL,
            "likely_person": Privacy.LINK,
            "request": Privacy.LINK,
        }
