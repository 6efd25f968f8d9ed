"""What is wrong gets a sentence beside its field; everything that was typed stays."""

import pytest
from django.test import Client
from tests.cast import kempen

from kring.registry.places.models import Municipality
from kring.support.requests.models import Request
from kring.web.portal.tests.at_the_portal import fill_in, network_with_fallback, words_of

pytestmark = pytest.mark.django_db


def test_empty_words(client: Client) -> None:
    network_with_fallback()
    response = fill_in(client, words="   ", name="Fien", reach="0470 12 34 56", home_safe="no")
    page = words_of(response)
    assert response.status_code == 422
    assert "Schrijf hier wat je wilt vragen." in page
    assert 'value="Fien"' in page
    assert 'value="0470 12 34 56"' in page
    assert not Request.objects.exists()


def test_a_hundred_thousand_signs(client: Client) -> None:
    network_with_fallback()
    response = fill_in(client, words="a" * 100_000)
    page = words_of(response)
    assert response.status_code == 422
    assert "100000 tekens" in page
    assert "a" * 100_000 in page


@pytest.mark.parametrize("reach", ["bel mijn oma", "12", "fien@", "0470 12"])
def test_a_way_of_contact_that_cannot_be(client: Client, reach: str) -> None:
    network_with_fallback()
    response = fill_in(client, reach=reach)
    assert response.status_code == 422
    assert f'value="{reach}"' in words_of(response)
    assert "De ochtenden lopen uit op ruzie." in words_of(response)


def test_a_municipality_merged_away_offers_its_successor(client: Client) -> None:
    network_with_fallback()
    gone = Municipality.objects.filter(successor__isnull=False, name_nl="Meulebeke").get()
    response = fill_in(client, municipality=gone.name_nl)
    page = words_of(response)
    assert response.status_code == 422
    assert gone.successor is not None
    assert f'value="{gone.successor.nis}"' in page
    picked = fill_in(client, municipality=gone.name_nl, municipality_nis=gone.successor.nis)
    assert picked.status_code == 302
    assert Request.objects.get().municipality == gone.successor


def test_the_submission_stays_the_same_over_an_error(client: Client) -> None:
    network_with_fallback()
    submission = "2f0c3f5e-6f43-4c43-9c55-f7a2b5e9a1c0"
    assert submission in words_of(fill_in(client, submission=submission, words=""))


def test_a_submission_that_is_none_is_replaced(client: Client) -> None:
    network_with_fallback()
    assert fill_in(client, submission="").status_code == 302


def test_no_desk_at_all_says_so_and_keeps_the_words(client: Client) -> None:
    kempen()
    response = fill_in(client)
    assert response.status_code == 422
    assert "Bel intussen 1712" in words_of(response)
    assert "De ochtenden lopen uit op ruzie." in words_of(response)
