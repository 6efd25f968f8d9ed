"""A copy of everything that is kept about somebody, as that person may read it: data, or on paper."""

import json
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.foundation.ui import paper
from kring.foundation.ui.words import moment_words
from kring.web.mine.parts import PARTS
from kring.web.mine.seen import Seen


def contents(seen: Seen) -> dict[str, Any]:
    """Every part with its entries, in words; what is empty says so."""
    return {
        "title": _("Wat wij over jou bewaren"),
        "made": _("Gemaakt op %(moment)s.") % {"moment": moment_words(seen.at)},
        "language": get_language() or "nl",
        "parts": [
            {
                "code": part.code,
                "title": str(part.title),
                "empty": str(part.empty),
                "entries": [
                    {"heading": entry.heading, "lines": [list(line) for line in entry.lines]}
                    for entry in part.entries(seen)
                ],
            }
            for part in PARTS
        ],
    }


def as_data(seen: Seen) -> bytes:
    """The copy as JSON."""
    return json.dumps(contents(seen), ensure_ascii=False, indent=2).encode()


def as_paper(seen: Seen) -> bytes:
    """The copy as a tagged PDF."""
    return paper.as_paper(paper.ENTRIES, contents(seen), seen.at)
