"""The gallery draws every component; the strict client refuses inline script and style."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings

from kring.foundation.ui.components import DRAWN

COTTON = Path(settings.PACKAGE_DIR) / "foundation" / "ui" / "templates" / "cotton"
GALLERY = Path(settings.PACKAGE_DIR) / "web" / "shell" / "templates" / "shell" / "gallery"

pytestmark = pytest.mark.django_db


@override_settings(DEMO=True)
@pytest.mark.parametrize("path", ["/ui/", "/ui/gezin/"])
def test_the_gallery_is_drawn(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@override_settings(DEMO=True)
@pytest.mark.parametrize("status", [400, 403, 404, 413, 429, 500, 503])
def test_error_pages_are_drawn_and_offer_help(client: Client, status: int) -> None:
    response = client.get(f"/ui/fout/{status}/")
    assert response.status_code == status
    assert "0800 900 33" in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_outside_the_demo_there_is_no_gallery(client: Client) -> None:
    assert client.get("/ui/").status_code == 404


def test_every_component_stands_in_the_gallery() -> None:
    shown = "".join(path.read_text() for path in GALLERY.glob("*.html"))
    used_inside = "".join(path.read_text() for path in COTTON.parent.rglob("*.html"))
    tags = set(re.findall(r"<c-([a-z-]+)", shown + used_inside))
    names = {path.stem.replace("_", "-") for path in COTTON.glob("*.html")} | set(DRAWN)
    assert names <= tags, names - tags
