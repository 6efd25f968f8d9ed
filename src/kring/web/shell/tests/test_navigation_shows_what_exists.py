"""The navigation holds only pages that exist and that the reader may open."""

from types import SimpleNamespace

import pytest
from django.test import RequestFactory

from kring.web.shell import navigation
from kring.web.shell.navigation import NavGroup, NavItem, count_words, shown_navigation

GROUPS = (
    NavGroup(
        "",
        (
            NavItem("Zoeken", "shell:search", count=lambda _reader: 3),
            NavItem("Nog te bouwen", "shell:does_not_exist"),
            NavItem("Voor wie mag", "shell:gallery", grant="network.manage"),
        ),
    ),
    NavGroup("Leeg", (NavItem("Ook niet", "shell:neither"),)),
)


def shown(monkeypatch: pytest.MonkeyPatch, *grants: str) -> list[str]:
    monkeypatch.setattr(navigation, "GROUPS", GROUPS)
    request = RequestFactory().get("/zoeken/")
    request.reader = SimpleNamespace(grants=frozenset(grants))  # type: ignore[attr-defined]
    groups = shown_navigation(request)
    assert len(groups) == 1
    return [f"{item.label}{'*' if item.current else ''} {item.count}" for item in groups[0].items]


def test_missing_pages_and_pages_without_grant_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch) == ["Zoeken* 3"]


def test_a_grant_opens_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, "network.manage") == ["Zoeken* 3", "Voor wie mag "]


@pytest.mark.parametrize(("count", "words"), [(0, ""), (12, "12"), (1000, "1000"), (1001, "1.000+")])
def test_counts_stop(count: int, words: str) -> None:
    assert count_words(count) == words


@pytest.mark.parametrize(("path", "is_open"), [("/zoeken/", True), ("/vandaag/", False)])
def test_what_is_seldom_used_is_folded_until_one_stands_there(
    monkeypatch: pytest.MonkeyPatch, path: str, *, is_open: bool
) -> None:
    seldom = NavGroup("Nog meer", (NavItem("Zoeken", "shell:search"),), folded=True)
    monkeypatch.setattr(navigation, "GROUPS", (seldom,))
    groups = shown_navigation(RequestFactory().get(path))
    drawn = navigation.drawn_navigation(groups)
    assert "<summary>Nog meer</summary>" in drawn
    assert ('<details class="side-more" open>' in drawn) is is_open
