"""A document is handed in on the page of the family; a file that is not safe gets one sentence."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cast import Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.files.models import StoredFile
from kring.support.documents.models import Document
from kring.support.documents.tests.files_as_people_send_them import PDF, package
from kring.support.documents.tests.test_what_a_file_is import HTML, HUGE, SVG, bomb_picture
from kring.trust.access.tests.a_glass import kept_by

pytestmark = pytest.mark.django_db
REFUSED = {
    "an svg with a script": ("tekening.svg", SVG),
    "an svg that calls itself a pdf": ("brief.pdf", SVG),
    "a pdf that is a web page too": ("brief.pdf", HTML + PDF),
    "a pdf that is a package too": ("brief.pdf", PDF + package({"a.txt": b"x"})),
    "a package that is a bomb": ("brief.docx", package(HUGE)),
    "a picture that is a bomb": ("foto.png", bomb_picture()),
    "nothing": ("brief.pdf", b""),
}


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network, settings: Any, tmp_path: Path) -> PeetersElAmrani:
    settings.FILES_DIR = tmp_path
    made = peeters_el_amrani()
    kept_by(made, network.nele)
    return made


def handed_in(network: Network, home: PeetersElAmrani, name: str, content: bytes) -> Any:
    client = Client()
    assert network.nele.account is not None
    client.force_login(network.nele.account)
    form = {
        "file": SimpleUploadedFile(name, content, "application/pdf"),
        "title": "Brief van de <school>",
        "kind": "letter",
        "told_by": "self",
        "about": [home.noor.key],
    }
    return client.post(f"/gezinnen/{home.family.key}/documenten/toevoegen/", form)


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_not_safe_is_refused_and_the_rest_stays(
    network: Network, home: PeetersElAmrani, what: str
) -> None:
    page = handed_in(network, home, *REFUSED[what])
    assert page.status_code == 422
    said = page.context["form"].errors["file"]
    assert len(said) == 1
    assert said[0].endswith(".")
    assert "Brief van de &lt;school&gt;" in page.text
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("name", ["../../etc/passwd.pdf", "/etc/brief.pdf", "..\\..\\brief.pdf"])
def test_a_name_that_is_a_way_leads_nowhere(
    network: Network, home: PeetersElAmrani, name: str, tmp_path: Path
) -> None:
    """What the browser sends as a name is cut to its last part; the file lies under a key of its own."""
    page = handed_in(network, home, name, PDF)
    assert page.status_code in (302, 422)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(tmp_path in path.resolve().parents for path in kept)
    assert not any("passwd" in path.name or "brief" in path.name for path in kept)
