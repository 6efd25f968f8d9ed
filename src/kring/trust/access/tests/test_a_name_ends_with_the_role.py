"""Who is named on an item at work reads it no more once their role there ended; nor later again."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.cast import MONDAY, Network, acting, kempen, person

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import SYSTEM
from kring.registry.network.actions import end_role, give_role, pause_organisation
from kring.registry.network.models import Organisation, WorkerRole
from kring.registry.people.models import Person
from kring.trust.access.actions import involve, leave_organisation, shut_out
from kring.trust.access.items import class_item, hand_over, readable_items
from kring.trust.access.models import Involvement, Item, ItemNamed
from kring.trust.access.tests.a_glass import reading

pytestmark = pytest.mark.django_db
LATER, MUCH_LATER = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def girl(network: Network) -> Person:
    """Lotte takes part in her help."""
    found = person("Mila", "Bos")
    takes_part(network, found, MONDAY)
    return found


def takes_part(network: Network, girl: Person, at: object, role: str = "team") -> Involvement:
    return involve(
        at=at,  # type: ignore[arg-type]
        about=girl,
        who=network.lotte,
        role=role,
        because="x",
        because_key=uuid4(),
    )


def an_item(girl: Person, owner: Organisation | None = None) -> Item:
    return class_item(
        kind="note",
        about=[girl],
        data_class=DataClass.OPEN,
        told_by="self",
        owner=owner,
        at=MONDAY,
    )


def role_at(network: Network, organisation: Organisation, at: object) -> WorkerRole:
    return give_role(
        worker=network.lotte,
        role=network.lotte.roles.all()[0].role,
        organisation=organisation,
        by=SYSTEM,
        at=at,  # type: ignore[arg-type]
    )


def reads(network: Network, at: object) -> set[int]:
    return set(readable_items(reading(network.lotte, at), Item.objects.all(), at))  # type: ignore[arg-type]


def leaves(network: Network, organisation: Organisation, at: object) -> None:
    for held in network.lotte.roles.filter(organisation=organisation, ends_at=None):
        end_role(held=held, by=SYSTEM, at=at)  # type: ignore[arg-type]
    leave_organisation(worker=network.lotte, organisation=organisation, by=SYSTEM, at=at)  # type: ignore[arg-type]


def test_under_whose_file_it_is_else_where_longest(network: Network, girl: Person) -> None:
    first, second = network.team.organisation, network.outside.organisation
    role_at(network, second, MONDAY)
    for item, under in ((an_item(girl), first), (an_item(girl, second), second)):
        hand_over(item, network.lotte)
        assert ItemNamed.objects.get(item=item).under == under
        made = class_item(
            kind="note",
            about=[girl],
            data_class=DataClass.OPEN,
            told_by="self",
            owner=item.owner,
            named=[network.lotte],
            at=MONDAY,
        )
        assert ItemNamed.objects.get(item=made).under == under


def test_the_role_by_itself_ends_it_at_once(network: Network, girl: Person) -> None:
    item, first = an_item(girl), network.team.organisation
    hand_over(item, network.lotte)
    role_at(network, network.outside.organisation, MONDAY)
    assert reads(network, MONDAY) == {item.pk}
    network.lotte.roles.filter(organisation=first).update(ends_at=LATER)
    assert reads(network, LATER - timedelta(seconds=1)) == {item.pk}
    assert reads(network, LATER) == set()


def test_coming_back_brings_nothing_back(network: Network, girl: Person) -> None:
    item, first = an_item(girl), network.team.organisation
    other = an_item(girl, network.outside.organisation)
    role_at(network, network.outside.organisation, MONDAY)
    for one in (item, other):
        hand_over(one, network.lotte)
    leaves(network, first, LATER)
    assert reads(network, LATER) == {other.pk}
    role_at(network, first, MUCH_LATER)
    assert reads(network, MUCH_LATER) == {other.pk}
    hand_over(item, network.lotte)
    assert reads(network, MUCH_LATER) == {item.pk, other.pk}


def test_a_stopped_organisation_stops_its_names(network: Network, girl: Person) -> None:
    item, first = an_item(girl), network.team.organisation
    hand_over(item, network.lotte)
    role_at(network, network.outside.organisation, MONDAY)
    pause_organisation(
        organisation=first, because="Een account is misbruikt.", by=acting(network.bram), at=LATER
    )
    assert reads(network, LATER) == set()


def test_who_leaves_work_is_named_nowhere(network: Network, girl: Person) -> None:
    hand_over(an_item(girl), network.lotte)
    hand_over(an_item(girl), network.bram)
    shut_out(worker=network.lotte, by=SYSTEM, at=LATER)
    assert [row.worker for row in ItemNamed.objects.all()] == [network.bram]


def test_what_began_for_an_organisation_ends_with_it(network: Network, girl: Person) -> None:
    network.lotte.roles.update(starts_at=MONDAY - timedelta(hours=1))
    held = takes_part(network, girl, MONDAY, "holder")
    role_at(network, network.outside.organisation, MONDAY + timedelta(minutes=1))
    kept = takes_part(network, girl, MONDAY + timedelta(minutes=1))
    leaves(network, network.team.organisation, LATER)
    running = Involvement.objects.filter(worker=network.lotte, ends_at=None)
    assert set(running) == {held, kept}
    assert Involvement.objects.filter(worker=network.lotte, ends_at=LATER).count() == 1
