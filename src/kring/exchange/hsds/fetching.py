"""Fetching a feed from another machine: only from outside, and only so much.

The name of a machine is looked up once and the connection goes to that very address, so that a name
which points inward the second time leads nowhere. Each redirection is looked at in the same way.
"""

import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

from django.utils.translation import gettext as _

from kring.exchange.hsds.fitting import LONGEST_LINK
from kring.exchange.hsds.naming import as_taxonomy, as_term
from kring.exchange.hsds.reading import LARGEST, BrokenFeedError, opened, parsed, too_large

TIMEOUT_SECONDS = 20
MOST_HOPS = 3
MOST_PAGES = 10_000
A_PAGE = 100
PORTS = {"https": 443, "http": 80}
FOUND = 200
ELSEWHERE = (301, 302, 303, 307, 308)


class Fetcher:
    """One visit to a feed; all it answers together is no larger than a file may be."""

    def __init__(self) -> None:
        self.left = LARGEST

    def get(self, address: str) -> bytes:
        """The body of an answer. Raises BrokenFeedError, with a sentence."""
        for _hop in range(MOST_HOPS + 1):
            status, place, body = self._ask(address)
            if status in ELSEWHERE and place:
                address = _further(address, place)
            elif status == FOUND:
                return body
            else:
                raise BrokenFeedError(_("De bron antwoordt met %(status)s.") % {"status": status})
        raise BrokenFeedError(_("De bron verwijst te vaak door."))

    def _ask(self, address: str) -> tuple[int, str, bytes]:
        asked = checked(address)
        connection = HTTPConnection(asked.hostname or "", timeout=TIMEOUT_SECONDS)
        try:
            connection.sock = connected(asked)
            target = (asked.path or "/") + (f"?{asked.query}" if asked.query else "")
            headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
            connection.request("GET", target, headers=headers | {"User-Agent": "Kring"})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location", ""), self._body(answer)
        except (OSError, HTTPException, UnicodeError) as error:
            raise BrokenFeedError(_("De bron is niet bereikbaar, of antwoordt maar half.")) from error
        finally:
            connection.close()

    def _body(self, answer: HTTPResponse) -> bytes:
        """The body, read no further than there is room, nor at all when it says it is larger; half a
        body is none.
        """
        if (answer.length or 0) > self.left:
            raise BrokenFeedError(too_large())
        body = answer.read(self.left + 1)
        if len(body) > self.left:
            raise BrokenFeedError(too_large())
        if answer.length:
            raise HTTPException
        self.left -= len(body)
        return body


def _further(address: str, place: str) -> str:
    """Where a redirection leads. Raises BrokenFeedError for what is no address."""
    try:
        return urljoin(address, place)
    except ValueError as error:
        raise BrokenFeedError(_("Dit is geen adres van een bron.")) from error


def checked(address: str) -> SplitResult:
    """An address of the web that may be asked. Raises BrokenFeedError."""
    written = address.isascii() and address.isprintable() and len(address) <= LONGEST_LINK
    try:
        found = urlsplit(address if written else "")
        plain = found.scheme in PORTS and found.hostname and found.port in (None, *PORTS.values())
    except ValueError:
        plain = None
    if (
        not plain
        or found.username
        or found.password
        or not address.isascii()
        or not address.isprintable()
    ):
        raise BrokenFeedError(_("Dit is geen adres van een bron."))
    return found


def connected(asked: SplitResult) -> socket.socket:
    """A connection to the machine of this address, which lies outside. Raises BrokenFeedError."""
    host, port = asked.hostname or "", asked.port or PORTS[asked.scheme]
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found = list(dict.fromkeys(str(row[4][0]) for row in rows))
    if not found or not all(lies_outside(one) for one in found):
        raise BrokenFeedError(_("Dit adres ligt binnen dit netwerk. Het wordt niet gevraagd."))
    bare = _reached(found, port)
    if asked.scheme == "http":
        return bare
    return ssl.create_default_context().wrap_socket(bare, server_hostname=host)


def _reached(found: list[str], port: int) -> socket.socket:
    """A connection to the first of these that can be reached: not every network has both kinds."""
    for one in found[:-1]:
        with suppress(OSError):
            return socket.create_connection((one, port), timeout=TIMEOUT_SECONDS)
    return socket.create_connection((found[-1], port), timeout=TIMEOUT_SECONDS)


def lies_outside(address: str) -> bool:
    """Whether an IP address is one of the public internet, also one written within another kind.

    What no machine of the internet has is inner too: an address of one site, or one that carries an
    IPv4 address through a translator.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    if found.is_reserved or getattr(found, "is_site_local", False):
        return False
    return found.is_global and inner.is_global and not inner.is_multicast


def answers(address: str, fetcher: Fetcher | None = None) -> Iterator[Any]:
    """What a feed says: the pages of ``/services`` below a base address, or one file at it.

    The pages are walked until one is empty or says that it is the last, and then those of its lists
    and terms. Raises BrokenFeedError.
    """
    fetcher = fetcher or Fetcher()
    if urlsplit(address).path.endswith((".json", ".zip")):
        yield opened(fetcher.get(address))
        return
    yield from _pages(fetcher, address, "services")
    for name, as_record in (("taxonomies", as_taxonomy), ("taxonomy_terms", as_term)):
        with suppress(BrokenFeedError):  # a feed need not have lists, and its services stand without
            for page in _pages(fetcher, address, name):
                yield [as_record(one) for one in page["contents"] if isinstance(one, dict)]


def _pages(fetcher: Fetcher, address: str, name: str) -> Iterator[dict[str, Any]]:
    """The pages of one list below a base address. Raises BrokenFeedError."""
    for number in range(1, MOST_PAGES + 1):
        asked = urlencode({"page": number, "per_page": A_PAGE, "full": "true"})
        page = parsed(fetcher.get(f"{address.rstrip('/')}/{name}?{asked}"))
        if not isinstance(page, dict) or not isinstance(page.get("contents"), list):
            raise BrokenFeedError(_("Hier staan geen gegevens van HSDS in."))
        yield page
        if not page["contents"] or page.get("last_page") is True:
            return
    raise BrokenFeedError(too_large())
