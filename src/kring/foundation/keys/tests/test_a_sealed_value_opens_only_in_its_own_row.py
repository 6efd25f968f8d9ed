"""A sealed value opens with its own key in its own row, and nowhere else."""

import base64
import secrets
from dataclasses import replace

import pytest
from django.conf import settings as installed
from pytest_django import Settings

from kring.foundation.keys.keyring import KEY_BYTES
from kring.foundation.keys.sealing import CannotOpen, seal, unseal

ROW = "person.national_number:1"
NUMBER = "85.07.30-999.33"


def test_it_opens_in_its_own_row_and_never_shows_the_plain_text() -> None:
    sealed = seal(NUMBER, row=ROW)
    assert unseal(sealed, row=ROW) == NUMBER
    assert NUMBER.encode() not in base64.b64decode(sealed.partition(":")[2])
    assert seal(NUMBER, row=ROW) != sealed


@pytest.mark.parametrize("elsewhere", ["person.national_number:2", "person.address:1"])
def test_it_does_not_open_in_another_row_or_column(elsewhere: str) -> None:
    with pytest.raises(CannotOpen):
        unseal(seal(NUMBER, row=ROW), row=elsewhere)


def test_an_altered_value_does_not_open() -> None:
    key_id, _, encoded = seal(NUMBER, row=ROW).partition(":")
    body = bytearray(base64.b64decode(encoded))
    body[-1] ^= 1
    with pytest.raises(CannotOpen):
        unseal(f"{key_id}:{base64.b64encode(body).decode()}", row=ROW)
    for garbage in ("", "a:", "a:!!", f"{key_id}:{encoded[:8]}"):
        with pytest.raises(CannotOpen):
            unseal(garbage, row=ROW)


def test_a_value_of_before_the_rotation_opens_and_a_new_one_takes_the_new_key(
    settings: Settings,
) -> None:
    old = seal(NUMBER, row=ROW)
    ring = installed.KEYRING
    keys = {**ring.field_keys, "b": secrets.token_bytes(KEY_BYTES)}
    settings.KEYRING = replace(ring, current_field_key="b", field_keys=keys)
    assert seal(NUMBER, row=ROW).startswith("b:")
    assert unseal(old, row=ROW) == NUMBER


def test_another_key_or_a_missing_key_does_not_open(settings: Settings) -> None:
    sealed = seal(NUMBER, row=ROW)
    ring = installed.KEYRING
    other = {ring.current_field_key: secrets.token_bytes(KEY_BYTES)}
    settings.KEYRING = replace(ring, field_keys=other)
    with pytest.raises(CannotOpen):
        unseal(sealed, row=ROW)
    settings.KEYRING = replace(ring, current_field_key="b", field_keys={"b": secrets.token_bytes(32)})
    with pytest.raises(CannotOpen, match="no key named"):
        unseal(sealed, row=ROW)
