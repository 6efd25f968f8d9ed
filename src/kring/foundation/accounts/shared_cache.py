"""A cache that every process shares and that forgets nothing before its time.

Django's own database cache drops living rows when it is full and stores pickles. Here a value is
JSON, it lives until it expires, and ``add`` succeeds for exactly one of any number of racing
processes: the primary key decides. See ``docs/decisions/shared-limits.md``.
"""

import random
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

if TYPE_CHECKING:
    from kring.foundation.accounts.models import SharedValue

SWEEP_ONE_IN = 200


class SharedCache(BaseCache):
    """Values in the table ``SharedValue``."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Store ``value`` when there is none; true for the one who did."""
        name, fresh = self._name(key, version), self._fresh(value, timeout)
        with transaction.atomic():
            if _table().filter(name=name, expires_at__lte=_now()).update(**fresh):
                return True
            if _table().filter(name=name).exists():
                return False
            try:
                with transaction.atomic():
                    _table().create(name=name, **fresh)
            except IntegrityError:
                return False
            return True

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        alive = Q(expires_at__isnull=True) | Q(expires_at__gt=_now())
        row = _table().filter(alive, name=self._name(key, version)).values_list("value").first()
        return default if row is None else row[0]

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        fresh = self._fresh(value, timeout)
        _table().update_or_create(name=self._name(key, version), defaults=fresh)
        if random.randrange(SWEEP_ONE_IN) == 0:  # noqa: S311 - spreads the sweeping, hides nothing
            _table().filter(expires_at__lte=_now()).delete()

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        until = self._until(timeout)
        return bool(_table().filter(name=self._name(key, version)).update(expires_at=until))

    def delete(self, key: str, version: int | None = None) -> bool:
        return bool(_table().filter(name=self._name(key, version)).delete()[0])

    def clear(self) -> None:
        _table().delete()

    def _name(self, key: str, version: int | None) -> str:
        return str(self.make_and_validate_key(key, version=version))

    def _fresh(self, value: Any, timeout: Any) -> dict[str, Any]:
        return {"value": value, "expires_at": self._until(timeout)}

    def _until(self, timeout: Any) -> datetime | None:
        ends = self.get_backend_timeout(timeout)
        return None if ends is None else datetime.fromtimestamp(ends, UTC)


def _now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


def _table() -> "QuerySet[SharedValue]":
    """The rows; looked up late, because caches are made before the models are loaded."""
    return apps.get_model("accounts", "SharedValue")._default_manager.all()
