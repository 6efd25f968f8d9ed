"""What somebody may do follows from running roles; who leaves has none left at once."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import SYSTEM
from kring.registry.network.actions import (
    add_worker,
    end_absence,
    end_role,
    give_role,
    put_on_list,
    report_absence,
    take_off_list,
    worker_leaves,
)
from kring.registry.network.models import Absence, Desk, Duty, RoleType, Worker, WorkerRole
from kring.registry.network.queries import on_duty, workers_of
from kring.registry.network.tests.small_network import NOW, desk, organisation, region

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=7)


@pytest.fixture
def house() -> Desk:
    return desk("Huis van het Kind Geel", region("Kempen"))


def worker(name: str, account: Account | None = None) -> Worker:
    return add_worker(by=SYSTEM, at=NOW, name=name, account=account)


def test_a_role_is_held_once_while_it_runs() -> None:
    lotte, coach = worker("Lotte"), RoleType.objects.get(code="coach")
    caw = organisation("CAW De Kempen")
    held = give_role(by=SYSTEM, at=NOW, worker=lotte, role=coach, organisation=caw)
    assert give_role(by=SYSTEM, at=NOW, worker=lotte, role=coach, organisation=caw) == held
    end_role(by=SYSTEM, at=LATER, held=held)
    assert list(workers_of(caw, NOW)) == [lotte]
    assert list(workers_of(caw, LATER)) == []


def test_who_left_has_no_role_duty_or_account(house: Desk) -> None:
    account = Account.objects.create_user("lotte@example.org", created_at=NOW)
    lotte, amina = worker("Lotte", account), worker("Amina")
    coach = RoleType.objects.get(code="coach")
    give_role(by=SYSTEM, at=NOW, worker=lotte, role=coach, organisation=house.organisation)
    put_on_list(by=SYSTEM, at=NOW, desk=house, worker=lotte)
    report_absence(by=SYSTEM, at=NOW, worker=amina, starts_at=NOW, deputy=lotte)
    worker_leaves(by=SYSTEM, at=LATER, worker=lotte)
    assert not WorkerRole.objects.running(LATER).exists()
    assert not Duty.objects.running(LATER).exists()
    assert Absence.objects.get().deputy is None
    account.refresh_from_db()
    assert not account.is_active


def test_who_left_is_put_on_no_list(house: Desk) -> None:
    lotte = worker("Lotte")
    worker_leaves(by=SYSTEM, at=NOW, worker=lotte)
    with pytest.raises(ValidationError) as refused:
        put_on_list(by=SYSTEM, at=LATER, desk=house, worker=lotte)
    assert refused.value.message_dict["worker"] == ["Lotte werkt hier niet meer."]


def test_a_worker_is_on_a_list_once_and_can_be_taken_off(house: Desk) -> None:
    lotte = worker("Lotte")
    duty = put_on_list(by=SYSTEM, at=NOW, desk=house, worker=lotte)
    assert put_on_list(by=SYSTEM, at=LATER, desk=house, worker=lotte) == duty
    take_off_list(by=SYSTEM, at=LATER, duty=duty)
    assert on_duty(house, LATER) == []


def test_nobody_stands_in_for_themselves() -> None:
    lotte = worker("Lotte")
    with pytest.raises(ValidationError) as refused:
        report_absence(by=SYSTEM, at=NOW, worker=lotte, starts_at=NOW, deputy=lotte)
    assert "deputy" in refused.value.message_dict


def test_who_left_cannot_stand_in() -> None:
    lotte, amina = worker("Lotte"), worker("Amina")
    worker_leaves(by=SYSTEM, at=NOW, worker=amina)
    with pytest.raises(ValidationError) as refused:
        report_absence(by=SYSTEM, at=LATER, worker=lotte, starts_at=LATER, deputy=amina)
    assert "Amina werkt hier niet meer" in refused.value.message_dict["deputy"][0]


def test_two_absences_do_not_overlap_and_an_absence_can_end_early() -> None:
    lotte = worker("Lotte")
    absence = report_absence(by=SYSTEM, at=NOW, worker=lotte, starts_at=NOW, ends_at=LATER)
    middle = NOW + timedelta(days=3)
    with pytest.raises(ValidationError):
        report_absence(by=SYSTEM, at=NOW, worker=lotte, starts_at=middle)
    end_absence(by=SYSTEM, at=middle, absence=absence)
    report_absence(by=SYSTEM, at=middle, worker=lotte, starts_at=middle)
    assert Absence.objects.running(middle).count() == 1
