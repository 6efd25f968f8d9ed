"""The lists a service is described with, as taxonomies of HSDS.

They are derived from the codes of the directory and have the same ids in every installation, so that
what one of them hands on means the same in another.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kring.offer.directory.models import (
    HelpFunction,
    LifeDomain,
    Pillar,
    Reach,
    Service,
    Situation,
    WayIn,
)

SPACE = UUID("6f0a2a2e-2a55-5b0c-9d0b-0d7f4d3c8a11")
"""Never changes: the ids of all terms rest on it."""
VERSION = "1"
EXPECTING = "expecting"


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One list: its code, its words, and the code and words of each term."""

    code: str
    name: str | Promise
    description: str | Promise
    terms: Mapping[str, str | Promise]

    @property
    def key(self) -> UUID:
        """Its id in HSDS."""
        return uuid5(SPACE, self.code)

    def term_key(self, code: str) -> UUID:
        """The id of one of its terms."""
        return uuid5(self.key, code)


TAXONOMIES = (
    Taxonomy(
        "life_domain",
        _("Levensdomeinen"),
        _("Waarover het aanbod gaat, voor een gezin."),
        dict(LifeDomain.choices),
    ),
    Taxonomy(
        "pillar",
        _("Pijlers van het Huis van het Kind"),
        _("De drie pijlers van het decreet van 29 november 2013."),
        dict(Pillar.choices),
    ),
    Taxonomy(
        "reach", _("Bereik"), _("Voor elk gezin, of voor wie meer nodig heeft."), dict(Reach.choices)
    ),
    Taxonomy("way_in", _("Toegang"), _("Hoe een gezin er terechtkan."), dict(WayIn.choices)),
    Taxonomy(
        "situation",
        _("Situaties"),
        _("Waarmee een gezin kan leven waarvoor het aanbod gemaakt is."),
        {**dict(Situation.choices), EXPECTING: _("een kind verwachten")},
    ),
    Taxonomy(
        "function",
        _("Functies van de typemodules"),
        _("Wat een typemodule van de jeugdhulp doet."),
        dict(HelpFunction.choices),
    ),
)
BY_CODE = {one.code: one for one in TAXONOMIES}
BY_KEY = {str(one.key): one for one in TAXONOMIES}
TERMS = {str(one.term_key(code)): (one, code) for one in TAXONOMIES for code in one.terms}
"""Every term by its id."""


def said_taxonomy(taxonomy: Taxonomy) -> dict[str, Any]:
    """A list as HSDS says it, in the language of now."""
    return {
        "id": str(taxonomy.key),
        "name": str(taxonomy.name),
        "description": str(taxonomy.description),
        "version": VERSION,
    }


def said_term(taxonomy: Taxonomy, code: str) -> dict[str, Any]:
    """A term as HSDS says it, in the language of now."""
    words = str(taxonomy.terms[code])
    return {
        "id": str(taxonomy.term_key(code)),
        "code": code,
        "name": words,
        "description": words,
        "taxonomy": str(taxonomy.name),
        "taxonomy_id": str(taxonomy.key),
        "taxonomy_detail": said_taxonomy(taxonomy),
        "language": (get_language() or "nl")[:2],
    }


def codes_of(service: Service) -> Iterator[tuple[str, str, str]]:
    """The list, the code and the value (mostly none) of each term a service is described with."""
    yield from (("life_domain", one.code, "") for one in service.domains.all())
    yield from (("situation", one.code, "") for one in service.situations.all())
    named = {"pillar": service.pillar, "reach": service.reach, "way_in": service.entry}
    yield from ((name, code, "") for name, code in named.items() if code)
    if hasattr(service, "eligibility") and service.eligibility.expecting:
        yield "situation", EXPECTING, ""
    if hasattr(service, "typemodule"):
        yield "function", service.typemodule.function, service.typemodule.code


def attributes_of(service: Service) -> list[dict[str, Any]]:
    """The terms of a service as attributes of HSDS; give one that was read ``whole``."""
    said = []
    for name, code, value in sorted(codes_of(service)):
        key = BY_CODE[name].term_key(code)
        attribute = {
            "id": str(uuid5(service.key, str(key))),
            "link_id": str(service.key),
            "link_type": name,
            "link_entity": "service",
            "taxonomy_term_id": str(key),
            "taxonomy_term": said_term(BY_CODE[name], code),
        }
        said.append(attribute | ({"value": value} if value else {}))
    return said


def named_like(words: Iterable[str], *texts: object) -> bool:
    """Whether each of these words stands in one of the texts, in capitals or not."""
    text = " ".join(str(one) for one in texts).casefold()
    return all(word.casefold() in text for word in words)
