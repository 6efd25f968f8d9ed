import socket

import pytest

from tests.strict.sockets import NetworkUsed


def test_another_machine_cannot_be_reached():
    with socket.socket() as line, pytest.raises(NetworkUsed):
        line.connect(("192.0.2.1", 80))


def test_the_loopback_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as line:
        line.connect(server.getsockname())
