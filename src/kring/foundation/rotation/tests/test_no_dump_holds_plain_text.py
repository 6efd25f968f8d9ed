"""The bytes of the database, its write-ahead log among them, hold nothing of what is sealed."""

from pathlib import Path

import pytest
from django.db import connection

from kring.foundation.keys.keyring import Keyring
from kring.foundation.rotation.actions import new_key, reseal_everything
from kring.foundation.rotation.tests.sealed_rows import AT, STREET, fill, number_of

pytestmark = pytest.mark.django_db(transaction=True)


def everything_on_disk() -> bytes:
    """The database as whoever copies its files has it, or on PostgreSQL as a dump of every table."""
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        files = (Path(name), Path(f"{name}-wal"))
        return b"".join(file.read_bytes() for file in files if file.exists())
    parts = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"SELECT t::text FROM {quoted} t")  # noqa: S608 - own table names
            parts += [str(row[0]) for row in cursor.fetchall()]
    return "\n".join(parts).encode()


def test_before_and_after_a_rotation(ring: Keyring) -> None:
    fill(20, others=3)
    told = (STREET, "antwoord/geheim-pad", "ABCDEFGH", "654321", *map(number_of, range(20)))
    for rotated in (False, True):
        if rotated:
            new_key(at=AT)
            reseal_everything(at=AT)
        found = everything_on_disk()
        assert b"Proef 3" in found
        assert [text for text in told if text.encode() in found] == []
