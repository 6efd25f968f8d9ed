"""A language that Django does not know has a name on the page of a member all the same."""

import pytest
from tests.at_work import client_of
from tests.cast import kempen, peeters_el_amrani

from kring.registry.people.models import Person
from kring.trust.access.tests.a_glass import kept_by

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("code", "name"), [("ti", "Tigrinya"), ("so", "Somalisch"), ("fr", "Frans")])
def test_what_somebody_speaks_too(code: str, name: str) -> None:
    network, home = kempen(), peeters_el_amrani()
    kept_by(home, network.nele)
    Person.objects.filter(pk=home.sofia.pk).update(known_languages=[code])
    page = client_of(network.nele).get(f"/gezinnen/{home.family.key}/mensen/{home.sofia.key}/")
    assert page.status_code == 200
    assert f"Spreekt ook: {name}" in " ".join(page.text.split())
