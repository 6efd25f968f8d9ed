"""A language is added by its catalogue alone, and read from its own side."""

from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from kring.foundation.ui.languages import spoken


def catalogues(folder: Path, *codes: str) -> Path:
    for code in codes:
        (folder / code / "LC_MESSAGES").mkdir(parents=True)
        (folder / code / "LC_MESSAGES" / "django.po").touch()
    return folder


def test_dutch_french_and_english_come_first(tmp_path: Path) -> None:
    assert spoken(catalogues(tmp_path, "tr", "en", "ar", "fr")) == [
        ("nl", "Nederlands"),
        ("fr", "Français"),
        ("en", "English"),
        ("ar", "العربية"),
        ("tr", "Türkçe"),
    ]


def test_a_folder_without_catalogue_is_no_language(tmp_path: Path) -> None:
    (tmp_path / "tr").mkdir()
    assert spoken(tmp_path) == [("nl", "Nederlands")]


def test_the_product_speaks_three() -> None:
    assert [code for code, _name in settings.LANGUAGES][:3] == ["nl", "fr", "en"]


def test_arabic_is_read_from_the_right() -> None:
    with translation.override("ar"):
        assert '<html lang="ar" dir="rtl">' in render_to_string("ui/base.html")
    with translation.override("fr"):
        assert '<html lang="fr">' in render_to_string("ui/base.html")
