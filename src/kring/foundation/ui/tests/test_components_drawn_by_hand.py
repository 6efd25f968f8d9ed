"""The components that Python draws are written like every other, and escape what they are given."""

import pytest
from django.template import engines
from django_cotton.compiler_regex import CottonCompiler

ATTACK = "\"><script>'&"


def drawn(source: str, **values: object) -> str:
    template = engines["django"].from_string(CottonCompiler().process(source))
    return " ".join(template.render(values).split())


@pytest.mark.parametrize(
    "source",
    [
        '<c-chip :kind="it" :href="it" :title="it">{{ it }}</c-chip>',
        '<c-chip kind="{{ it }}" title="{{ it }}">{{ it }}</c-chip>',
        '<c-button :kind="it" :size="it" :type="it" :name="it" :value="it">{{ it }}</c-button>',
        '<c-button href="{{ it }}" title="{{ it }}">{{ it }}</c-button>',
        '<c-card :heading="it" :kicker="it" :kind="it" :id="it">{{ it }}</c-card>',
        '<c-icon name="phone" :label="it" />',
    ],
)
def test_nothing_from_data_becomes_markup(source: str) -> None:
    page = drawn(source, it=ATTACK)
    assert "<script" not in page
    assert ATTACK not in page
    assert "&lt;script&gt;" in page


def test_a_chip_says_its_kind_and_where_we_are() -> None:
    assert drawn('<c-chip kind="ok">ja</c-chip>') == '<span class="chip chip-ok">ja</span>'
    page = drawn('<c-chip href="?a" :current="here">ja</c-chip>', here=True)
    assert page == '<a class="chip" href="?a" aria-current="true">ja</a>'
    assert "aria-current" not in drawn('<c-chip href="?a" :current="here">ja</c-chip>', here=False)


def test_a_button_sends_its_name_and_keeps_other_attributes() -> None:
    page = drawn('<c-button kind="main" name="doe" value="ja" data-key="j" disabled>Ja</c-button>')
    given = 'class="btn btn-main" type="submit" name="doe" value="ja" data-key="j" disabled'
    assert page == f"<button {given}>Ja</button>"


def test_a_card_has_its_heading_at_its_level() -> None:
    assert "<h2>Zoeken</h2>" in drawn('<c-card heading="Zoeken">x</c-card>')
    assert "<h3>Zoeken</h3>" in drawn('<c-card heading="Zoeken" level="3">x</c-card>')


def test_a_value_that_is_not_there_leaves_the_default() -> None:
    assert drawn('<c-chip :kind="nowhere.at_all">ja</c-chip>') == '<span class="chip">ja</span>'
