"""Reading in a file on screen: handed in, corrected beside the cell, loaded; too large is 413."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.at_work import client_of
from tests.cast import MONDAY, Network, kempen, peeters_el_amrani

from kring.support.requests.models import Request, StagedFile, StagedRow
from kring.web.desk.tests.signed_in import asked

pytestmark = pytest.mark.django_db
HEAD = "vraag;gemeente;voornaam;familienaam;geboortedatum\n"


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


def handed_in(client: Client, network: Network, text: str) -> HttpResponse:
    sent = SimpleUploadedFile("vragen.csv", text.encode(), "text/csv")
    values = {"dienst": str(network.counter.key), "bestand": sent}
    return client.post("/vragen/inlezen/bestand/", values)  # type: ignore[return-value]


def test_a_wrong_row_is_put_right_beside_its_cell_and_loads() -> None:
    network = kempen()
    client = client_of(network.nele)
    assert client.get("/vragen/inlezen/").status_code == 200
    assert handed_in(client, network, HEAD + "Hulp;Gel\nNog;Geel\n").status_code == 302
    file, row = StagedFile.objects.get(), StagedRow.objects.get(state="wrong")
    page = client.get(f"/vragen/inlezen/{file.key}/").content.decode()
    assert "We kennen deze gemeente niet." in page
    values = {"version": 1, "vraag": "Hulp", "gemeente": "Geel", "doe": "verbeteren"}
    client.post(f"/vragen/inlezen/rij/{row.key}/", values)
    assert client.post(f"/vragen/inlezen/rij/{row.key}/", values).status_code == 409
    client.post(f"/vragen/inlezen/{file.key}/lees/")
    assert Request.objects.count() == 2
    assert client.get(f"/vragen/inlezen/{file.key}/?rijen=loaded").status_code == 200


def test_a_file_with_wrong_columns_gets_one_sentence() -> None:
    network = kempen()
    page = handed_in(client_of(network.nele), network, "naam;plaats\nSofia;Geel")
    assert page.status_code == 422
    assert "Deze kolommen ontbreken: vraag, gemeente." in page.content.decode()
    assert not StagedFile.objects.exists()


def test_a_file_over_the_limit_is_refused() -> None:
    network = kempen()
    big = HEAD + "x" * (5 * 1024 * 1024 + 1)
    assert handed_in(client_of(network.nele), network, big).status_code == 413


def test_only_the_desk_of_the_file_opens_it() -> None:
    network = kempen()
    handed_in(client_of(network.nele), network, HEAD + "Hulp;Gel\n")
    file, row = StagedFile.objects.get(), StagedRow.objects.get()
    other = client_of(network.bram)
    assert other.get(f"/vragen/inlezen/{file.key}/").status_code == 404
    assert other.post(f"/vragen/inlezen/{file.key}/lees/").status_code == 404
    assert other.post(f"/vragen/inlezen/rij/{row.key}/", {"version": 1}).status_code == 404
    assert handed_in(other, network, HEAD).status_code == 404


def test_the_likely_person_is_shown_only_to_who_may_see_them() -> None:
    network, people = kempen(), peeters_el_amrani()
    client = client_of(network.nele)
    handed_in(client, network, HEAD + "Hulp;Gel;Sofia;El Amrani;14/03/1988\n")
    url = f"/vragen/inlezen/{StagedFile.objects.get().key}/"
    assert "die we al kennen" not in client.get(url).content.decode()
    asked(network, asker=people.sofia)
    assert "Dit is Sofia El Amrani, die we al kennen" in client.get(url).content.decode()


def test_a_row_may_be_left_out() -> None:
    network = kempen()
    client = client_of(network.nele)
    handed_in(client, network, HEAD + "Hulp;Gel\n")
    row = StagedRow.objects.get()
    client.post(f"/vragen/inlezen/rij/{row.key}/", {"version": 1, "doe": "overslaan"})
    row.refresh_from_db()
    assert row.state == "skipped"


def test_the_template_downloads() -> None:
    page = client_of(kempen().nele).get("/vragen/inlezen/sjabloon.csv")
    assert page["Content-Type"] == "text/csv; charset=utf-8"
