"""Every model names a retention class that exists, and the page in the docs tells the same."""

from pathlib import Path

import pytest
from django.apps import apps
from django.utils import translation

from kring.foundation.deadlines.loading import shipped_terms
from kring.foundation.retention.classes import RETENTION_CLASSES, as_markdown

PAGE = Path(__file__).resolve().parents[5] / "docs" / "reference" / "retention.md"


def test_models_name_a_class_that_exists() -> None:
    unknown = {
        model._meta.label: model.Facts.retention
        for model in apps.get_models()
        if hasattr(model, "Facts") and model.Facts.retention not in RETENTION_CLASSES
    }
    assert unknown == {}


@pytest.mark.parametrize("name", [name for name, item in RETENTION_CLASSES.items() if item.term])
def test_its_term_is_a_dated_term(name: str) -> None:
    assert RETENTION_CLASSES[name].term in {term.code for term in shipped_terms()}


def test_the_page_in_the_docs_is_fresh() -> None:
    with translation.override("nl"):
        assert as_markdown() in PAGE.read_text(encoding="utf-8")
