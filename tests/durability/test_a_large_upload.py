"""What is far too large is refused by the server itself, without being taken into memory."""

import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import psutil
import pytest

from tests.durability.askers import HEADERS, TOKEN
from tests.durability.installation import Installation

pytestmark = pytest.mark.slow
MEGABYTE = 1024 * 1024
FIFTY = 50 * MEGABYTE


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[int, int]]:
    """Process group and port of a server of its own, on SQLite: nothing here needs a database."""
    installation = Installation(tmp_path)
    yield installation.serve(cold=True)
    installation.close()


def peak(group: int) -> int:
    """The most memory, in bytes, that the processes of a server ever held together."""
    processes = [psutil.Process(group), *psutil.Process(group).children(recursive=True)]
    texts = [Path(f"/proc/{process.pid}/status").read_text() for process in processes]
    found = [re.search(r"VmHWM:\s+(\d+) kB", text) for text in texts]
    return sum(int(match[1]) for match in found if match) * 1024


def send(port: int, body: object, **headers: str) -> int:
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        line.request("POST", "/vraag", body, HEADERS | headers)  # type: ignore[arg-type]
        return line.getresponse().status
    finally:
        line.close()


def test_it_stays_small_and_says_no(server: tuple[int, int]) -> None:
    group, port = server
    assert send(port, f"csrfmiddlewaretoken={TOKEN}&words=&who=family".encode()) == 422
    before = peak(group)
    assert send(port, b"x" * FIFTY) == 413
    many = "&".join(f"f{number}=1" for number in range(100_000))
    assert send(port, f"csrfmiddlewaretoken={TOKEN}&{many}".encode()) == 400
    grown = (peak(group) - before) / MEGABYTE
    assert grown < 25, f"{grown:.0f} MB more"
    assert send(port, f"csrfmiddlewaretoken={TOKEN}&words=&who=family".encode()) == 422
