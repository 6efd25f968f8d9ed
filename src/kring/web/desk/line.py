"""One line of the day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the day: what, why today, with whom, and its one deed."""

    title: str
    why: str
    holder: str
    url: str
    act: str
    act_url: str
    is_deed: bool
    key: str = ""
    kind: str = "soon"
