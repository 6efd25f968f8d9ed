"""A safety agreement is read by who may know it, and never by whom it protects against."""

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, person

from kring.foundation.records.bases import StaleRecord
from kring.registry.people.models import Person
from kring.support.plans.actions import agree_on_safety, end_safety, join_team
from kring.support.plans.makers import NewSafety
from kring.support.plans.models import SafetyAgreement
from kring.support.plans.queries import plan_page
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.trust.access.readers import Reader
from kring.trust.access.tests.households import born, called_safe, tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def father_of(setting: APlan) -> Person:
    """The father of both, called safe by the mother."""
    found = person("Karim", "Peeters", born(40))
    for child in (setting.home.noor, setting.home.younes):
        tie(found, child, "vader")
        called_safe(child, setting.home.sofia, found, setting.network.nele)
    return found


def agreed(setting: APlan, safety: NewSafety) -> SafetyAgreement:
    return agree_on_safety(
        plan=setting.plan, agreed=safety, maker=setting.maker, by=setting.by, at=MONDAY
    )


def safety_of(reader: Reader, setting: APlan) -> list[SafetyAgreement]:
    return plan_page(reader, setting.plan, MONDAY).safety


def test_only_the_named_read_it(setting: APlan) -> None:
    sofia, noor, karim = setting.home.sofia, setting.home.noor, father_of(setting)
    lotte = setting.network.lotte
    join_team(plan=setting.plan, worker=lotte, because="test", by=setting.by, at=MONDAY)
    kept = agreed(
        setting,
        NewSafety(
            calls="Noor belt tante Hilde",
            goes_to="Bij de buren op nummer 14",
            about=(sofia, noor),
            known_by=(sofia,),
            hidden_from=(karim,),
        ),
    )
    assert safety_of(Reader(person=sofia), setting) == [kept]
    assert safety_of(at_desk(setting.network.nele), setting) == [kept]
    assert safety_of(Reader(person=karim), setting) == []
    assert safety_of(at_desk(lotte), setting) == []


def test_whom_it_protects_against_is_not_also_told(setting: APlan) -> None:
    karim = father_of(setting)
    both = NewSafety("Bel 112", "", (setting.home.noor,), known_by=(karim,), hidden_from=(karim,))
    with pytest.raises(ValidationError):
        agreed(setting, both)


def test_it_ends_and_is_seen_no_more(setting: APlan) -> None:
    kept = agreed(setting, NewSafety("Bel 112", "", (setting.home.sofia,)))
    end_safety(agreed=kept, version=kept.version, by=setting.by, at=MONDAY)
    assert safety_of(at_desk(setting.network.nele), setting) == []
    with pytest.raises(StaleRecord):
        end_safety(agreed=kept, version=1, by=setting.by, at=MONDAY)
