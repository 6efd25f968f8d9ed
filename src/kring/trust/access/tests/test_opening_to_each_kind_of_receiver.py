"""Opening to a person, a worker or an organisation: by the answers for that receiver, no others."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import LONG_AGO, MONDAY, person

from kring.registry.network.models import WorkerRole
from kring.trust.access.items import class_item
from kring.trust.access.models import ItemNamed
from kring.trust.access.opening import (
    check_everybody_agrees,
    check_may_open,
    everybody_agrees,
    may_open,
    open_to,
)
from kring.trust.access.tests.households import at_work, born, open_item, said_yes, shares_with

pytestmark = pytest.mark.django_db


def test_a_yes_to_a_service_opens_to_no_person_and_the_other_way_round() -> None:
    girl, aunt = person("Mila", "Bos", born(14)), person("Els", "Raes", born(40))
    helper, reader = at_work("Kim Wens", "caw")
    caw = helper.roles.get().organisation
    shares_with(girl, reader)
    assert [everybody_agrees([girl], to, MONDAY) for to in (helper, caw, aunt)] == [True, True, False]
    girl.consents.all().delete()
    said_yes(girl, aunt)
    assert [everybody_agrees([girl], to, MONDAY) for to in (helper, caw, aunt)] == [False, False, True]


def test_over_a_domain_or_over_all() -> None:
    girl, aunt = person("Mila", "Bos", born(14)), person("Els", "Raes", born(40))
    said_yes(girl, aunt, "school")
    for domain, agreed in (("school", True), ("health", False), ("", False)):
        assert everybody_agrees([girl], aunt, MONDAY, domain) is agreed
        if agreed:
            check_everybody_agrees([girl], aunt, MONDAY, domain)
            continue
        with pytest.raises(ValidationError) as refused:
            check_everybody_agrees([girl], aunt, MONDAY, domain)
        assert refused.value.messages != ["None"]
    girl.consents.update(domains=[])
    check_everybody_agrees(iter([girl]), aunt, MONDAY, "school")
    check_everybody_agrees([girl], aunt, MONDAY)


def test_who_is_aside_is_not_asked() -> None:
    girl, mother, aunt = (person(name, "Bos", born(40)) for name in ("Mila", "An", "Els"))
    item = class_item(
        kind="note", about=[girl], aside=[mother], data_class="open", told_by="self", at=MONDAY
    )
    said_yes(girl, aunt)
    check_may_open(item, aunt, MONDAY)
    open_to(item, aunt, MONDAY)
    assert [named.person for named in ItemNamed.objects.order_by("pk")] == [aunt]


def test_the_own_file_of_an_organisation_is_opened_within_it_while_one_works_there() -> None:
    girl = person("Mila", "Bos", born(14))
    helper, _reader = at_work("Kim Wens", "caw")
    elsewhere, _other = at_work("Wim Pels", "cig")
    caw = helper.roles.get().organisation
    item = class_item(
        kind="note", about=[girl], data_class="open", told_by="worker", owner=caw, at=MONDAY
    )
    receivers = (helper, caw, elsewhere, elsewhere.roles.get().organisation, girl)
    assert [may_open(item, to, MONDAY) for to in receivers] == [True, True, False, False, True]
    for to in (helper, caw):
        check_may_open(item, to, MONDAY)
    with pytest.raises(ValidationError):
        check_may_open(item, elsewhere, MONDAY)
    assert not may_open(open_item(girl), helper, MONDAY)
    WorkerRole.objects.filter(worker=helper).update(ends_at=MONDAY)
    assert may_open(item, helper, MONDAY - timedelta(seconds=1))
    assert not may_open(item, helper, MONDAY)
    assert not may_open(item, helper, LONG_AGO - timedelta(seconds=1))
