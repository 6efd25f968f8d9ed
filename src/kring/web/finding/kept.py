"""A kept search as its page shows it: what it asks in words, and what is new on top."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kring.foundation.accounts.models import Account
from kring.foundation.records.local_text import in_language
from kring.offer.directory.search.documents import Answer
from kring.offer.directory.states import SHOWN
from kring.offer.saved.models import SavedSearch
from kring.offer.saved.plain import query_of
from kring.offer.saved.queries import bookmarks_of, kept_until, new_of
from kring.web.finding import results
from kring.web.finding.asked import Asked
from kring.web.finding.choices import choices


def asked_of(saved: SavedSearch) -> Asked:
    """The fields of the search form that ask this."""
    query = query_of(saved.asked, limit=1)
    return Asked(
        q=query.text,
        waar=saved.place,
        km=round(query.within_km),
        maanden=query.age,
        taal=next(iter(query.languages), ""),
        dag=next(iter(query.open_on), None),
        domein=next(iter(query.domains), ""),
        bereik=query.reach,
        vrij=query.free_now,
        extra=query.specific_need,
    )


def asked_words(asked: Asked) -> list[str]:
    """What is asked, a few words for each field that says something."""
    return list(_words(asked))


def _words(asked: Asked) -> Iterator[str]:
    if asked.q.strip():
        yield f"“{asked.q.strip()}”"
    if asked.waar:
        yield _("rond %(name)s") % {"name": asked.waar}
    for choice in choices(asked):
        if choice.name != "km" or asked.waar:
            yield from (words for value, words, chosen in choice.options if chosen and value)
    if asked.vrij:
        yield _("Er is nu plaats vrij")
    if asked.extra:
        yield _("Voor een kind dat extra ondersteuning nodig heeft")


def shown_search(saved: SavedSearch, answer: Answer, at: datetime) -> dict[str, Any]:
    """What the page says of what it finds now; what is new stands first."""
    asked, new = asked_of(saved), new_of(saved, answer)
    found = [replace(one, new=one.key in new) for one in results.found_of(answer, asked, at)]
    return {
        "found": sorted(found, key=lambda one: not one.new),
        "fresh": len(new),
        "count": results.count_words(answer),
    }


def told_of(saved: SavedSearch, at: datetime) -> dict[str, Any]:
    """What the page says of the search itself."""
    asked = asked_of(saved)
    return {
        "saved": saved,
        "asked_words": asked_words(asked),
        "again_url": reverse("finding:search") + asked.address(),
        "kept_until": kept_until(saved, at),
    }


def shown_bookmarks(account: Account) -> list[dict[str, Any]]:
    """The kept services; of one that is gone, its name and that it is gone."""
    return [
        {
            "key": one.service.key,
            "name": in_language(one.service.name),
            "of": in_language(one.service.organization.name),
            "shown": one.service.state in SHOWN,
        }
        for one in bookmarks_of(account)
    ]
