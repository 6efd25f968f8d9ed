"""A sentence can be listened to where a recording is, in that language, and nowhere else."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.utils import translation

from kring.web.mine.templatetags.spoken import spoken


@pytest.fixture
def recordings(tmp_path: Path, settings: object) -> Path:
    folder = tmp_path / "mine" / "spoken" / "ar"
    folder.mkdir(parents=True)
    (folder / "plan.mp3").write_bytes(b"ID3")
    settings.STATICFILES_DIRS = [tmp_path]  # type: ignore[attr-defined]
    settings.STORAGES = settings.STORAGES | {  # type: ignore[attr-defined]
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    finders.get_finder.cache_clear()
    yield folder
    finders.get_finder.cache_clear()


def test_where_a_recording_is(recordings: Path) -> None:
    with translation.override("ar"):
        assert 'src="/static/mine/spoken/ar/plan.mp3"' in spoken("plan")
        assert spoken("home") == ""


def test_a_pictogram_stands_in_every_language(recordings: Path) -> None:
    folder = recordings.parent.parent / "pictograms"
    folder.mkdir()
    (folder / "home.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    for language in ("ar", "nl"):
        with translation.override(language):
            assert 'src="/static/mine/pictograms/home.svg" alt=""' in spoken("home")
            assert "<img" not in spoken("plan")


def test_not_in_another_language(recordings: Path) -> None:
    with translation.override("nl"):
        assert spoken("plan") == ""
