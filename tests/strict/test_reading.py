import pytest
from django.apps import apps

from tests.strict.reading import WRITTEN_BY_READING, table_written


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ("SELECT * FROM people_person", None),
        ('INSERT INTO "people_person" ("id") VALUES (1)', "people_person"),
        ('UPDATE "people_person" SET "id" = 1', "people_person"),
        ('DELETE FROM "people_person"', "people_person"),
        ("INSERT OR IGNORE INTO people_person VALUES (1)", "people_person"),
        ("SAVEPOINT x", None),
    ],
)
def test_the_table_a_statement_writes_to(sql, table):
    assert table_written(sql) == table


def test_the_list_of_what_a_get_may_write_is_short_and_true():
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert set(WRITTEN_BY_READING) <= tables
    assert len(WRITTEN_BY_READING) <= 11
