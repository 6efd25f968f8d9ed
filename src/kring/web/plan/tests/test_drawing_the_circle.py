"""The circle holds whom the family names, and is laid beside that of the start of the plan."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.at_work import client_of
from tests.cast import MONDAY

from kring.support.circles.models import Tie
from kring.web.plan.tests.a_sheet import Planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_on_wednesday")]


def rita(made: Planned, **other: object) -> dict[str, object]:
    return {
        "name": "oma Rita",
        "bond": "oma",
        "ring": "near",
        "strength": "strong",
        "nature": "helps",
        "about": [str(made.home.noor.key)],
        "submission": str(uuid4()),
    } | other


def test_somebody_is_put_in_the_circle_once(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), family_plan.url.replace("/plan/", "/kring/")
    form = rita(family_plan)
    for _time in range(2):
        assert client.post(f"{url}nieuw/", form).status_code == 302
    page = client.get(url).text
    assert Tie.objects.count() == 1
    for words in ("oma Rita", "sterk, geeft steun", "tie-strong", "Kwam erbij: oma Rita"):
        assert words in page
    assert "oma Rita" in client.get(family_plan.url).text


def test_of_two_who_change_somebody_the_second_reads_both(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), family_plan.url.replace("/plan/", "/kring/")
    client.post(f"{url}nieuw/", rita(family_plan))
    tie = Tie.objects.get()
    first = rita(family_plan, nature="tense", version=1)
    assert client.post(f"{url}{tie.key}/", first).status_code == 302
    stale = client.post(f"{url}{tie.key}/", first | {"nature": "broken"})
    assert stale.status_code == 409
    assert "geeft spanning" in stale.text
    assert Tie.objects.get().nature == "tense"


def test_a_name_is_asked(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), family_plan.url.replace("/plan/", "/kring/")
    answer = client.post(f"{url}nieuw/", rita(family_plan, name=" "))
    assert answer.status_code == 422
    assert "Schrijf hoe het gezin deze persoon noemt." in answer.text


def test_who_does_not_help_finds_nothing(family_plan: Planned) -> None:
    url = family_plan.url.replace("/plan/", "/kring/")
    client_of(family_plan.network.nele).post(f"{url}nieuw/", rita(family_plan))
    outside = client_of(family_plan.network.bram)
    for path in (url, f"{url}nieuw/", f"{url}{Tie.objects.get().key}/"):
        assert outside.get(path).status_code == 404
    assert outside.post(f"{url}{Tie.objects.get().key}/weg/").status_code == 404


def test_who_left_the_circle_stands_in_that_of_the_start(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), family_plan.url.replace("/plan/", "/kring/")
    client.post(f"{url}nieuw/", rita(family_plan))
    Tie.objects.update(starts_at=MONDAY - timedelta(days=9))
    client.post(f"{url}{Tie.objects.get().key}/weg/")
    page = client.get(url).text
    assert "Niet meer: oma Rita" in page
    assert "Bij het begin van het plan" in page
