"""Answering no sooner than a fixed time, where the work itself would tell who is known."""

import time
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse

type View = Callable[..., HttpResponse]


def answers_evenly(view: View) -> View:
    """A POST is answered ``settings.EVEN_ANSWER_SECONDS`` after it came, however little there was to do.

    A letter is written only for an account that exists, and who is known takes more looking up than
    who is not; without this that shows as time.
    """

    @wraps(view)
    def even(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        began = time.perf_counter()
        answer = view(request, *args, **named)
        if request.method == "POST":
            time.sleep(max(0.0, settings.EVEN_ANSWER_SECONDS - (time.perf_counter() - began)))
        return answer

    return even
