"""Collects the texts of the screens into the catalogues, without the gettext programs.

Dutch is the source: a text stands in Dutch in a page or in the code, its French and English in
``locale/<language>/LC_MESSAGES/django.po``. A changed Dutch text is a new text: its old
translation is dropped, so that no sentence is ever half translated.

A further language, Arabic say, holds only what families read; a text it does not have stays Dutch.
Until a person signs it (``X-Reviewed-By`` in its head), its pages say that nobody looked at it yet.

Run it after a text was added or changed: ``python -m kring.command.catalogues``.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

from kring.foundation.ui.languages import FIRST as LANGUAGES
from kring.foundation.ui.languages import reviewed_by

PACKAGE_DIR = Path(__file__).resolve().parent.parent
PLURAL, CONTEXT, BOTH = "ngettext", "pgettext", "npgettext"
PLAIN = ("gettext", "_", "__", "_g", "gettext_noop")
LAZY = "_lazy"
KEYWORDS = (*PLAIN, PLURAL, CONTEXT, BOTH, *(f"{n}{LAZY}" for n in ("gettext", PLURAL, CONTEXT, BOTH)))
FAMILY = (
    "web/mine/",
    "web/portal/",
    "foundation/ui/",
    "foundation/accounts/adapters.py",
    "foundation/accounts/forms.py",
    "foundation/accounts/letters.py",
    "foundation/accounts/rules.py",
    "foundation/accounts/templates/account/",
    "foundation/accounts/templates/accounts/",
    "foundation/accounts/templates/socialaccount/",
    "support/documents/rules.py",
    "support/documents/content.py",
    "support/documents/actions.py",
    "support/documents/models.py",
    "support/signatures/rules.py",
    "support/signatures/models.py",
    "trust/access/middleware.py",
    "web/paper/frozen.py",
    "web/paper/circle.py",
    "web/paper/words.py",
    "support/circles/models.py",
    "support/plans/faces.py",
    "support/plans/models/goal.py",
    "support/plans/models/plan.py",
    "support/plans/models/team.py",
    "trust/access/models/involvement.py",
    "trust/consent/models/",
    "web/shell/goal_choice.py",
    "web/shell/looking_words.py",
    "web/shell/question_fields.py",
    "registry/people/models/",
)
"""Where the texts stand that a family reads. A further language says these, and no others."""
OF_WORKERS = (
    "foundation/accounts/templates/accounts/demo.html",
    "web/mine/templates/mine/access.html",
    "web/portal/templates/portal/link",
    "foundation/ui/templates/cotton/difference.html",
    "foundation/ui/templates/cotton/dot_map.html",
    "foundation/ui/templates/cotton/pager.html",
)
"""What stands among them and only workers read."""
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"X-Reviewed-By: {reviewed_by}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
IN_TEMPLATE = re.compile(
    rf"\b(n?p?gettext|_)\(\s*({LITERAL})(?:\s*,\s*({LITERAL}))?(?:\s*,\s*({LITERAL}))?", re.DOTALL
)


@dataclass(frozen=True, order=True, slots=True)
class Text:
    """One text of the screens: its Dutch, its Dutch for many, and what tells namesakes apart."""

    one: str
    many: str = ""
    context: str = ""

    @property
    def key(self) -> str | tuple[str, str]:
        """As Babel names it."""
        return (self.one, self.many) if self.many else self.one


def texts_of_package(
    folder: Path = PACKAGE_DIR, only: tuple[str, ...] = ("",), without: tuple[str, ...] = ()
) -> dict[Text, str]:
    """Every text below ``folder`` with the file it was first seen in, tests left out.

    ``only`` are the beginnings of the paths that are looked at, ``without`` of those that are not.
    """
    found: dict[Text, str] = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.suffix not in {".py", ".html", ".txt"} or "tests" in inside.parts:
            continue
        name = inside.as_posix()
        if not name.startswith(only) or (without and name.startswith(without)):
            continue
        if path.suffix != ".py" and "templates" not in inside.parts:
            continue
        for text in in_code(path) if path.suffix == ".py" else in_template(path.read_text()):
            found.setdefault(text, inside.as_posix())
    return found


def texts_of_families(folder: Path = PACKAGE_DIR) -> dict[Text, str]:
    """Every text that a family reads, with the file it was first seen in."""
    return texts_of_package(folder, only=FAMILY, without=OF_WORKERS)


def in_code(path: Path) -> Iterator[Text]:
    """The texts of a Python file; a text that is put together at run time is no text."""
    with path.open("rb") as source:
        for _line, function, words, _comments in extract_python(source, dict.fromkeys(KEYWORDS), [], {}):
            parts = list(words) if isinstance(words, tuple) else [words]
            if all(isinstance(part, str) for part in parts[: _texts_in(function)]):
                yield _text(str(function), [str(part) for part in parts])


def in_template(source: str) -> Iterator[Text]:
    """The texts of a template, its own trimming of lines applied."""
    for found in IN_TEMPLATE.finditer(templatize(source)):
        yield _text(found[1], [ast.literal_eval(part) for part in found.groups()[1:] if part])


def _texts_in(function: object) -> int:
    return {PLURAL: 2, CONTEXT: 2, BOTH: 3}.get(str(function).removesuffix(LAZY), 1)


def _text(function: str, parts: list[str]) -> Text:
    kind = function.removesuffix(LAZY)
    context = parts.pop(0) if kind in {CONTEXT, BOTH} else ""
    return Text(parts[0], parts[1] if kind in {PLURAL, BOTH} else "", context)


def path_of(language: str) -> Path:
    """The catalogue of a language."""
    return PACKAGE_DIR / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogue_of(language: str) -> Catalog:
    """The catalogue as it stands; an empty one where there is none."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as source:
        return read_po(source, locale=language)


def updated(language: str, texts: dict[Text, str]) -> Catalog:
    """A catalogue of exactly these texts, with what was translated before."""
    before = catalogue_of(language)
    after = Catalog(locale=language)
    for text in sorted(texts, key=lambda text: (texts[text], text)):
        known = before.get(text.key, text.context or None)
        after.add(
            text.key,
            known.string if known and not known.fuzzy else "",
            locations=[(texts[text], 0)],
            context=text.context or None,
        )
    return after


def write(language: str, catalogue: Catalog) -> None:
    """Write it in the order of the files, so that a change shows only what changed."""
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    who = reviewed_by(path) if path.exists() else ""
    head = HEADER.format(language=language, plurals=catalogue.plural_forms, reviewed_by=who)
    with path.open("wb") as target:
        target.write(head.encode())
        write_po(target, catalogue, width=100, include_lineno=False, omit_header=True)


def main() -> int:
    """Update every catalogue and say what is still to translate; 1 when something is."""
    settings.configure(USE_I18N=False)
    django.setup()
    everything, of_families, missing = texts_of_package(), texts_of_families(), 0
    for language in sorted({*LANGUAGES, *(p.name for p in (PACKAGE_DIR / "locale").glob("*"))}):
        texts = everything if language in LANGUAGES else of_families
        catalogue = updated(language, texts)
        write(language, catalogue)
        empty = [message for message in catalogue if message.id and not _filled(message.string)]
        missing += len(empty)
        print(f"{language}: {len(texts)} texts, {len(empty)} to translate")
    return 1 if missing else 0


def _filled(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return all([string] if isinstance(string, str) else string or [""])


if __name__ == "__main__":
    raise SystemExit(main())
