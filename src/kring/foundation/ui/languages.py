"""Which languages the screens speak: Dutch, and each one that has a catalogue."""

from pathlib import Path

from babel import Locale

SOURCE = ("nl", "Nederlands")
FIRST = ("fr", "en")


def spoken(folder: Path) -> list[tuple[str, str]]:
    """Code and own name of each language with a catalogue below ``folder``, Dutch first."""
    found = {path.parent.parent.name for path in folder.glob("*/LC_MESSAGES/django.po")}
    order = [*(code for code in FIRST if code in found), *sorted(found - set(FIRST))]
    return [SOURCE, *((code, _own_name(code)) for code in order)]


def _own_name(code: str) -> str:
    name = Locale.parse(code, sep="-").get_language_name() or code
    return name[0].upper() + name[1:]
