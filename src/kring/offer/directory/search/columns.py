"""Numbers of found documents, a column at a time; what is not there is zero."""

from collections.abc import Sequence

from tantivy import DocAddress, Searcher


def whole(searcher: Searcher, name: str, addresses: Sequence[DocAddress]) -> list[int]:
    """A column of whole numbers."""
    return [int(value or 0) for value in searcher.fast_field_values(name, list(addresses))]


def real(searcher: Searcher, name: str, addresses: Sequence[DocAddress]) -> list[float]:
    """A column of real numbers."""
    return [float(value or 0.0) for value in searcher.fast_field_values(name, list(addresses))]
