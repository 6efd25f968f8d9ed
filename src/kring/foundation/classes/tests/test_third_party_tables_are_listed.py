"""Every table that is not ours stands in one list with its retention, and so does its page."""

from pathlib import Path

from django.apps import apps

from kring.foundation.classes.third_party import THIRD_PARTY_TABLES

PAGE = Path(__file__).parents[5] / "docs" / "reference" / "third-party-tables.md"
OF_DJANGO_ITSELF = {"django_migrations"}


def test_list_holds_the_tables_that_exist_and_no_other() -> None:
    foreign = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if not model.__module__.startswith("kring.")
    }
    assert set(THIRD_PARTY_TABLES) == foreign | OF_DJANGO_ITSELF


def test_page_says_what_the_list_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    missing = [t for t, kept in THIRD_PARTY_TABLES.items() if f"| `{t}` | {kept} |" not in page]
    assert missing == []
