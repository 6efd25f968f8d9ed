"""No test speaks with the network: only the loopback and Unix sockets are open."""

import ipaddress
import socket
from typing import Any

_connect = socket.socket.connect
_connect_ex = socket.socket.connect_ex


class NetworkUsed(RuntimeError):
    """A test tried to reach another machine."""


def is_near(family: int, address: Any) -> bool:
    """Whether an address stays on this machine."""
    if family not in (socket.AF_INET, socket.AF_INET6):
        return True
    host = address[0]
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _near_connect(self: socket.socket, address: Any) -> None:
    if not is_near(self.family, address):
        raise NetworkUsed(f"a test tried to reach {address}")
    _connect(self, address)


def _near_connect_ex(self: socket.socket, address: Any) -> int:
    if not is_near(self.family, address):
        raise NetworkUsed(f"a test tried to reach {address}")
    return _connect_ex(self, address)


def pytest_configure() -> None:
    socket.socket.connect = _near_connect
    socket.socket.connect_ex = _near_connect_ex


def pytest_unconfigure() -> None:
    socket.socket.connect = _connect
    socket.socket.connect_ex = _connect_ex
