"""Small pages that read, for the tests of the read journal."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template import engines
from django.template.response import TemplateResponse
from django.urls import include, path
from django.views.decorators.http import etag

from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.journal.ledger import read_because, saw, saw_all

CHILD = UUID(int=11)
MOTHER = UUID(int=12)
WORKER = Actor(ActorKind.WORKER, key=UUID(int=1), name="Fatma Yilmaz", organisation=UUID(int=2))


@dataclass(frozen=True)
class Reader:
    actor: Actor = WORKER
    because: str = "involved"
    worker_id: int | None = None


class Lazy:
    """Read only while the page is rendered."""

    def __str__(self) -> str:
        saw("person", MOTHER)
        return "Els"


def family(request: HttpRequest) -> HttpResponseBase:
    request.reader = Reader()  # type: ignore[attr-defined]
    saw_all("person", [CHILD, MOTHER, CHILD])
    return HttpResponse("Jef en Els")


def lazily(request: HttpRequest) -> HttpResponseBase:
    template = engines["django"].from_string("{{ name }}")
    return TemplateResponse(request, template, {"name": Lazy()})


def reasoned(request: HttpRequest) -> HttpResponseBase:
    request.reader = Reader()  # type: ignore[attr-defined]
    saw("person", CHILD)
    read_because("break_glass")
    return HttpResponse("Jef")


@etag(lambda _: "same")
def unchanged(request: HttpRequest) -> HttpResponseBase:
    return HttpResponse("Jef")


def cached(request: HttpRequest) -> HttpResponseBase:
    saw("person", CHILD)
    return unchanged(request)


def refused(request: HttpRequest) -> HttpResponseBase:
    saw("person", CHILD)
    raise Http404


def onward(request: HttpRequest) -> HttpResponseBase:
    saw("person", CHILD)
    return HttpResponse(status=303, headers={"Location": "/family"})


def nobody(request: HttpRequest) -> HttpResponseBase:
    return HttpResponse("huis")


def stream(request: HttpRequest) -> HttpResponseBase:
    saw("person", CHILD)
    return StreamingHttpResponse([b"Jef"])


def late_stream(request: HttpRequest) -> HttpResponseBase:
    def chunks() -> Iterator[bytes]:
        yield b"a"
        saw("person", CHILD)
        yield b"Jef"

    return StreamingHttpResponse(chunks())


urlpatterns = [
    path(view.__name__, login_not_required(view), name=view.__name__)
    for view in (family, lazily, reasoned, cached, refused, onward, nobody, stream, late_stream)
]
urlpatterns += [path("", include("kring.urls"))]  # the page of an error leads to real ones
