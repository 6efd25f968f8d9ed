"""``bench search``: the search of the directory, alone and over HTTP.

50,000 made-up services and the held-out half of the words: recall, the engine beside raw tantivy and
PostgreSQL's trigrams, its growth from 5,000 to 500,000, the API and the page on one core, and how soon
an edit is found in every process. ``--small`` takes 6,000 services.
"""

from django.db import connection

from kring.tools.bench.report import finish
from kring.tools.bench.search_engine import SERVICES, SMALL_SERVICES, engine_figures
from kring.tools.bench.search_http import http_figures


def measure(*, small: bool, sizes: str = "") -> int:
    """Measure and print the figures; 0 when they hold. ``sizes``: those of the growth, with commas."""
    http = http_figures(SMALL_SERVICES if small else SERVICES)
    engine = engine_figures(small=small, growth=[int(size) for size in sizes.split(",") if size])
    promises = {**engine.pop("promises"), **http.pop("promises")}
    engine.pop("holds")
    return finish(
        {
            "name": "search",
            "database": connection.vendor,
            "engine": engine,
            "http": http,
            "promises": promises,
            "holds": all(promises.values()),
        }
    )
