"""Time is told as people tell it, in the language of the page and in local days."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from kring.foundation.ui import words

NOON = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)  # Friday, 12.00 in Brussels
AFTER_LAST_DAY = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)  # midnight in Brussels, so the 20th counts


@pytest.mark.parametrize(
    ("days", "said", "kind"),
    [
        (-2, "2 dagen te laat", "late"),
        (-1, "1 dag te laat", "late"),
        (0, "vandaag bekijken", "late"),
        (1, "nog 1 dag", "soon"),
        (3, "nog 3 dagen", "soon"),
        (5, "nog 5 dagen", "soon"),
        (6, "nog 6 dagen", "ok"),
        (18, "nog 18 dagen", "ok"),
    ],
)
def test_days_left(days: int, said: str, kind: str) -> None:
    due = AFTER_LAST_DAY + timedelta(days=days)
    with translation.override("nl"):
        assert words.days_left_words(due, NOON) == said
    assert words.days_left_kind(due, NOON) == kind


def test_the_last_day_lasts_until_local_midnight() -> None:
    just_before = AFTER_LAST_DAY - timedelta(seconds=1)
    assert words.days_to_go(AFTER_LAST_DAY, just_before) == 0
    assert words.days_to_go(AFTER_LAST_DAY, AFTER_LAST_DAY) == -1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "vrijdag 20 november"),
        ("fr", "vendredi 20 novembre"),
        ("en", "Friday 20 November"),
    ],
)
def test_a_day_of_this_year(language: str, said: str) -> None:
    with translation.override(language):
        assert words.day_words(NOON, NOON) == said
        assert words.day_words(NOON.date()) == f"{said} 2026"


@pytest.mark.parametrize(
    ("language", "whole", "half"),
    [("nl", "12 uur", "12.30 uur"), ("fr", "12 h", "12 h 30"), ("en", "12:00", "12:30")],
)
def test_the_time_of_day(language: str, whole: str, half: str) -> None:
    with translation.override(language):
        assert words.clock_words(NOON) == whole
        assert words.clock_words(NOON + timedelta(minutes=30)) == half


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "vandaag om 12 uur"),
        (-24, "gisteren om 12 uur"),
        (24, "morgen om 12 uur"),
        (-24 * 17, "3 november om 12 uur"),
        (-24 * 365, "20 november 2025 om 12 uur"),
    ],
)
def test_a_moment_seen_from_now(hours: int, said: str) -> None:
    with translation.override("nl"):
        assert words.moment_words(NOON + timedelta(hours=hours), NOON) == said


@pytest.mark.parametrize(
    ("language", "late", "today", "tomorrow"),
    [
        ("fr", "2 jours de retard", "à voir aujourd’hui", "encore 1 jour"),
        ("en", "2 days late", "look at this today", "1 day left"),
    ],
)
def test_days_left_in_other_languages(language: str, late: str, today: str, tomorrow: str) -> None:
    with translation.override(language):
        assert words.days_left_words(AFTER_LAST_DAY - timedelta(days=2), NOON) == late
        assert words.days_left_words(AFTER_LAST_DAY, NOON) == today
        assert words.days_left_words(AFTER_LAST_DAY + timedelta(days=1), NOON) == tomorrow


@pytest.mark.parametrize(
    ("language", "near", "far", "took"),
    [
        ("fr", "hier à 12 h", "3 novembre à 12 h", "après 9 jours"),
        ("en", "yesterday at 12:00", "3 November at 12:00", "after 9 days"),
    ],
)
def test_a_moment_in_other_languages(language: str, near: str, far: str, took: str) -> None:
    with translation.override(language):
        assert words.moment_words(NOON - timedelta(days=1), NOON) == near
        assert words.moment_words(NOON - timedelta(days=17), NOON) == far
        assert words.after_days_words(NOON, NOON + timedelta(days=9)) == took


@pytest.mark.parametrize(("language", "said"), [("nl", "3 nov"), ("fr", "3 nov."), ("en", "3 Nov")])
def test_a_short_day(language: str, said: str) -> None:
    with translation.override(language):
        assert words.short_day_words(NOON - timedelta(days=17), NOON) == said


def test_how_long_it_took() -> None:
    with translation.override("nl"):
        assert words.after_days_words(NOON, NOON + timedelta(days=9)) == "na 9 dagen"
        assert words.after_days_words(NOON, NOON + timedelta(days=1)) == "na 1 dag"
        assert words.after_days_words(NOON, NOON + timedelta(hours=2)) == "dezelfde dag"


def test_a_bar_stays_between_empty_and_full() -> None:
    end = NOON + timedelta(days=10)
    assert words.percent_gone(NOON, end, NOON - timedelta(days=1)) == 0
    assert words.percent_gone(NOON, end, NOON + timedelta(days=4)) == 40
    assert words.percent_gone(NOON, end, NOON + timedelta(days=40)) == 100
    assert words.percent_gone(NOON, NOON, NOON) == 100
