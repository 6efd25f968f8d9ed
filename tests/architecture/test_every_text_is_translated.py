"""Every text of the screens has its French and its English, whole and with the same gaps."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from django.apps import apps
from django.conf import settings
from django.utils.functional import Promise

from kring.command.catalogues import (
    Text,
    catalogue_of,
    in_template,
    path_of,
    texts_of_families,
    texts_of_package,
)
from kring.foundation.ui.languages import reviewed_by
from tests.architecture.source import PACKAGE, none_of

LANGUAGES = sorted(folder.name for folder in (PACKAGE / "locale").iterdir())
WHOLE = {"fr", "en"}
"""Further languages hold what a family reads, and nothing else."""
MAY_LAG = 25
"""So many texts a further language may still miss: a new sentence waits for who speaks it, in Dutch."""
GAP = re.compile(r"%(?:\([a-z_]+\))?[sd]|\{[a-z_]*\}")
TAG = re.compile(r"<[^>]+>")
FAMILIAR = re.compile(r"\b(?:tu|toi|ton|ta|tes|t['’])\b", re.IGNORECASE)
READ_TO_A_CHILD = "Jouw vraag staat op zichzelf."
"""How the one text begins that is read out to a young person."""


@pytest.fixture(scope="module")
def texts() -> dict[Text, str]:
    return texts_of_package()


@pytest.fixture(scope="module")
def of_families() -> dict[Text, str]:
    return texts_of_families()


@pytest.fixture(scope="module", params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return catalogue_of(request.param)


@pytest.fixture
def wanted(catalogue: Catalog, texts: dict[Text, str], of_families: dict[Text, str]) -> dict[Text, str]:
    """What this catalogue has to hold."""
    return texts if str(catalogue.locale) in WHOLE else of_families


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
    whole = str(catalogue.locale) in WHOLE
    return [one for one in found if one[2] or whole]


def test_french_and_english_are_there() -> None:
    assert set(LANGUAGES) >= WHOLE


def test_every_text_stands_in_the_catalogue(wanted: dict[Text, str], catalogue: Catalog) -> None:
    none_of(
        f"{where}: {text.one} (python -m kring.command.catalogues)"
        for text, where in wanted.items()
        if catalogue.get(text.key, text.context or None) is None
    )


def test_no_text_is_left_that_no_page_says(wanted: dict[Text, str], catalogue: Catalog) -> None:
    said = {(text.key, text.context) for text in wanted}
    none_of(
        str(message.id)
        for message in catalogue
        if message.id and (_key(message), message.context or "") not in said
    )


def test_the_pages_of_families_miss_no_text(of_families: dict[Text, str], catalogue: Catalog) -> None:
    """Counted for each further language too: what it misses stands there in Dutch."""
    missing = [
        f"{where}: {text.one}"
        for text, where in of_families.items()
        if not (found := catalogue.get(text.key, text.context or None)) or not found.string
    ]
    assert len(of_families) > 400
    allowed = 0 if str(catalogue.locale) in WHOLE else MAY_LAG
    assert len(missing) <= allowed, "\n".join(missing)


def test_nothing_is_empty_or_a_guess(wanted: dict[Text, str], catalogue: Catalog) -> None:
    assert len(catalogue) >= len(wanted) > 400
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


def test_french_is_polite_to_who_reads_it() -> None:
    """Dutch says je to everybody; in French that is vous, but for who is read to as a child."""
    none_of(
        words
        for _message, dutch, words in pairs(catalogue_of("fr"))
        if FAMILIAR.search(words) and READ_TO_A_CHILD not in dutch
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


def test_further_languages_are_there_and_wait_for_a_person() -> None:
    assert set(LANGUAGES) >= {"ar", "tr", "uk"}
    assert {
        code for code in LANGUAGES if code not in WHOLE and not reviewed_by(path_of(code))
    } == settings.UNREVIEWED_LANGUAGES


def test_catalogues_show_no_line_numbers() -> None:
    numbered = re.compile(r"^#: .*:\d", re.MULTILINE)
    none_of(str(path_of(code)) for code in LANGUAGES if numbered.search(_text(path_of(code))))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _key(message: Message) -> str | tuple[str, str]:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])
