"""Caches keep an answer until the offer changes; it takes as many reads however much there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.exchange.hsds.tests.feeding import NOW, read, service
from kring.offer.directory.actions import put_aside
from kring.offer.directory.tests.offering import BY, playgroup

pytestmark = pytest.mark.django_db
ADDRESS = "/hsds/3.0/services"


def test_the_same_is_not_sent_twice(client):
    playgroup()
    first = client.get(ADDRESS)
    again = client.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = client.get(ADDRESS, headers={"If-Modified-Since": first["Last-Modified"]})
    assert since.status_code == 304
    assert first["Cache-Control"] == again["Cache-Control"] == "public, max-age=60"
    assert first["Access-Control-Allow-Origin"] == "*"


def test_a_change_is_sent(client):
    kept = playgroup()
    first = client.get(ADDRESS)
    put_aside(service=kept, **BY)
    again = client.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    read(service())
    assert client.get(ADDRESS)["ETag"] not in (first["ETag"], again["ETag"])


def test_each_question_and_language_is_kept_apart(client):
    playgroup()
    answers = [
        client.get(ADDRESS),
        client.get(ADDRESS, {"full": "true"}),
        client.get(ADDRESS, headers={"Accept-Language": "fr"}),
    ]
    assert len({answer["ETag"] for answer in answers}) == len(answers)
    assert all("Accept-Language" in answer["Vary"] for answer in answers)
    assert [answer["Content-Language"] for answer in answers] == ["nl", "nl", "fr"]
    assert answers[2].json()["contents"][0]["name"] == "Groupe de jeu"


def test_a_refusal_is_not_kept(client):
    assert client.get(ADDRESS, {"page": "x"})["Cache-Control"] == "no-store"


@pytest.mark.parametrize("full", ["true", "false"])
@pytest.mark.parametrize("path", ["services", "organizations", "service_at_locations"])
def test_the_reads_are_fixed(client, path, full):
    def reads() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/hsds/3.0/{path}", {"full": full, "full_service": full})
        return len(asked)

    some = [service(id=f"{number:08d}-0000-4000-8000-000000000000") for number in range(4)]
    read(some[0])
    for_one = reads()
    other = {"id": "h", "name": "Ander huis"}
    read([*some, service(id="00000009-0000-4000-8000-000000000000", organization=other)], at=NOW)
    assert reads() == for_one
