"""A real SMTP server on the loopback that takes mail, hangs, refuses, or hangs up half-way."""

import asyncio
import socket
from email import message_from_bytes
from email.message import Message as Mail
from typing import Any

from aiosmtpd.controller import Controller

TAKES, HANGS, HANGS_UP, TAKES_AND_HANGS_UP = "takes", "hangs", "hangs_up", "takes_and_hangs_up"


class MailServer:
    """``mood`` is how it behaves: one of the words above, or an SMTP answer such as ``451 later``."""

    def __init__(self) -> None:
        self.mood = TAKES
        self.at_recipient = False
        self.taken: list[Mail] = []
        self.recipients: list[str] = []
        self._port = _free_port()
        self._controller: Controller | None = None
        self.url = f"smtp://127.0.0.1:{self._port}"

    def start(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self._port)
        self._controller.start()

    def stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    async def handle_RCPT(  # noqa: N802 - the name aiosmtpd calls
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        if self.at_recipient and self.mood[:1].isdigit():
            return self.mood
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd calls
        self, server: Any, _session: Any, envelope: Any
    ) -> str:
        if self.mood in (TAKES, TAKES_AND_HANGS_UP):
            self.taken.append(message_from_bytes(envelope.content))
            self.recipients += envelope.rcpt_tos
        if self.mood in (HANGS_UP, TAKES_AND_HANGS_UP):
            server.transport.abort()
        if self.mood == HANGS:
            await asyncio.sleep(2)
        return self.mood if self.mood[:1].isdigit() else "250 OK"

    def message_ids(self) -> list[str]:
        return [mail["Message-ID"] for mail in self.taken]


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
