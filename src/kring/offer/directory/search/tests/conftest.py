"""A few services around Ghent, and an engine on them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kring.offer.directory.search.documents import Document, Point, Query, TextField
from kring.offer.directory.search.engine import Engine
from kring.offer.directory.search.folder import current
from kring.offer.directory.search.standing import opened
from kring.offer.directory.search.writing import rebuild

GHENT = Point(51.05, 3.72)
type Search = Callable[..., list[str]]


def service(key: str, name: str, text: str = "", **facts: object) -> Document:
    """A service in Ghent with a Dutch name and text."""
    texts = {TextField.NAME: {"nl": name}, TextField.TEXT: {"nl": text}}
    return Document(**{"key": key, "texts": texts, "point": GHENT, **facts})


SERVICES = [
    service(
        "play", "Peuterspeelgroep Het Kapoentje", "Samen spelen, elke week.", age_from=12, age_to=36
    ),
    service("care", "Kinderopvang De Zonnebloem", "Voor baby's en peuters.", age_from=0, age_to=36),
    service("debt", "Schuldhulpverlening Gent", languages=frozenset({"nl", "tr"})),
    service(
        "after", "Opvang na school", "Voor kinderen van de lagere school.", point=Point(51.12, 3.72)
    ),
    service("line", "Opvoedingslijn", "Vragen over opvoeding.", point=None, on_site=False, remote=True),
    service("birth", "Kraamhulp aan huis", age_from=-9, age_to=3, free_now=True),
    service("books", "Voorleesuurtje", open_days=frozenset({3}), domains=frozenset({"leisure"})),
    service("swim", "Zwemlessen", specific_need=True, areas=frozenset({"44021"})),
    Document(key="fr", texts={TextField.NAME: {"fr": "Crèche L'Étoile"}}, point=Point(51.3, 3.72)),
]


def engine_on(folder: Path, documents: list[Document]) -> Engine:
    """An engine on an index of these."""
    rebuild(folder, documents)
    return opened(folder, current(folder))


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The engine on the few services."""
    return engine_on(tmp_path_factory.mktemp("directory"), SERVICES)


@pytest.fixture
def search(engine: Engine) -> Search:
    """Keys found for a text and filters."""

    def find(text: str = "", **asked: object) -> list[str]:
        return [hit.key for hit in engine.search(Query(text=text, **asked)).hits]

    return find
