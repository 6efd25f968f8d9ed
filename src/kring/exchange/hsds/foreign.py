"""Lists and terms that feeds brought, as the door hands them on: after our own, as they were said."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.exchange.hsds.asking import Asked
from kring.exchange.hsds.conforming import conformed, simple
from kring.exchange.hsds.queries import in_parts
from kring.exchange.hsds.taxonomies import BY_KEY, TERMS, named_like, said_taxonomy, said_term
from kring.offer.directory.models import ForeignTaxonomy, ForeignTerm

type Said = dict[str, Any]
SEARCHED = ("name", "description")


@dataclass(frozen=True, slots=True)
class Listed:
    """What is asked of a kind: our own, and those of feeds with how they are said."""

    own: list[Said]
    foreign: QuerySet[Any]
    say: Callable[[Iterable[Any]], list[Said]]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.own) + self.foreign.count()

    def part(self, of: int, to: int) -> list[Said]:
        """Some of them, by their place."""
        before = len(self.own)
        rows = self.foreign[max(of - before, 0) : max(to - before, 0)] if to > before else ()
        return self.own[of:to] + self.say(rows)

    def every(self) -> Iterable[Said]:
        """All of them, a fixed number at a time."""
        return chain(self.own, (one for part in in_parts(self.foreign) for one in self.say(part)))


def taxonomies_asked(asked: Asked) -> Listed:
    """The lists of a question."""
    own = _with_words([said_taxonomy(one) for one in BY_KEY.values()], asked.words)
    return Listed(own, _once(ForeignTaxonomy, asked), lambda rows: _told("taxonomy", rows))


def terms_asked(asked: Asked) -> Listed:
    """The terms of a question. None of our own lies below another, so all of them are at the top."""
    within = asked.taxonomy_id.lower()
    wanted = () if asked.parent_id else TERMS.values()
    own = [said_term(*one) for one in wanted if within in ("", str(one[0].key))]
    rows = _once(ForeignTerm, asked)
    if asked.taxonomy_id:
        rows = rows.filter(taxonomy__in={asked.taxonomy_id, within})
    if asked.parent_id:
        rows = rows.filter(parent__in={asked.parent_id, asked.parent_id.lower()})
    elif asked.top_only:
        rows = rows.filter(parent="")
    return Listed(_with_words(own, asked.words), rows, lambda rows: _told("taxonomy_term", rows))


def taxonomy_named(found: str) -> Said | None:
    """One list by its id."""
    own = BY_KEY.get(found.lower())
    return said_taxonomy(own) if own else _one(ForeignTaxonomy, "taxonomy", found)


def term_named(found: str) -> Said | None:
    """One term by its id, with the list it is in."""
    own = TERMS.get(found.lower())
    return said_term(*own) if own else _one(ForeignTerm, "taxonomy_term", found)


def _once(model: Any, asked: Asked) -> QuerySet[Any]:
    """Each id once: of two feeds that say the same list, the one that was read first counts."""
    earlier = model.objects.filter(foreign_id=OuterRef("foreign_id"), pk__lt=OuterRef("pk"))
    rows = model.objects.filter(~Exists(earlier.order_by()))
    for word in asked.words:
        places = [(f"said__{field}__icontains", word) for field in SEARCHED]
        rows = rows.filter(Q(*places, _connector=Q.OR))
    found: QuerySet[Any] = rows.order_by("pk")
    return found


def _one(model: Any, kind: str, found: str) -> Said | None:
    row = model.objects.filter(foreign_id=found).order_by("pk").first()
    return conformed(kind, _whole(row, _lists([row]))) if row else None


def _told(kind: str, rows: Iterable[Any]) -> list[Said]:
    """These as a list of HSDS has them; what cannot be said as an object of it is left out."""
    every = list(rows)
    lists = _lists(every)
    said = (conformed(kind, simple(_whole(row, lists))) for row in every)
    return [one for one in said if one is not None]


def _lists(rows: Iterable[Any]) -> dict[str, Said]:
    """The lists that these terms are in, by their id."""
    wanted = {row.taxonomy for row in rows if isinstance(row, ForeignTerm) and row.taxonomy}
    if not wanted:
        return {}
    own = {key: said_taxonomy(one) for key, one in BY_KEY.items() if key in wanted}
    known = ForeignTaxonomy.objects.filter(foreign_id__in=wanted).order_by("-pk")
    return {row.foreign_id: simple(row.said) for row in known} | own


def _whole(row: Any, lists: dict[str, Said]) -> Said:
    said: Said = {**row.said, "id": row.foreign_id}
    if isinstance(row, ForeignTerm) and row.taxonomy:
        said["taxonomy_id"] = row.taxonomy
        if row.taxonomy in lists:
            said["taxonomy_detail"] = lists[row.taxonomy]
    return said


def _with_words(said: list[Said], words: list[str]) -> list[Said]:
    return [one for one in said if named_like(words, one["name"], one["description"])]
