"""Keeping a search or a service, and mailing that a kept search finds something new.

What a search finds is asked before a deed begins: no row is held while the index answers.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.timezone import localtime

from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Recipient
from kring.offer.directory.models import Service
from kring.offer.directory.search.documents import Answer, Query
from kring.offer.directory.search.folder import BeingWritten
from kring.offer.saved.models import Bookmark, HowOften, SavedSearch
from kring.offer.saved.plain import plain
from kring.offer.saved.queries import answer_to, keys_of, searches_due
from kring.offer.saved.rules import check_may_bookmark, check_may_save_search
from kring.offer.saved.way_out import SEARCH_PAGE

SOMETHING_NEW = "saved.something_new"
FROM_HOUR = 7
"""Nobody is mailed in the night, and by then the index of the day is there."""
AT_ONCE = 300
"""So many searches are looked at in one tick; the others in the next."""
DAYS = {HowOften.DAY: 1, HowOften.WEEK: 7}


@action
def save_search(
    *,
    account: Account,
    name: str,
    query: Query,
    place: str,
    how_often: HowOften,
    answer: Answer,
    by: Actor,
    at: datetime,
) -> SavedSearch:
    """Keep a question with what it finds now; one that is kept already stays as it is.

    ``answer`` is that to ``query``. Raises ValidationError.
    """
    asked = plain(query)
    for one in SavedSearch.objects.filter(account=account).order_by("pk"):
        if one.asked == asked:
            nothing_changed()
            return one
    check_may_save_search(account, name, answer.total, at)
    made = SavedSearch.objects.create(
        account=account,
        name=name.strip(),
        asked=asked,
        place=place.replace("\x00", " ").strip(),
        how_often=how_often,
        look_on=next_look(how_often, at),
        seen=keys_of(answer),
        saved_at=at,
        touched_at=at,
    )
    record(by=by, at=at, did="saved_search.made", about=_about(made), how_often=str(how_often))
    return made


@action
def choose_how_often(*, saved: SavedSearch, how_often: HowOften, by: Actor, at: datetime) -> None:
    """Mail what is new each day, each week, or not at all from now on."""
    other = SavedSearch.objects.filter(pk=saved.pk).exclude(how_often=how_often)
    if not other.update(how_often=how_often, look_on=next_look(how_often, at), touched_at=at):
        nothing_changed()
        return
    record(by=by, at=at, did="saved_search.changed", about=_about(saved), how_often=str(how_often))


@action
def mark_seen(*, saved: SavedSearch, answer: Answer, by: Actor, at: datetime) -> None:
    """Its owner knows all that it finds now."""
    kept = SavedSearch.objects.filter(pk=saved.pk)
    if not kept.update(seen=keys_of(answer), told=[], touched_at=at):
        nothing_changed()
        return
    record(by=by, at=at, did="saved_search.seen", about=_about(saved))


@action
def remove_search(*, saved: SavedSearch, by: Actor, at: datetime) -> None:
    """Keep it no more."""
    about = _about(saved)
    if not SavedSearch.objects.filter(pk=saved.pk).delete()[0]:
        nothing_changed()
        return
    record(by=by, at=at, did="saved_search.removed", about=about)


@action
def tell_new(*, saved: SavedSearch, answer: Answer, by: Actor, at: datetime) -> bool:
    """Mail that there is something new since the last mail and the last look; False when not.

    What is found no more is forgotten, so that it is new when it comes back: a place that is free
    again, say. A search that its owner touched meanwhile is left for the next tick.
    """
    there = set(keys_of(answer))
    seen, told = there & set(saved.seen), there & set(saved.told)
    new = there - seen - told
    same = SavedSearch.objects.filter(
        pk=saved.pk, look_on=saved.look_on, how_often=saved.how_often, touched_at=saved.touched_at
    )
    looked = same.update(
        seen=sorted(seen), told=sorted(told | new), look_on=next_look(saved.how_often, at)
    )
    if not looked or not new:
        nothing_changed()  # that it was looked at says nothing of anybody
        return False
    once = f"{SOMETHING_NEW}:{saved.key}:{local_day(at).isoformat()}"
    to, link = Recipient("account", saved.account.key), f"{SEARCH_PAGE}{saved.key}"
    post(by=by, at=at, to=to, text=SOMETHING_NEW, link=link, once=once)
    record(by=by, at=at, did="saved_search.told", about=_about(saved), new=len(new))
    return True


def tell_what_is_new_daily(*, at: datetime, by: Actor = SYSTEM) -> int:
    """Look with each search that is due, and mail where there is something new; how many mails."""
    if localtime(at).hour < FROM_HOUR:
        return 0
    told = 0
    for saved in searches_due(at, AT_ONCE):
        try:
            answer = answer_to(saved, at)
        except BeingWritten:
            return told
        told += tell_new(saved=saved, answer=answer, by=by, at=at)
    return told


@action
def add_bookmark(*, account: Account, service: Service, by: Actor, at: datetime) -> Bookmark:
    """Keep a service to find it again. Raises ValidationError."""
    known = Bookmark.objects.filter(account=account, service=service).first()
    if known is None:
        check_may_bookmark(account, service, at)
    made, new = Bookmark.objects.get_or_create(
        account=account, service=service, defaults={"marked_at": at}
    )
    if not new:
        nothing_changed()
        return made
    record(by=by, at=at, did="bookmark.made", about=[("bookmark", made.key)])
    return made


@action
def remove_bookmark(*, account: Account, service: Service, by: Actor, at: datetime) -> None:
    """Keep a service no more."""
    found = Bookmark.objects.filter(account=account, service=service)
    about: Iterable[Subject] = [
        ("bookmark", key) for key in found.order_by("pk").values_list("key", flat=True)
    ]
    if not found.delete()[0]:
        nothing_changed()
        return
    record(by=by, at=at, did="bookmark.removed", about=about)


def next_look(how_often: str, at: datetime) -> date | None:
    """The day on which a search looks again; None for one that mails nothing."""
    if how_often == HowOften.NEVER:
        return None
    return local_day(at) + timedelta(days=DAYS[HowOften(how_often)])


def _about(saved: SavedSearch) -> list[Subject]:
    """Which search; what it asks stands in no journal."""
    return [("saved_search", saved.key)]
