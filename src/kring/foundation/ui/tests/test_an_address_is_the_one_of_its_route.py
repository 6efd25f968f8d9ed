"""A kept address is the one Django gives, for every key anew."""

from uuid import uuid4

import pytest
from django.template import engines
from django.urls import NoReverseMatch, reverse

from kring.foundation.ui.addresses import address_of


def test_each_record_has_its_own_address() -> None:
    for key in (uuid4(), uuid4()):
        assert address_of("desk:question", key) == reverse("desk:question", args=[key])


def test_keys_and_words_stand_in_their_order() -> None:
    family, person = uuid4(), uuid4()
    assert address_of("desk:deed", family, "nemen") == reverse("desk:deed", args=[family, "nemen"])
    assert address_of("desk:deed", family, "advies") == reverse("desk:deed", args=[family, "advies"])
    member = reverse("family_file:member", args=[family, person])
    assert address_of("family_file:member", family, person) == member


def test_a_route_that_is_not_there_is_told() -> None:
    with pytest.raises(NoReverseMatch):
        address_of("desk:nowhere", uuid4())


def test_a_template_writes_the_same_address() -> None:
    key = uuid4()
    source = "{% url 'desk:question' key %} {% url 'desk:nowhere' key as none %}[{{ none }}]"
    drawn = engines["django"].from_string(source).render({"key": key})
    assert drawn == reverse("desk:question", args=[key]) + " []"
