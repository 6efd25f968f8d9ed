"""A test that really commits leaves the next one what migrations wrote, and nothing else."""

import pytest
from django.test import TransactionTestCase

from kring.registry.network.models import Partnership
from kring.support.plans.models import PlanTemplate
from tests.cast import MONDAY, kempen


@pytest.mark.django_db(transaction=True)
def test_what_migrations_wrote_is_put_back_and_what_a_test_wrote_is_gone() -> None:
    before = {template.code: template.pk for template in PlanTemplate.objects.order_by("code")}
    assert before
    made = kempen()
    PlanTemplate.objects.create(
        code="own", partnership=made.region, name={"nl": "Van ons"}, valid_from=MONDAY.date()
    )
    TransactionTestCase()._fixture_teardown()
    assert {one.code: one.pk for one in PlanTemplate.objects.order_by("code")} == before
    assert not Partnership.objects.exists()
