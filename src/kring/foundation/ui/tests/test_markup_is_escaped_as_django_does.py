"""The quick way to build small HTML gives what ``format_html`` gives, for whatever comes in."""

import pytest
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from kring.foundation.ui.markup import escaped, filled, joined

VALUES = [
    "gewoon",
    "",
    "Jan & Els",
    "<script>alert('x')</script>",
    '"aanhaling"',
    "O'Neil",
    "{niet} in te vullen %s",
    mark_safe("<b>zo bedoeld &amp;</b>"),
    gettext_lazy("Belofte"),
    7,
    None,
    True,
    ["<i>"],
]


@pytest.mark.parametrize("value", VALUES)
def test_each_value_is_escaped_the_same(value: object) -> None:
    assert escaped(value) == conditional_escape(value)
    assert filled('<p title="{}">{two}</p>', value, two=value) == format_html(
        '<p title="{}">{two}</p>', value, two=value
    )


def test_what_is_built_is_safe_and_is_not_escaped_again() -> None:
    built = filled("<b>{}</b>", "<")
    assert isinstance(built, SafeString)
    assert filled("{}", built) == built == "<b>&lt;</b>"
    assert joined([built, "<"]) == "<b>&lt;</b>&lt;"
    assert isinstance(joined([]), SafeString)
