"""What points to a person, family, account or item says in its room's ``erasers.py`` how it goes.

A record that is forgotten there would keep an erasure from happening at all (PROTECT), or would be
taken along unseen.
"""

from importlib import import_module
from importlib.util import find_spec
from inspect import getsource

import pytest
from django.apps import apps
from django.db.models import CASCADE

from tests.architecture.source import rooms

ERASED = {"people.Person", "people.Family", "accounts.Account", "access.Item"}


def _pointers() -> list[tuple[str, str]]:
    """Model and room of every own field that points to somebody who can be erased."""
    own = {room.name: room.module for room in rooms()}
    return sorted(
        {
            (model.__name__, own[model._meta.app_label])
            for model in apps.get_models()
            if model._meta.app_label in own
            for field in model._meta.local_concrete_fields
            if field.is_relation
            and field.related_model._meta.label in ERASED
            and field.remote_field.on_delete is not CASCADE
        }
    )


@pytest.mark.parametrize(("model", "room"), _pointers())
def test_it_stands_in_the_erasers_of_its_room(model, room):
    assert find_spec(f"{room}.erasers"), f"{room} has no erasers.py"
    assert model in getsource(import_module(f"{room}.erasers"))
