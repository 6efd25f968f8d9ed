"""The request of a page as views see it: with its moment and its reader."""

from datetime import datetime

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from kring.trust.access.readers import Reader


class ReadRequest(HttpRequest):
    """A request after the middleware: ``at`` is its moment, ``reader`` who asks."""

    at: datetime
    reader: Reader
    htmx: HtmxDetails
