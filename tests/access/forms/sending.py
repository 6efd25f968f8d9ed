"""Forms that are right: who sends one, where to, and what must be there first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kring.foundation.accounts.models import Account
from tests.access.world import World


@dataclass(frozen=True)
class Sent:
    """A form as somebody may send it; ``files`` gives fresh files for each time it is sent."""

    by: Account | None
    parts: dict[str, Any] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)
    files: Callable[[], dict[str, Any]] = dict


type Form = Callable[[World], Sent]
FORMS: dict[str, Form] = {}
"""By route, with a word behind it where a route takes several forms."""


def sends(route: str) -> Callable[[Form], Form]:
    """Says to which route a form goes."""

    def kept(form: Form) -> Form:
        assert route not in FORMS
        FORMS[route] = form
        return form

    return kept
