"""What the product writes on standard error while something goes wrong."""

import io
import logging
import logging.config
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings


@contextmanager
def written_down() -> Iterator[io.StringIO]:
    """Everything that the product's own settings let loggers write, in place of standard error."""
    written = io.StringIO()
    handlers = [one for one in _product_handlers() if isinstance(one, logging.StreamHandler)]
    assert handlers, "the product writes no log"
    before = [one.setStream(written) for one in handlers]
    try:
        yield written
    finally:
        for one, stream in zip(handlers, before, strict=True):
            one.setStream(stream)


def _product_handlers() -> list[logging.Handler | None]:
    """The handlers of the settings; what no logger of its own takes goes to that of the root."""
    assert settings.LOGGING["root"]["handlers"]
    return [logging.getHandlerByName(name) for name in settings.LOGGING["handlers"]]
