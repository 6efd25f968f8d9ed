"""An account keeps searches and services within limits, and they go when their term is over."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.accounts.erasing import erase_accounts
from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.models import Term
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.recording import deed, nothing_changed
from kring.offer.directory.actions import withdraw_service
from kring.offer.directory.search.documents import Query
from kring.offer.directory.tests.offering import playgroup
from kring.offer.saved.actions import add_bookmark, mark_seen, remove_bookmark, remove_search
from kring.offer.saved.erasers import erase_searches, searches_due
from kring.offer.saved.models import Bookmark, SavedSearch
from kring.offer.saved.plain import plain, query_of
from kring.offer.saved.queries import bookmarks_of, is_bookmarked, kept_until, search_of
from kring.offer.saved.rules import may_bookmark, may_save_search
from kring.offer.saved.tests.keeping import AROUND_GEEL, BY, NOW, account, answer, kept

pytestmark = pytest.mark.django_db


def most(code: str, number: int) -> None:
    Term.objects.filter(code=code).update(value=str(number))


def test_what_was_asked_is_asked_again():
    saved = kept()
    saved.refresh_from_db()
    assert query_of(saved.asked, limit=20) == AROUND_GEEL
    assert query_of(saved.asked | {"later": 1}, limit=20) == AROUND_GEEL
    assert plain(Query()) == {}
    assert "\x00" not in plain(Query(text="a\x00b"))["text"]


def test_the_same_search_twice_is_one():
    assert kept() == kept(name="Nog eens")
    assert SavedSearch.objects.get().name == "Speelgroepen"


@pytest.mark.parametrize("changes", [{"name": " "}, {"name": "x" * 81}, {"answer": answer(total=101)}])
def test_a_search_without_a_name_or_without_an_end_is_refused(changes: dict):
    with pytest.raises(ValidationError):
        kept(**changes)
    assert not SavedSearch.objects.exists()


def test_so_many_and_no_more():
    most("saved_searches_per_account", 1)
    most("bookmarks_per_account", 0)
    kept()
    with pytest.raises(ValidationError):
        kept(query=Query(text="opvang"))
    assert not may_save_search(account(), "Opvang", 1, NOW)
    assert kept(account=account("rik"), query=Query(text="opvang"))
    assert not may_bookmark(account(), playgroup(), NOW)


def test_only_its_owner_finds_a_search():
    saved = kept()
    assert search_of(account(), saved.key) == saved
    assert search_of(account("rik"), saved.key) is None
    remove_search(saved=saved, **BY)
    assert search_of(account(), saved.key) is None


def test_a_service_is_kept_once_and_stays_when_it_is_gone():
    service = playgroup()
    assert add_bookmark(account=account(), service=service, **BY) == add_bookmark(
        account=account(), service=service, **BY
    )
    assert is_bookmarked(account(), service)
    assert not is_bookmarked(account("rik"), service)
    withdraw_service(service=service, **BY)
    assert [one.service.state for one in bookmarks_of(account())] == ["defunct"]
    remove_bookmark(account=account(), service=service, **BY)
    assert not Bookmark.objects.exists()
    with pytest.raises(ValidationError):
        add_bookmark(account=account(), service=service, **BY)


def test_a_search_that_nobody_uses_goes_after_its_term():
    saved = kept()
    later = NOW + timedelta(days=300)
    assert searches_due(later) == []
    mark_seen(saved=saved, answer=answer(), by=SYSTEM, at=later)
    saved.refresh_from_db()
    over = NOW + timedelta(days=370)
    assert searches_due(over) == []
    assert kept_until(saved, over) > over
    much_later = later + timedelta(days=367)
    assert [due.key for due in searches_due(much_later)] == [saved.key]
    gone = erase_searches(by=SYSTEM, at=much_later, keys=[saved.key])
    assert gone == {"saved_search": 1}


def test_with_an_account_all_it_kept_goes():
    kept()
    add_bookmark(account=account(), service=playgroup(), **BY)
    with deed():
        nothing_changed()
        erase_accounts(by=SYSTEM, at=NOW, accounts=Account.objects.filter(name="sofia"))
    assert not SavedSearch.objects.exists()
    assert not Bookmark.objects.exists()
