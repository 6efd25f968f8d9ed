"""How often a wrong code may be typed: by one address, and by all together.

Each wrong code takes a numbered place in the window; the cache that all processes share gives a
place once, so that tries at the same moment do not share one. The address is kept as a keyed hash.
"""

from datetime import datetime

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from kring.foundation.deadlines.queries import number_at
from kring.foundation.keys.sealing import blind_index

WINDOW_SECONDS = 3600


def may_try_code(request: HttpRequest, at: datetime) -> bool:
    """Whether this address, and everybody together, may still be wrong this hour."""
    return all(cache.get(name, 0) < places for name, places in _windows(request, at))


def count_wrong_code(request: HttpRequest, at: datetime) -> bool:
    """Count one wrong code; false when there was no place left for it."""
    return all(_take_place(name, places) for name, places in _windows(request, at))


def _windows(request: HttpRequest, at: datetime) -> list[tuple[str, int]]:
    address = blind_index(str(get_adapter(request).get_client_ip(request)), column="code_try.address")
    hour = int(at.timestamp()) // WINDOW_SECONDS
    return [
        (f"code-try:{address[:24]}:{hour}", number_at("code_tries_per_hour", at)),
        (f"code-try:all:{hour}", number_at("code_tries_of_all_per_hour", at)),
    ]


def _take_place(name: str, places: int) -> bool:
    place = int(cache.get(name, 0))
    while place < places:
        taken = cache.add(f"{name}:{place}", 1, WINDOW_SECONDS)
        place += 1
        if taken:
            cache.set(name, place, WINDOW_SECONDS)
            return True
    return False
