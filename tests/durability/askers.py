"""People who send the public form, again and again, and remember what was acknowledged."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from threading import Event
from urllib.parse import urlencode
from uuid import uuid4

TOKEN = "k" * 32
HEADERS = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Cookie": f"csrftoken={TOKEN}",
}
THANKS = "/vraag/verstuurd"


@dataclass
class Asker:
    """One person. What was sent and not answered is in doubt and is sent again first."""

    number: int
    acknowledged: list[str] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)
    in_doubt: str = ""
    refused: list[int] = field(default_factory=list)

    def ask_until_cut_off(self, port: int, heard: Event) -> None:
        """Ask until the connection breaks; ``heard`` is set with the first acknowledgement."""
        line = HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            while True:
                submission = self.in_doubt or str(uuid4())
                self.in_doubt = submission
                self.sent.add(submission)
                if not self._ask(line, submission):
                    return
                heard.set()
        except (OSError, HTTPException):
            return
        finally:
            line.close()

    def _ask(self, line: HTTPConnection, submission: str) -> bool:
        words = {
            "csrfmiddlewaretoken": TOKEN,
            "submission": submission,
            "words": f"De ochtenden lopen uit op ruzie. Vraag van {self.number}.",
            "who": "family",
            "name": f"Fien {self.number}",
            "municipality": "2440",
        }
        line.request("POST", "/vraag", urlencode(words), HEADERS)
        answer = line.getresponse()
        answer.read()
        if answer.status == 302 and answer.headers["Location"] == THANKS:
            self.acknowledged.append(submission)
            self.in_doubt = ""
            return True
        self.refused.append(answer.status)
        return False


class Crowd:
    """Some askers at once, for one life of the server."""

    def __init__(self, size: int) -> None:
        self.askers = [Asker(number) for number in range(size)]
        self._pool = ThreadPoolExecutor(size)
        self._busy: list[Future[None]] = []

    def begin(self, port: int) -> Event:
        heard = Event()
        self._busy = [self._pool.submit(asker.ask_until_cut_off, port, heard) for asker in self.askers]
        return heard

    def end(self) -> None:
        for asking in self._busy:
            asking.result(timeout=60)

    def close(self) -> None:
        self._pool.shutdown()

    @property
    def acknowledged(self) -> list[str]:
        return [key for asker in self.askers for key in asker.acknowledged]

    @property
    def sent(self) -> set[str]:
        return {key for asker in self.askers for key in asker.sent}

    @property
    def refused(self) -> list[int]:
        return [status for asker in self.askers for status in asker.refused]
