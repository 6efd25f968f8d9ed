"""What a person agreed to is kept as they said it, and a later answer ends an earlier one."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, acting, kempen, peeters_el_amrani

from kring.trust.consent.actions import HowAsked, record_consent
from kring.trust.consent.models import Consent

pytestmark = pytest.mark.django_db


def test_a_later_no_ends_the_yes() -> None:
    network, family = kempen(), peeters_el_amrani()
    for outcome, at in (("yes", MONDAY), ("no", MONDAY + timedelta(days=3))):
        record_consent(
            person=family.sofia,
            purpose=Consent.Purpose.DISCUSS_WITH_NAME,
            outcome=outcome,
            how=HowAsked(asked_alone=True),
            by=acting(network.lotte),
            at=at,
        )
    running = Consent.objects.running(MONDAY + timedelta(days=4)).get()
    assert running.outcome == Consent.Outcome.NO
    assert Consent.objects.count() == 2


def test_another_purpose_is_another_agreement() -> None:
    network, family = kempen(), peeters_el_amrani()
    for purpose in (Consent.Purpose.CONTACT, Consent.Purpose.HAND_OVER):
        record_consent(
            person=family.sofia, purpose=purpose, outcome="yes", by=acting(network.lotte), at=MONDAY
        )
    assert Consent.objects.running(MONDAY).count() == 2
