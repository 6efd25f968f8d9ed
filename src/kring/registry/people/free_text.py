"""What free words hold that could point at somebody: a national number, a street with a number."""

import re

from django.core.exceptions import ValidationError

from kring.registry.people.rules import check_national_number

NUMBER = re.compile(r"\d(?:[ .\-/]?\d){10}")
STREET = re.compile(
    r"\b\w*(?:straat|str\.?|laan|weg|plein|dreef|baan|lei|kaai|hof|pad|rue|avenue|street),?\s+"
    r"(?:nr\.?\s*|nummer\s+)?\d",
    re.IGNORECASE,
)


def holds_a_national_number(words: str) -> bool:
    """Whether eleven digits among these words are the number of a person."""
    for found in NUMBER.findall(words):
        try:
            check_national_number(re.sub(r"\D", "", found))
        except ValidationError:
            continue
        return True
    return False


def holds_a_street(words: str) -> bool:
    """Whether a street with a number stands among these words."""
    return STREET.search(words) is not None
