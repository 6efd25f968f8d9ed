"""An account that keeps things, and answers of the index without an index."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from tests.cast import LONG_AGO

from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.journal.actor import VISITOR
from kring.offer.directory.search.documents import Answer, Hit, Point, Query
from kring.offer.saved.actions import save_search
from kring.offer.saved.models import HowOften, SavedSearch

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
BY: dict[str, Any] = {"by": VISITOR, "at": NOW}
AROUND_GEEL = Query(
    text="speelgroep", near=Point(51.16, 4.99), within_km=10.0, age=-2, languages=frozenset({"tr"})
)


def account(name: str = "sofia") -> Account:
    """An account of somebody of a family."""
    known = Account.objects.filter(name=name).first()
    return known or Account.objects.create_user(
        f"{name}@example.org", name=name, kind=AccountKind.FAMILY, created_at=LONG_AGO
    )


def answer(*names: str, total: int | None = None) -> Answer:
    """What was found: services by any name."""
    hits = tuple(Hit(key=key_of(name), km=None, remote=False, reasons=()) for name in names)
    return Answer(hits=hits, total=len(hits) if total is None else total)


def key_of(name: str) -> str:
    """The key of a service with this name."""
    return str(uuid5(UUID(int=0), name))


def kept(**changes: Any) -> SavedSearch:
    """Playgroups around Geel, of which there is one, mailed each day."""
    said: dict[str, Any] = {
        "account": account(),
        "name": "Speelgroepen",
        "query": AROUND_GEEL,
        "place": "Geel",
        "how_often": HowOften.DAY,
        "answer": answer("Speelzolder"),
    }
    return save_search(**said | BY | changes)
