"""A kept search mails that there is something new: neutrally, once, and no more than was asked."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from kring.foundation.journal.models import JournalPayload
from kring.foundation.keys.sealing import unseal
from kring.foundation.outbox.delivery import send_due
from kring.foundation.outbox.models import Message
from kring.offer.directory.search.documents import Answer, Query
from kring.offer.directory.search.folder import BeingWritten
from kring.offer.saved import queries
from kring.offer.saved.actions import choose_how_often, mark_seen, tell_what_is_new_daily
from kring.offer.saved.models import HowOften, SavedSearch
from kring.offer.saved.queries import new_of
from kring.offer.saved.tests.keeping import BY, NOW, account, answer, kept, key_of
from kring.offer.saved.way_out import NO_MAIL_PAGE, SEARCH_PAGE, way_out_of
from kring.offer.saved.way_out import key_of as search_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
type Finds = Callable[..., None]


@pytest.fixture
def finds(monkeypatch: pytest.MonkeyPatch) -> Finds:
    """Says what the index finds from now on."""

    def now(*names: str) -> None:
        def find(_query: Query, *, at: datetime) -> Answer:
            return answer(*names)

        monkeypatch.setattr(queries, "find", find)

    return now


def test_one_mail_to_its_owner_with_a_link_to_its_page(finds: Finds):
    saved = kept()
    finds("Speelzolder", "Babbelgroep")
    assert [tell_what_is_new_daily(at=NOW + DAY + timedelta(minutes=n)) for n in range(3)] == [1, 0, 0]
    message = Message.objects.get()
    assert (message.recipient_kind, message.recipient_key) == ("account", account().key)
    assert unseal(message.sealed_link, row=message.link_row) == f"/aanbod/zoektocht/{saved.key}"
    saved.refresh_from_db()
    assert new_of(saved, answer("Speelzolder", "Babbelgroep")) == {key_of("Babbelgroep")}


def test_the_mail_says_what_it_is_about_to_nobody_and_how_it_ends(
    finds: Finds, settings: Settings, tmp_path: Path
):
    settings.SMTP_URL = f"file://{tmp_path}"
    saved = kept(name="Turkse speelgroep")
    path = f"{SEARCH_PAGE}{saved.key}"
    out = str(way_out_of(path))
    assert out.startswith(NO_MAIL_PAGE)
    assert search_of(out.removeprefix(NO_MAIL_PAGE)) == saved.key
    finds("Babbelgroep")
    tell_what_is_new_daily(at=NOW + DAY)
    send_due(at=NOW + DAY, limit=10)
    (mail,) = [file.read_text() for file in tmp_path.glob("*.eml")]
    assert out in mail.replace("=\n", "").replace("=3D", "=")
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in mail
    assert not [word for word in ("groep", "Geel", "Turkse") if word in mail]


def test_nothing_new_is_no_mail(finds: Finds):
    kept()
    finds("Speelzolder")
    assert tell_what_is_new_daily(at=NOW + DAY) == 0
    assert not Message.objects.exists()


def test_the_same_is_not_told_twice_and_stays_marked_until_it_is_seen(finds: Finds):
    saved = kept()
    finds("Speelzolder", "Babbelgroep")
    assert [tell_what_is_new_daily(at=NOW + n * DAY) for n in (1, 2, 3)] == [1, 0, 0]
    now = answer("Speelzolder", "Babbelgroep")
    saved.refresh_from_db()
    assert new_of(saved, now)
    mark_seen(saved=saved, answer=now, **BY)
    saved.refresh_from_db()
    assert not new_of(saved, now)


def test_what_comes_back_is_new_again(finds: Finds):
    kept()
    told = []
    for day, names in enumerate([(), ("Speelzolder",)], start=1):
        finds(*names)
        told.append(tell_what_is_new_daily(at=NOW + day * DAY))
    assert told == [0, 1]


def test_nobody_is_mailed_before_seven(finds: Finds):
    kept()
    finds("Babbelgroep")
    assert tell_what_is_new_daily(at=NOW + timedelta(hours=20)) == 0
    assert tell_what_is_new_daily(at=NOW + timedelta(hours=21, minutes=1)) == 1


@pytest.mark.parametrize(("often", "days"), [("day", [1, 2, 3]), ("week", [7, 14]), ("never", [])])
def test_as_often_as_was_chosen(finds: Finds, often: str, days: list[int]):
    saved = kept()
    choose_how_often(saved=saved, how_often=HowOften(often), **BY)
    told = []
    for day in range(1, 15 if often == "week" else 4):
        finds(f"Groep {day}")
        if tell_what_is_new_daily(at=NOW + day * DAY):
            told.append(day)
    assert told == days


def test_an_account_that_is_closed_gets_none(finds: Finds):
    kept()
    type(account()).objects.update(is_active=False)
    finds("Babbelgroep")
    assert tell_what_is_new_daily(at=NOW + DAY) == 0


def test_it_waits_while_the_index_is_built(finds: Finds, monkeypatch: pytest.MonkeyPatch):
    kept()

    def building(_query: object, *, at: object) -> None:
        raise BeingWritten

    monkeypatch.setattr(queries, "find", building)
    assert tell_what_is_new_daily(at=NOW + DAY) == 0
    finds("Babbelgroep")
    assert tell_what_is_new_daily(at=NOW + DAY) == 1


def test_the_journal_does_not_say_what_was_asked(finds: Finds):
    kept(name="Turkse speelgroep")
    finds("Babbelgroep")
    tell_what_is_new_daily(at=NOW + DAY)
    written = " ".join(str(one.body) for one in JournalPayload.objects.order_by("pk"))
    for word in ("speelgroep", "Geel", key_of("Babbelgroep")):
        assert word not in written
    assert SavedSearch.objects.get().asked["text"] == "speelgroep"
