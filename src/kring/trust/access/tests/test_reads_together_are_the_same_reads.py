"""Reads asked in one statement give what each gives alone, for every value, whatever their columns."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.test.utils import CaptureQueriesContext
from tests.cast import MONDAY, kempen, peeters_el_amrani

from kring.foundation.deadlines.models import Term
from kring.foundation.records.together import Together
from kring.registry.network.models import Desk, Duty, Worker
from kring.registry.people.models import FamilyMembership, Person

pytestmark = pytest.mark.django_db


def duties(*, at: Any, desks: Any) -> QuerySet[Duty]:
    return Duty.objects.running(at).filter(desk__in=desks).select_related("worker", "desk__region")


def members(*, at: Any, name: Any) -> QuerySet[FamilyMembership, Any]:
    rows = FamilyMembership.objects.running(at).filter(family__name=name)
    return rows.values_list("person__birth_date", "role", "starts_at")


def people(*, name: Any, sure: bool = False) -> QuerySet[Person]:
    member = FamilyMembership.objects.filter(person=OuterRef("pk"), family__name=name)
    marked = Person.objects.annotate(member=Exists(member))
    return marked.filter(member=True) if sure else marked


def terms(*, day: Any) -> QuerySet[Term, Any]:
    rows = Term.objects.filter(valid_from__lte=day).order_by("-valid_from", "code")
    return rows.values_list("code", flat=True)[:3]


def nobody(*, name: Any) -> QuerySet[Worker]:
    return Worker.objects.filter(name=name)


READ = Together(duties=duties, members=members, people=people, terms=terms, nobody=nobody)


def fields(rows: Any) -> list[Any]:
    return sorted(
        tuple((field.attname, getattr(row, field.attname)) for field in row._meta.concrete_fields)
        for row in rows
    )


def test_each_gives_what_it_gives_alone() -> None:
    network, home = kempen(), peeters_el_amrani()
    for desks in (
        (),
        (network.team.pk,),
        tuple(Desk.objects.order_by("pk").values_list("pk", flat=True)),
    ):
        for name in (home.family.name, "Zonder"):
            for at in (MONDAY, MONDAY - timedelta(days=9_000)):
                found = READ.lists(desks=desks, name=name, at=at, day=at.date())
                assert fields(found["duties"]) == fields(duties(at=at, desks=desks))
                assert set(found["members"]) == set(members(at=at, name=name))
                assert fields(found["people"]) == fields(people(name=name))
                assert found["terms"] == list(terms(day=at.date()))
                assert found["nobody"] == []


def test_what_was_joined_or_worked_out_comes_along_in_one_read() -> None:
    network, home = kempen(), peeters_el_amrani()
    with CaptureQueriesContext(connection) as asked:
        found = READ.lists(desks=(network.team.pk,), name=home.family.name, at=MONDAY, day=MONDAY.date())
        shown = [(duty.worker.name, duty.desk.region.name) for duty in found["duties"]]
    assert len(asked) == 1
    assert shown == [("Lotte Claes", network.team.region.name)]
    assert {one.pk for one in found["people"] if one.member} >= {home.noor.pk, home.sofia.pk}


def test_a_shape_goes_to_the_read_that_names_it() -> None:
    kempen()
    peeters_el_amrani()
    every = READ.lists(desks=(), name="Zonder", at=MONDAY, day=MONDAY.date())
    none = READ.lists(shape={"sure": True}, desks=(), name="Zonder", at=MONDAY, day=MONDAY.date())
    assert every["people"]
    assert not none["people"]
    assert every["terms"] == none["terms"] != []
