"""A course and the childcare beside it: both have room or neither is offered."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from kring.offer.directory import upkeep
from kring.offer.directory.actions import (
    add_dates,
    add_service,
    link_offers,
    put_aside,
    sign_up,
    state_free_places,
    unlink_offers,
)
from kring.offer.directory.finding import find
from kring.offer.directory.models import LinkedOffer, Service
from kring.offer.directory.queries import offered_services
from kring.offer.directory.search.documents import Query
from kring.offer.directory.tests.offering import BY, NOW, described, morning, playgroup

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW)]
TOMORROW = NOW.replace(day=3)


@pytest.fixture
def pair(settings: Any, tmp_path: Path) -> tuple[Service, Service]:
    """A Dutch course for parents, and the childcare in the room beside it."""
    settings.DATA_DIR = tmp_path
    care = playgroup()
    said = described(values={"name": {"nl": "Nederlands voor ouders"}})
    course = add_service(organization=care.organization, described=said, confirm_every=6, **BY)
    upkeep.keep_whole(at=NOW)
    link_offers(service=course, beside=care, **BY)
    return course, care


def found(words: str) -> set[str]:
    return {hit.key for hit in find(Query(text=words), at=NOW).hits}


def test_neither_is_found_while_one_is_full(pair: tuple[Service, Service]) -> None:
    _course, care = pair
    state_free_places(service=care, places=0, **BY)
    upkeep.follow()
    assert (found("Nederlands"), found("speelgroep")) == (set(), set())


def test_both_are_found_again(pair: tuple[Service, Service]) -> None:
    course, care = pair
    for places in (0, 2):
        state_free_places(service=care, places=places, **BY)
        upkeep.follow()
    assert found("Nederlands") == {str(course.key)}
    assert str(care.key) in found("speelgroep")


def test_nobody_signs_up_while_the_other_is_full(pair: tuple[Service, Service]) -> None:
    course, care = pair
    (date,) = add_dates(
        activity=morning(course), times=[(TOMORROW, TOMORROW.replace(hour=11))], seats=None, **BY
    )
    state_free_places(service=care, places=0, **BY)
    with pytest.raises(ValidationError) as refused:
        sign_up(date=date, name="Amira", reach_by="", people=1, **BY)
    assert refused.value.code == "full"
    state_free_places(service=care, places=1, **BY)
    assert sign_up(date=date, name="Amira", reach_by="", people=1, **BY)


def test_what_is_not_shown_holds_back_the_other(pair: tuple[Service, Service]) -> None:
    course, care = pair
    put_aside(service=care, **BY)
    assert not offered_services().filter(pk=course.pk).exists()


def test_each_goes_alone_again(pair: tuple[Service, Service]) -> None:
    course, care = pair
    state_free_places(service=care, places=0, **BY)
    unlink_offers(service=care, beside=course, **BY)
    assert not LinkedOffer.objects.exists()
    assert offered_services().filter(pk=course.pk).exists()


def test_linked_once_and_never_to_itself(pair: tuple[Service, Service]) -> None:
    course, care = pair
    link_offers(service=care, beside=course, **BY)
    assert LinkedOffer.objects.count() == 1
    with pytest.raises(ValidationError):
        link_offers(service=care, beside=care, **BY)
