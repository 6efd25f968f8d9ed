"""Which languages the screens speak: Dutch, and each one that has a catalogue."""

import re
from pathlib import Path

from babel import Locale

SOURCE = ("nl", "Nederlands")
FIRST = ("fr", "en")
"""Languages of every page; a further one is spoken on the pages that families read."""
SIGNED = re.compile(r'^"X-Reviewed-By: (.*?)\\n"$', re.MULTILINE)


def spoken(folder: Path) -> list[tuple[str, str]]:
    """Code and own name of each language with a catalogue below ``folder``, Dutch first."""
    found = {path.parent.parent.name for path in folder.glob("*/LC_MESSAGES/django.po")}
    order = [*(code for code in FIRST if code in found), *sorted(found - set(FIRST))]
    return [SOURCE, *((code, _own_name(code)) for code in order)]


def unreviewed(folder: Path) -> frozenset[str]:
    """The languages for families below ``folder`` that no person has signed yet."""
    paths = folder.glob("*/LC_MESSAGES/django.po")
    further = {path.parent.parent.name: path for path in paths}
    return frozenset(
        code for code, path in further.items() if code not in FIRST and not reviewed_by(path)
    )


def reviewed_by(path: Path) -> str:
    """Who signed a catalogue, as its head says; empty for nobody."""
    with path.open(encoding="utf-8") as source:
        found = SIGNED.search(source.read(1_000))
    return found[1].strip() if found else ""


def _own_name(code: str) -> str:
    name = Locale.parse(code, sep="-").get_language_name() or code
    return name[0].upper() + name[1:]
