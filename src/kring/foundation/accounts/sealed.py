"""The secrets of second factors, sealed inside what allauth keeps of an authenticator."""

from collections.abc import Iterator
from typing import Any

from allauth.mfa.models import Authenticator

from kring.foundation.accounts.adapters import SECRET_ROW
from kring.foundation.keys.columns import register_column
from kring.foundation.keys.sealing import seal, unseal


class SecondFactors:
    """Authenticator apps and recovery codes. Few rows: they are sifted here, not by the database."""

    name = SECRET_ROW

    def left(self, current: str) -> int:
        return len(self._others(current))

    def batch(self, current: str, size: int) -> list[int]:
        return self._others(current)[:size]

    def reseal(self, current: str, ids: list[int]) -> int:
        done = 0
        for row in Authenticator.objects.select_for_update().filter(pk__in=ids).order_by("pk"):
            fresh = {n: _again(row.data[n], current) for n in SEALED_NAMES if n in row.data}
            row.data = {**row.data, **fresh}
            row.save(update_fields=["data"])
            done += 1
        return done

    def samples(self) -> Iterator[tuple[str, str]]:
        for row in Authenticator.objects.order_by("-pk")[:10]:
            for sealed in _sealed_in(row.data):
                yield sealed, SECRET_ROW

    def _others(self, current: str) -> list[int]:
        rows = Authenticator.objects.order_by("pk").values_list("pk", "data")
        mark = f"{current}:"
        return [pk for pk, data in rows if any(not text.startswith(mark) for text in _sealed_in(data))]


SEALED_NAMES = ("secret", "seed", "migrated_codes")
"""What allauth hands to ``encrypt``; the rest (a passkey, a mask of used codes) is no secret."""


def _sealed_in(data: dict[str, Any]) -> Iterator[str]:
    for name in SEALED_NAMES:
        value = data.get(name, [])
        yield from value if isinstance(value, list) else [value]


def _again(value: Any, current: str) -> Any:
    if isinstance(value, list):
        return [_again(inner, current) for inner in value]
    if not isinstance(value, str) or value.startswith(f"{current}:"):
        return value
    return seal(unseal(value, row=SECRET_ROW), row=SECRET_ROW)


register_column(SecondFactors())
