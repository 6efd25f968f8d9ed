"""The field takes what is clear, and offers choices where it is not."""

import pytest
from django import forms
from django.test import Client

from kring.registry.places.fields import MunicipalityField
from kring.registry.places.models import Municipality

pytestmark = pytest.mark.django_db


class Asked(forms.Form):
    place = MunicipalityField()


def test_a_clear_name_becomes_the_municipality() -> None:
    form = Asked({"place": "geel"})
    assert form.is_valid()
    assert form.cleaned_data["place"] == Municipality.objects.get(nis="13008")


def test_a_merged_away_name_offers_the_successor() -> None:
    form = Asked({"place": "Borgloon"})
    assert form.errors["place"] == [
        "Borgloon is sinds 1 januari 2025 een deel van Tongeren-Borgloon. Kies Tongeren-Borgloon."
    ]
    page = form.as_p()
    assert 'value="Borgloon"' in page
    assert 'name="place_nis" value="73111"' in page


def test_the_offered_choice_is_taken() -> None:
    form = Asked({"place": "Borgloon", "place_nis": "73111"})
    assert form.is_valid()
    assert form.cleaned_data["place"].name_nl == "Tongeren-Borgloon"


def test_a_postcode_of_two_municipalities_asks_which() -> None:
    form = Asked({"place": "1050"})
    assert "meer dan één gemeente" in form.errors["place"][0]
    assert form.as_p().count('type="radio"') == 2


def test_an_unknown_name_keeps_what_was_typed() -> None:
    form = Asked({"place": '<Atlantis">'})
    assert "We vinden" in form.errors["place"][0]
    assert "&lt;Atlantis&quot;&gt;" in form.as_p()


def test_choices_of_one_form_do_not_reach_the_next() -> None:
    Asked({"place": "1050"}).is_valid()
    assert "radio" not in Asked().as_p()


def test_anyone_gets_suggestions_while_typing(client: Client) -> None:
    answer = client.get("/plaatsen/zoek/", {"place": "borgl"})
    assert answer.status_code == 200
    assert '<option value="Borgloon">nu Tongeren-Borgloon</option>' in answer.text
    assert "max-age" in answer["Cache-Control"]


def test_suggestions_come_as_json_too(client: Client) -> None:
    answer = client.get("/plaatsen/zoek/", {"q": "2440", "format": "json"})
    assert answer.json() == {"municipalities": [{"name": "Geel", "note": "Antwerpen"}]}
