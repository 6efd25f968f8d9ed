"""Inner numbers on a page: choices, hidden fields and addresses may carry keys only."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

COUNTS = {"version", "score", "aim", "level", "km", "maanden", "dag", "bladzijde"}
"""Fields whose number is a count: which save is meant, how it goes, how far. It names no record."""
ADDRESSES = {"href", "action", "src", "hx-get", "hx-post"}
PUBLISHED = re.compile(r"/gebied/\d{5}/")
"""A municipality goes by the number the statistics office publishes."""
NUMBER = re.compile(r"\d+")


class _Numbers(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "select":
            self._select = given.get("name", "")
        name = self._select if tag == "option" else given.get("name", "")
        chosen = tag == "option" or given.get("type") in ("hidden", "radio", "checkbox")
        if chosen and NUMBER.fullmatch(given.get("value", "")) and name.split("-")[-1] not in COUNTS:
            self.found.append(f"{tag} {name} = {given['value']}")
        for attr in ADDRESSES & set(given):
            self._address(given[attr])

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("tel", "mailto"):
            return
        if PUBLISHED.search(parts.path):
            return
        asked = [value for name, value in parse_qsl(parts.query) if name not in COUNTS]
        pieces = [*parts.path.split("/"), *asked]
        if any(NUMBER.fullmatch(piece) for piece in pieces):
            self.found.append(f"address {url}")


def numbers_in(html: str) -> list[str]:
    """Every choice, hidden field or address on the page that is a bare number."""
    reading = _Numbers()
    reading.feed(html)
    return reading.found
