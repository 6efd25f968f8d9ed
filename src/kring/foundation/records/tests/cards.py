"""A small table of the tests, outside the registry of the product."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models
from django.test.utils import isolate_apps

from kring.foundation.records.bases import Keyed, Period, Versioned
from kring.foundation.records.constraints import (
    both_or_neither,
    exactly_one_of,
    one_of_choices,
    period_in_order,
)

with isolate_apps("kring.foundation.records"):

    class Card(Keyed, Versioned, Period):
        text = models.TextField(default="")
        state = models.CharField(max_length=10, default="open")
        house = models.IntegerField(null=True)
        street = models.IntegerField(null=True, default=1)
        told_at = models.DateTimeField(null=True)
        told_by = models.IntegerField(null=True)

        class Meta:
            app_label = "records"
            constraints = [
                period_in_order("card"),
                both_or_neither("card", "told_at", "told_by"),
                exactly_one_of("card", "house", "street"),
                one_of_choices("card", "state", ["open", "closed"]),
            ]


@contextmanager
def card_table() -> Iterator[None]:
    """The table, for as long as a test lasts."""
    with connection.schema_editor() as editor:
        editor.create_model(Card)
    try:
        yield
    finally:
        with connection.schema_editor() as editor:
            editor.delete_model(Card)
