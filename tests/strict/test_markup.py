import pytest

from tests.strict.markup import faults_in


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<style>p {color: red}</style>",
        '<p style="color: red">x</p>',
        '<p onclick="go()">x</p>',
        '<a href="javascript:go()">x</a>',
        "<p>{{ name }}</p>",
        "<p>{% if %}</p>",
        '<a href="{{ url }}">x</a>',
    ],
)
def test_a_page_with_this_fails(html):
    assert faults_in(html)


@pytest.mark.parametrize(
    "html",
    [
        '<script src="/static/a.js"></script>',
        '<script type="application/json">{"a": {"b": 1}}</script>',
        '<link rel="stylesheet" href="/static/a.css"><p class="x">tekst</p>',
    ],
)
def test_a_page_with_this_passes(html):
    assert faults_in(html) == []
