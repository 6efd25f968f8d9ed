"""Every text of the screens has its French and its English, whole and with the same gaps."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from django.apps import apps
from django.utils.functional import Promise

from kring.command.catalogues import Text, catalogue_of, in_template, path_of, texts_of_package
from tests.architecture.source import PACKAGE, none_of

LANGUAGES = sorted(folder.name for folder in (PACKAGE / "locale").iterdir())
WHOLE = {"fr", "en"}
"""Other languages may leave the pages of workers in Dutch; what a family reads they say."""
GAP = re.compile(r"%(?:\([a-z_]+\))?[sd]|\{[a-z_]*\}")
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def texts() -> dict[Text, str]:
    return texts_of_package()


@pytest.fixture(scope="module", params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return catalogue_of(request.param)


def pairs(catalogue: Catalog) -> list[tuple[Message, str, str]]:
    """Each Dutch text with its translation, the one for many apart."""
    found = []
    for message in catalogue:
        if not message.id:
            continue
        if isinstance(message.id, str):
            found.append((message, message.id, str(message.string)))
        else:
            forms = [message.id[0], *[message.id[-1]] * (catalogue.num_plurals - 1)]
            found += [(message, *pair) for pair in zip(forms, message.string, strict=True)]
    return [one for one in found if one[2] or _must_say(one[0], catalogue)]


def _must_say(message: Message, catalogue: Catalog) -> bool:
    whole = str(catalogue.locale) in WHOLE
    return whole or any(path.startswith("web/portal/") for path, _line in message.locations)


def test_french_and_english_are_there() -> None:
    assert set(LANGUAGES) >= WHOLE


def test_every_text_stands_in_the_catalogue(texts: dict[Text, str], catalogue: Catalog) -> None:
    none_of(
        f"{where}: {text.one} (python -m kring.command.catalogues)"
        for text, where in texts.items()
        if catalogue.get(text.key, text.context or None) is None
    )


def test_no_text_is_left_that_no_page_says(texts: dict[Text, str], catalogue: Catalog) -> None:
    said = {(text.key, text.context) for text in texts}
    none_of(
        str(message.id)
        for message in catalogue
        if message.id and (_key(message), message.context or "") not in said
    )


def test_nothing_is_empty_or_a_guess(catalogue: Catalog) -> None:
    assert len(catalogue) > 1000
    none_of(dutch for message, dutch, words in pairs(catalogue) if not words.strip() or message.fuzzy)


def test_the_gaps_to_fill_are_the_same(catalogue: Catalog) -> None:
    none_of(
        f"{dutch} -> {words}"
        for _message, dutch, words in pairs(catalogue)
        if sorted(set(GAP.findall(dutch))) != sorted(set(GAP.findall(words)))
    )


def test_the_mark_up_is_the_same(catalogue: Catalog) -> None:
    none_of(
        f"{dutch} -> {words}"
        for _message, dutch, words in pairs(catalogue)
        if TAG.findall(dutch) != TAG.findall(words)
    )


def test_numbers_to_call_stay_the_same(catalogue: Catalog) -> None:
    number = re.compile(r"\b(?:10[0-9]|112|1712|0800 900 33)\b|JO-lijn|Awel")
    none_of(
        f"{dutch} -> {words}"
        for _message, dutch, words in pairs(catalogue)
        if sorted(number.findall(dutch)) != sorted(number.findall(words))
    )


def test_the_words_of_choices_can_be_translated() -> None:
    none_of(
        f"{field.model._meta.label}.{field.name}: {words}"
        for model in apps.get_models()
        if model.__module__.startswith("kring.")
        for field in model._meta.get_fields()
        for value, words in getattr(field, "choices", None) or []
        if words != value and not isinstance(words, Promise)
    )


def test_texts_of_templates_are_found() -> None:
    source = (
        "{% translate 'Zoek' %}{{ x|default:_('niets') }}<a title=\"{% translate 'Wis' %}\">"
        "{% blocktranslate count n=3 trimmed %}\n  {{ n }} dag\n{% plural %}{{ n }} dagen"
        "{% endblocktranslate %}{# geen tekst #}{% comment %}{% translate 'weg' %}{% endcomment %}"
    )
    assert [text.one for text in in_template(source)] == ["Zoek", "niets", "Wis", "%(n)s dag"]


def test_catalogues_show_no_line_numbers() -> None:
    numbered = re.compile(r"^#: .*:\d", re.MULTILINE)
    none_of(str(path_of(code)) for code in LANGUAGES if numbered.search(_text(path_of(code))))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _key(message: Message) -> str | tuple[str, str]:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])
