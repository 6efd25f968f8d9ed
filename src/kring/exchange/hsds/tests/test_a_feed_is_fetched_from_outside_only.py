"""A feed lies outside: an inner address, also behind a redirection, is never asked."""

import json
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from unittest.mock import patch

import pytest

from kring.exchange.hsds import fetching
from kring.exchange.hsds.fetching import Fetcher, answers, checked, connected, lies_outside
from kring.exchange.hsds.reading import BrokenFeedError

BASE = "https://feed.example/hsds"


class Answering(Fetcher):
    """A feed that answers from a list, as a machine outside would; beyond it there is nothing."""

    def __init__(self, *said: Any) -> None:
        super().__init__()
        self.said, self.asked = list(said), []

    def _ask(self, address: str) -> tuple[int, str, bytes]:
        self.asked.append(checked(address).geturl())
        return self.said.pop(0) if self.said else (404, "", b"")


def page(*contents: int, last: bool = False) -> tuple[int, str, bytes]:
    """A page with these records."""
    return 200, "", json.dumps({"contents": list(contents), "last_page": last}).encode()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "192.168.0.1",
        "100.64.0.1",
        "0.0.0.8",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "::127.0.0.1",
        "64:ff9b::10.0.0.8",
        "fec0::1",
        "geen adres",
    ],
)
def test_an_inner_address_is_known(address):
    assert not lies_outside(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111"])
def test_an_outer_address_too(address):
    assert lies_outside(address)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://feed.example/",
        "https://user:secret@feed.example/",
        "https://feed.example:22/",
        "https://feed.example:lots/",
        "https:///services",
        "https://feed.example/\r\nHost: inner",
    ],
)
def test_what_is_no_address_of_a_feed_is_not_asked(address):
    with pytest.raises(BrokenFeedError):
        checked(address)


@pytest.mark.parametrize("inner", ["127.0.0.1", "10.0.0.8"])
def test_a_name_that_points_inward_is_refused(inner):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in ("1.1.1.1", inner)]
    asked = checked("https://feed.example/")
    with (
        patch.object(fetching.socket, "getaddrinfo", return_value=found),
        patch.object(fetching.socket, "create_connection") as create,
        pytest.raises(BrokenFeedError, match="binnen dit netwerk"),
    ):
        connected(asked)
    create.assert_not_called()


def test_of_two_addresses_the_one_that_can_be_reached_is_taken():
    rows = [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2606:4700:4700::1111", 80, 0, 0))]
    rows += [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("203.1.2.3", 80))]
    with (
        patch.object(fetching.socket, "getaddrinfo", return_value=rows),
        patch.object(fetching.socket, "create_connection", side_effect=[OSError, "reached"]) as create,
    ):
        assert connected(checked("http://feed.example/")) == "reached"
    assert [call.args[0][0] for call in create.call_args_list] == ["2606:4700:4700::1111", "203.1.2.3"]


@pytest.mark.parametrize("odd", ["http://[", "http://a..b/", f"http://{'a' * 64}.example/"])
def test_a_redirection_to_what_is_no_address_is_refused(odd):
    class Redirecting(Fetcher):
        def _ask(self, address: str) -> tuple[int, str, bytes]:
            return (302, odd, b"") if address == BASE else super()._ask(address)

    with pytest.raises(BrokenFeedError):
        Redirecting().get(BASE)


class Machine(BaseHTTPRequestHandler):
    """A machine that stands outside for once, and answers by its path."""

    def do_GET(self) -> None:
        inward = f"http://127.0.0.2:{self.server.server_port}/whole"
        self.send_response(302 if self.path == "/inward" else 200)
        self.send_header("Location", inward)
        lengths = {"/half": "9", "/large": str(200 * 1024 * 1024)}
        self.send_header("Content-Length", lengths.get(self.path, "2"))
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@pytest.fixture
def outside() -> Iterator[str]:
    """The address of a machine that counts as outside, and nothing else does."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Machine) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        with (
            patch.object(fetching, "PORTS", {"http": server.server_port}),
            patch.object(fetching, "lies_outside", lambda one: one == "127.0.0.1"),
        ):
            yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_an_answer_comes_whole_or_not_at_all(outside):
    assert Fetcher().get(f"{outside}/whole") == b"{}"
    with pytest.raises(BrokenFeedError, match="maar half"):
        Fetcher().get(f"{outside}/half")


def test_a_redirection_inward_is_refused(outside):
    with pytest.raises(BrokenFeedError, match="binnen dit netwerk"):
        Fetcher().get(f"{outside}/inward")


def test_more_than_there_is_room_for_is_refused(outside):
    fetcher = Fetcher()
    fetcher.left = 1
    with pytest.raises(BrokenFeedError, match="te groot"):
        fetcher.get(f"{outside}/whole")
    with pytest.raises(BrokenFeedError, match="te groot"):
        Fetcher().get(f"{outside}/large")


def test_a_redirection_is_followed_a_few_times():
    assert Answering((301, "/elsewhere", b""), (200, "", b"{}")).get(BASE) == b"{}"
    with pytest.raises(BrokenFeedError, match="te vaak"):
        Answering(*[(302, "/again", b"")] * 9).get(BASE)


def test_pages_are_walked_to_the_last():
    feed = Answering(page(1, 2), page(3, last=True))
    assert [one["contents"] for one in answers(BASE, feed)] == [[1, 2], [3]]
    assert "page=2" in feed.asked[1]


def test_a_feed_that_says_no_last_page_ends_with_an_empty_one():
    assert len(list(answers(BASE, Answering(page(1), page())))) == 2


def test_its_lists_are_read_behind_its_services():
    lists = (200, "", json.dumps({"contents": [{"id": "l", "name": "Thema"}, 3]}).encode())
    feed = Answering(page(1, last=True), lists, page())
    _services, *found = answers(BASE, feed)
    assert [one["id"] for said in found for one in said] == ["l"]
    assert [address.rpartition("?")[0] for address in feed.asked[1:]] == [
        *[f"{BASE}/taxonomies"] * 2,
        f"{BASE}/taxonomy_terms",
    ]


@pytest.mark.parametrize("second", [(500, "", b""), (200, "", b'{"contents": ['), (200, "", b"[]")])
def test_half_a_feed_is_broken(second):
    with pytest.raises(BrokenFeedError):
        list(answers(BASE, Answering(page(1), second)))
