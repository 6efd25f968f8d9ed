import pytest

from tests import cast


@pytest.mark.django_db
def test_the_cast_can_be_called_twice():
    first, again = cast.kempen(), cast.kempen()
    assert first == again
    assert cast.acting(first.lotte).organisation_name == "Cirkant"


@pytest.mark.django_db
def test_the_family_has_its_children():
    family = cast.peeters_el_amrani()
    assert family.family.memberships.count() == 3


@pytest.mark.django_db(transaction=True)
def test_the_cast_can_be_committed():
    cast.kempen()
