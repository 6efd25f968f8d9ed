"""Has the product loaded once and starts a server of its own for each port it reads.

Each server is the ``serve`` of the product in a session of its own; nothing was opened before.
"""

import os
import signal
import sys
from collections.abc import Callable

import django
from django.urls import get_resolver
from django.utils.module_loading import import_string


def main() -> None:
    """One line in, a port; one line out, the process group of its server."""
    django.setup()
    serve: Callable[..., int] = import_string("kring.command.serving.serve")
    import_string("kring.wsgi.application")
    get_resolver().url_patterns  # noqa: B018 - loads the views
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in iter(sys.stdin.readline, ""):
        child = os.fork()
        if child == 0:
            os.setsid()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.dup2(2, 1)
            serve(port=int(line))
            os._exit(0)
        print(child, flush=True)


if __name__ == "__main__":
    main()
