"""A young person is met by nickname; only their own deed makes a question of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import acting, kempen

from kring.foundation.journal.models import JournalPayload
from kring.foundation.keys.sealing import derived_code
from kring.offer.houses.actions import forget_nickname, meet, meet_again, use_card
from kring.offer.houses.erasers import erase_nicknames, nicknames_due
from kring.offer.houses.models import Nickname, OutreachContact
from kring.offer.houses.queries import code_of, nicknames_of
from kring.offer.houses.rules import check_nickname
from kring.offer.houses.tests.visiting import NOW

pytestmark = pytest.mark.django_db


def zoef() -> Nickname:
    """Nele met Zoef."""
    network = kempen()
    by = {"worker": network.nele, "by": acting(network.nele), "at": NOW}
    return meet(desk=network.counter, nickname=" Zoef ", where="street", **by)


def test_a_team_reads_whom_it_met_and_no_other():
    found = zoef()
    assert list(nicknames_of([found.desk_id])) == [found]
    assert list(nicknames_of([kempen().outside.pk])) == []
    nele = kempen().nele
    later = NOW + timedelta(days=3)
    meet_again(found=found, where="overkop", worker=nele, by=acting(nele), at=later)
    found.refresh_from_db()
    assert found.last_met_at == later
    assert [one.where for one in found.contacts.order_by("met_at")] == ["street", "overkop"]


@pytest.mark.parametrize("text", ["", "   ", "0470 12 34 56", "zoef@example.org", "z" * 41])
def test_only_a_nickname_is_one(text):
    with pytest.raises(ValidationError):
        check_nickname(text)


def test_the_card_names_the_team_once_and_joins_nothing():
    found = zoef()
    assert use_card(code=code_of(found), at=NOW) == found.desk
    found.refresh_from_db()
    assert found.asked_on == NOW.date().replace(day=1), "a day would point at the question of that day"
    with pytest.raises(ValidationError, match="werkt niet"):
        use_card(code=code_of(found), at=NOW)
    with pytest.raises(ValidationError, match="werkt niet"):
        use_card(code="AAAA-BBBB-CCCC", at=NOW)


def test_the_code_of_a_card_is_that_of_no_question():
    found = zoef()
    assert code_of(found) != derived_code(found.key), "a team chooses the number of a card itself"


def test_the_journal_holds_no_nickname():
    found = zoef()
    forget_nickname(found=found, by=acting(kempen().nele), at=NOW)
    said = " ".join(str(body) for body in JournalPayload.objects.values_list("body", flat=True))
    assert "Zoef" not in said
    assert str(found.key) not in said


def test_it_is_let_go_three_months_after_the_last_time():
    found = zoef()
    assert list(nicknames_due(NOW + timedelta(days=80))) == []
    later = NOW + timedelta(days=95)
    due = [one.key for one in nicknames_due(later)]
    assert due == [found.key]
    counted = erase_nicknames(by=acting(kempen().nele), at=later, keys=due)
    assert counted == {"nickname": 1, "outreach_contact": 1}
    assert OutreachContact.objects.count() == 0
