"""Where a feed names lists and terms: on their own, or nested in what they describe."""

from collections.abc import Iterator, Mapping
from typing import Any

from kring.exchange.hsds.taxonomies import BY_KEY, TERMS

type Raw = dict[str, Any]
OF_TERMS = {"taxonomy", "taxonomy_id", "taxonomy_detail", "term_uri", "term", "parent_id"}
OF_TAXONOMIES = {"version", "taxonomy_terms"}


def is_term(raw: Raw) -> bool:
    """Whether this record, which is no organisation, place or service, is a term."""
    return bool(OF_TERMS & set(raw))


def is_taxonomy(raw: Raw) -> bool:
    """Whether this record, which is no organisation, place or service, is a list of terms."""
    return bool(OF_TAXONOMIES & set(raw))


def as_taxonomy(raw: Raw) -> Raw:
    """A record that is known to be a list, so that it is not taken for an organisation."""
    return {"version": "", **raw}


def as_term(raw: Raw) -> Raw:
    """A record that is known to be a term."""
    return {"taxonomy": "", **raw}


def is_ours(found: Any) -> bool:
    """Whether this is the id of one of our own lists or terms, which no feed changes."""
    return isinstance(found, str) and found.lower() in BY_KEY.keys() | TERMS.keys()


def taxonomies_within(raw: Any) -> Iterator[Raw]:
    """The lists that are nested in a record."""
    for name, value in _within(raw):
        if name == "taxonomy_detail" and isinstance(value, dict):
            yield value


def terms_within(raw: Any) -> Iterator[tuple[Raw, str]]:
    """The terms that are nested in a record, each with the id of the list that it is nested in."""
    for name, value in _within(raw):
        if name == "taxonomy_term" and isinstance(value, dict):
            yield value, ""
        elif name == "taxonomy_terms" and isinstance(value, list):
            owner = text_of(raw, "id") if raw.get(name) is value else ""
            yield from ((one, owner) for one in value if isinstance(one, dict))


def taxonomy_of(term: Mapping[str, Any]) -> str:
    """The id of the list a term says it is in; empty when it says none."""
    detail = term.get("taxonomy_detail")
    inner = text_of(detail, "id") if isinstance(detail, Mapping) else ""
    return text_of(term, "taxonomy_id") or inner


def text_of(raw: Mapping[str, Any], name: str) -> str:
    """The text under this name; empty when there is none."""
    found = raw.get(name)
    return found if isinstance(found, str) else ""


def _within(raw: Any) -> Iterator[tuple[str, Any]]:
    """Every value of a record and of what is nested in it, by its name."""
    level: list[Any] = [raw]
    while level:
        found = level.pop()
        if isinstance(found, dict):
            yield from found.items()
            level += [one for one in reversed(found.values()) if isinstance(one, dict | list)]
        elif isinstance(found, list):
            level += [one for one in reversed(found) if isinstance(one, dict | list)]
