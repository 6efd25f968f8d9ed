"""A model, field, status, setting, room or verb that is written down nowhere fails here."""

import ast
import re
from importlib import import_module

import pytest
from django.apps import apps
from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.journal.sentences import SENTENCES
from kring.foundation.workflow.transitions import Lifecycle
from tests.architecture.source import (
    ROOT,
    none_of,
    product_files,
    rooms,
    said,
    tree_of,
)

SETTING = re.compile(r"\"(KRING_[A-Z_]+|DATABASE_URL)\"")


def own_models() -> list[type[models.Model]]:
    labels = {room.name for room in rooms()}
    return [model for model in apps.get_models() if model._meta.app_label in labels]


def lifecycles() -> dict[str, Lifecycle]:
    """Every transition table, by its name in the code."""
    found = {}
    for room in rooms():
        if (room.folder / "states.py").exists():
            module = import_module(f"{room.module}.states")
            for name, value in vars(module).items():
                if isinstance(value, Lifecycle):
                    found[f"{room.name}.{name}"] = value
    return found


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_a_model_says_its_facts(model):
    facts = model.Facts
    assert isinstance(facts.mutability, Mutability)
    assert all(isinstance(value, Privacy) for value in facts.privacy.values())
    fields = {*model._meta.local_concrete_fields, *model._meta.local_many_to_many}
    named = {field.name for field in fields if not (field.primary_key and field.name == "id")}
    assert named == set(facts.privacy)


def test_a_model_has_a_known_keeping_term():
    known = import_module("kring.foundation.retention.classes").RETENTION_CLASSES
    none_of(
        f"{model._meta.label}: {model.Facts.retention}"
        for model in own_models()
        if model.Facts.retention not in known
    )


def test_a_status_stands_in_a_table():
    states = {state for lifecycle in lifecycles().values() for state in lifecycle.states}
    initial = {lifecycle.initial for lifecycle in lifecycles().values()}
    for model in own_models():
        if model.Facts.mutability is Mutability.STATEFUL and hasattr(model, "state"):
            field = model._meta.get_field("state")
            choices = {value for value, _label in field.choices or ()}
            assert choices <= states, model._meta.label
            assert field.default in initial, model._meta.label


@pytest.mark.parametrize(("name", "lifecycle"), lifecycles().items())
def test_a_table_holds_together(name, lifecycle):
    verbs = [step.verb for step in lifecycle.transitions]
    assert len(verbs) == len(set(verbs)), name
    assert lifecycle.ends <= set(lifecycle.states)
    leaving = {state for step in lifecycle.transitions for state in step.source}
    assert set(lifecycle.states) - leaving <= lifecycle.ends


def test_a_setting_is_explained():
    documented = (ROOT / "docs/reference/settings.md").read_text()
    read = {(name, said(path)) for path in product_files() for name in SETTING.findall(path.read_text())}
    none_of(f"{name} of {where}" for name, where in read if f"`{name}`" not in documented)
    told = set(re.findall(r"^\| `([A-Z_]+)`", documented, re.MULTILINE))
    none_of(told - {name for name, _where in read} - {"KRING_CHROMIUM"})


def test_a_room_introduces_itself():
    pages = {room.name: room.folder / "README.md" for room in rooms()}
    none_of(
        name for name, page in pages.items() if not page.exists() or len(page.read_text().split()) < 30
    )


def test_the_house_names_every_room():
    house = (ROOT / "docs/explanation/house.md").read_text()
    none_of(room.name for room in rooms() if f"`{room.name}`" not in house)


def test_a_verb_of_the_journal_has_a_sentence():
    for room in rooms():
        if (room.folder / "sentences.py").exists():
            import_module(f"{room.module}.sentences")
    used = {
        (keyword.value.value, said(path))
        for path in product_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "did" and isinstance(keyword.value, ast.Constant)
    }
    journalled = {
        (step.journalled, name) for name, table in lifecycles().items() for step in table.transitions
    }
    none_of(f"{verb} of {where}" for verb, where in used | journalled if verb not in SENTENCES)
