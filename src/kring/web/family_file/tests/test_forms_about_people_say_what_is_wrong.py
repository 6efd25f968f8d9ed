"""Each impossible thing typed gets one sentence beside its field, and stays in the form."""

from datetime import date, timedelta

import pytest

from kring.registry.people.tests.people import NOW, invented_number
from kring.web.family_file.people_forms import (
    ChannelForm,
    HomeForm,
    NationalNumberForm,
    NewMemberForm,
)

pytestmark = pytest.mark.django_db
TOMORROW = (NOW + timedelta(days=1)).date()
CHILD = {"role": "child"}


def test_everything_about_a_person_but_the_role_may_stay_empty() -> None:
    assert NewMemberForm(CHILD, at=NOW).is_valid()
    assert list(NewMemberForm({"given_name": "Noor"}, at=NOW).errors) == ["role"]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("birth_date", TOMORROW.isoformat(), "in de toekomst"),
        ("birth_date", "1899-12-31", "voor 1900"),
        ("birth_date", "gisteren", "Deze datum klopt niet"),
        ("expected_birth_date", "2030-01-01", "meer dan een jaar vooruit"),
        ("given_name", "a" * 81, "80"),
    ],
)
def test_a_wrong_field_gets_its_sentence(field: str, typed: str, sentence: str) -> None:
    form = NewMemberForm({**CHILD, field: typed}, at=NOW)
    assert sentence in form.errors[field][0]
    assert list(form.errors) == [field]
    assert typed in form.as_p()


def test_a_municipality_merged_away_offers_its_successor() -> None:
    typed = {"municipality": "Borgloon", "version": 1}
    form = HomeForm(typed, was_protected=False, hidden=False)
    assert "Kies Tongeren-Borgloon" in form.errors["municipality"][0]


def test_born_and_expected_together_is_refused() -> None:
    both = CHILD | {"birth_date": "2026-01-01", "expected_birth_date": "2026-06-01"}
    assert "niet allebei" in NewMemberForm(both, at=NOW).errors["expected_birth_date"][0]


def test_a_date_may_be_typed_as_people_write_it() -> None:
    form = NewMemberForm(CHILD | {"birth_date": "21/09/2020"}, at=NOW)
    assert form.is_valid()
    assert form.cleaned_data["birth_date"] == date(2020, 9, 21)


def test_a_national_number_is_checked_and_tidied() -> None:
    number = invented_number(date(1988, 3, 14))
    form = NationalNumberForm({"national_number": f"{number[:6]} {number[6:]}"})
    assert form.is_valid()
    assert form.cleaned_data["national_number"] == number
    wrong = NationalNumberForm({"national_number": "12345678901"})
    assert "klopt niet" in wrong.errors["national_number"][0]


def test_a_wrong_telephone_number_stays_in_the_form() -> None:
    form = ChannelForm({"kind": "phone", "value": "0470 12"})
    assert "0470 12 34 56" in form.errors["value"][0]
    assert 'value="0470 12"' in form.as_p()
