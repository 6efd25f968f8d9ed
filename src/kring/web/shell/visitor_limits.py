"""How often somebody without an account may do a thing: by one address, and by all together.

Of codes only the wrong ones count, of forms those that can be read. Each takes a numbered place in
the window; the cache that all processes share gives a place once, so that those at the same moment
do not share one. The address is kept as a keyed hash.
"""

from collections.abc import Iterable
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from kring.foundation.deadlines.queries import number_at
from kring.foundation.keys.sealing import blind_index

WINDOW_SECONDS = 3600
CODES, FORMS = "code_tries", "visitor_forms"
"""Both the beginning of the codes of their terms in ``deadlines``."""


def may_try_code(request: HttpRequest, at: datetime) -> bool:
    """Whether this address, and everybody together, may still be wrong this hour."""
    return all(cache.get(name, 0) < places for name, places in _windows(CODES, request, at))


def count_wrong_code(request: HttpRequest, at: datetime) -> bool:
    """Count one wrong code; false when there was no place left for it."""
    return _count(_windows(CODES, request, at))


def may_send_form(request: HttpRequest, at: datetime) -> bool:
    """Count one form; false when there was no place left for it, and then nothing is done with it."""
    return _count(_windows(FORMS, request, at))


def _windows(what: str, request: HttpRequest, at: datetime) -> list[tuple[str, int]]:
    address = blind_index(str(get_adapter(request).get_client_ip(request)), column="code_try.address")
    hour = int(at.timestamp()) // WINDOW_SECONDS
    return [
        (f"{what}:{address[:24]}:{hour}", number_at(f"{what}_per_hour", at)),
        (f"{what}:all:{hour}", number_at(f"{what}_of_all_per_hour", at)),
    ]


def _count(windows: Iterable[tuple[str, int]]) -> bool:
    return all(_take_place(name, places) for name, places in windows)


def _take_place(name: str, places: int) -> bool:
    place = int(cache.get(name, 0))
    while place < places:
        taken = cache.add(f"{name}:{place}", 1, WINDOW_SECONDS)
        place += 1
        if taken:
            cache.set(name, place, WINDOW_SECONDS)
            return True
    return False
