"""What is made on the machine and not committed: the design assets and the catalogues."""

import gettext
import importlib.util
import os
from importlib import import_module
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE_DIR = Path(__file__).resolve().parent.parent
ASSETS = "kring.foundation.ui.assets"


def prepare() -> None:
    """Make what is missing or older than its source; does nothing when all is there."""
    compile_catalogues(PACKAGE_DIR)
    if importlib.util.find_spec(ASSETS):
        import_module(ASSETS).ensure_assets()


def compile_catalogues(folder: Path) -> list[Path]:
    """Compile every catalogue below ``folder`` that is newer than its compiled form."""
    made = []
    for source in sorted(folder.rglob("locale/*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parent.parent.name)
        half = compiled.with_suffix(f".{os.getpid()}.mo")
        with half.open("wb") as binary:
            write_mo(binary, catalogue)
        with half.open("rb") as binary:
            gettext.GNUTranslations(binary)
        half.replace(compiled)  # whole or not at all: another process may be reading
        made.append(compiled)
    return made
