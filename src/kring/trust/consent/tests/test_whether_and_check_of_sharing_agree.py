"""Whether something may be shared and the check that refuses it say the same, in every case."""

import itertools
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from kring.trust.consent.legal import LegalBasis, Receiver
from kring.trust.consent.rules import check_may_share, may_share

OPEN = Receiver("school", "", ())
BARRED = Receiver("court", "art. 75", ())
BASIS = LegalBasis("dijh_74", "art. 74", (), date(2014, 3, 1), None)


@pytest.mark.parametrize(
    ("receiver", "basis", "agreed"),
    list(itertools.product([None, OPEN, BARRED], [None, BASIS], [True, False])),
)
def test_only_what_the_law_forbids_needs_everybody(receiver, basis, agreed) -> None:
    allowed = receiver is not None and basis is not None and (agreed or receiver is OPEN)
    assert may_share(receiver, basis, everybody_agreed=agreed) is allowed
    if allowed:
        check_may_share(receiver, basis, everybody_agreed=agreed)
        return
    with pytest.raises(ValidationError) as refused:
        check_may_share(receiver, basis, everybody_agreed=agreed)
    beside = "legal_basis" if receiver is not None and basis is None else "receiver_kind"
    assert set(refused.value.message_dict) == {beside}


def test_a_refusal_names_the_receiver_and_the_article() -> None:
    court = Receiver("court", "art. 75", (("nl", "de jeugdrechter"),))
    with pytest.raises(ValidationError) as refused:
        check_may_share(court, BASIS, everybody_agreed=False)
    (said,) = refused.value.messages
    assert "de jeugdrechter" in said
    assert "art. 75" in said
