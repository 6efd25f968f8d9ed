"""A fixed text is looked up once, and still follows the language of each page."""

import pytest
from django.template import engines
from django.utils.translation import override


def test_one_template_speaks_each_language_in_turn() -> None:
    source = "{% load i18n %}{% translate 'Zoeken' %}"
    template = engines["django"].from_string(source)
    drawn = []
    for language in ("nl", "en", "nl", "fr"):
        with override(language):
            drawn.append(template.render({}))
    assert drawn[0] == drawn[2] == "Zoeken"
    assert len(set(drawn)) == 3


@pytest.mark.parametrize(
    "source",
    [
        "{% load i18n %}{% translate word %}",
        "{% load i18n %}{% translate 'Zoeken' as said %}{{ said }}",
    ],
)
def test_what_is_not_one_fixed_text_stays_with_django(source: str) -> None:
    template = engines["django"].from_string(source)
    with override("nl"):
        assert template.render({"word": "Zoeken"}) == "Zoeken"


def test_a_text_from_data_is_escaped() -> None:
    template = engines["django"].from_string("{% load i18n %}{% translate word %}")
    assert template.render({"word": "<b>"}) == "&lt;b&gt;"
