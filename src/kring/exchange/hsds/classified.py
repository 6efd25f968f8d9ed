"""What a record of a feed says by the terms of our own lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kring.exchange.hsds.taxonomies import EXPECTING, TERMS
from kring.offer.directory.models import TypeModule
from kring.offer.directory.models.terms import LONGEST_ID

LONGEST_CODE = 20
ONE_OF_A_LIST = {"pillar": "pillar", "reach": "reach", "entry": "way_in"}


@dataclass(frozen=True, slots=True)
class Classified:
    """Codes with their value (mostly none) by list, and the attributes that speak of other lists."""

    terms: Mapping[str, Mapping[str, str]]
    left: list[Any]

    @property
    def foreign(self) -> list[str]:
        """The ids of the terms of lists that others keep."""
        named = (_term_named(one) for one in self.left)
        return [found for found in named if found.isprintable() and 0 < len(found) <= LONGEST_ID]

    @property
    def fields(self) -> dict[str, str]:
        """The fields of a service that hold one code of a list; the first one counts."""
        return {name: next(iter(self.terms.get(of, ())), "") for name, of in ONE_OF_A_LIST.items()}

    @property
    def domains(self) -> list[str]:
        """The life domains."""
        return list(self.terms.get("life_domain", ()))

    @property
    def situations(self) -> list[str]:
        """The situations of families it is made for."""
        return [code for code in self.terms.get("situation", ()) if code != EXPECTING]

    @property
    def expecting(self) -> bool:
        """Whether it is for who expects a child."""
        return EXPECTING in self.terms.get("situation", ())

    @property
    def typemodule(self) -> TypeModule | None:
        """The typemodule, where its one function and its code are said."""
        functions = self.terms.get("function", {})
        named = [(function, code) for function, code in functions.items() if code]
        if not named or len(named[0][1]) > LONGEST_CODE:
            return None
        return TypeModule(function=named[0][0], code=named[0][1])


def classified(attributes: Any) -> Classified:
    """Tell the attributes of our own lists from the others, which are handed on as they are said."""
    terms: dict[str, dict[str, str]] = {}
    left = []
    for one in attributes if isinstance(attributes, list) else []:
        known = TERMS.get(_term_named(one))
        if known is None:
            left.append(one)
        else:
            value = one.get("value")
            terms.setdefault(known[0].code, {})[known[1]] = value if isinstance(value, str) else ""
    return Classified(terms, left)


def _term_named(attribute: Any) -> str:
    if not isinstance(attribute, Mapping):
        return ""
    nested = attribute.get("taxonomy_term")
    inner = nested.get("id") if isinstance(nested, Mapping) else None
    found = attribute.get("taxonomy_term_id") or inner
    return found if isinstance(found, str) else ""
