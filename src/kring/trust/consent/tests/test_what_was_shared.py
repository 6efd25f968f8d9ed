"""A sharing says what, to whom, why and on what ground; what the law forbids is refused."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from tests.cast import LONG_AGO, MONDAY, acting, kempen, peeters_el_amrani, person

from kring.foundation.journal.models import JournalEntry
from kring.registry.people.models import Relation
from kring.trust.consent.actions import Shared, record_consent, record_sharing
from kring.trust.consent.legal import legal_bases, legal_basis, receivers
from kring.trust.consent.models import Consent, Sharing

pytestmark = pytest.mark.django_db
BARRED = {"court", "prosecutor", "police", "social_service"}
PLAIN = Shared(
    what="Dat Noor op maandag later komt.",
    receiver_kind="school",
    receiver="De Wijngaard",
    necessary_because="De school dacht aan spijbelen.",
    in_the_interest_of="Noor",
    consent_asked="yes",
    legal_basis="consent",
)


def test_it_is_kept_and_written_down() -> None:
    network, home = kempen(), peeters_el_amrani()
    record_sharing(
        person=home.noor, shared=PLAIN, worker=network.nele, by=acting(network.nele), at=MONDAY
    )
    assert Sharing.objects.get().necessary_because == PLAIN.necessary_because
    assert JournalEntry.objects.filter(verb="consent.shared").count() == 1


@pytest.mark.parametrize("asked", ["no", "not_asked"])
def test_without_a_yes_it_says_why(asked) -> None:
    network, home = kempen(), peeters_el_amrani()
    with pytest.raises(ValidationError) as refused:
        record_sharing(
            person=home.noor,
            shared=replace(PLAIN, consent_asked=asked),
            worker=network.nele,
            by=acting(network.nele),
            at=MONDAY,
        )
    assert "without_consent_because" in refused.value.message_dict


def test_the_receivers_the_law_bars_are_these() -> None:
    assert {receiver.code for receiver in receivers() if receiver.barred_by} == BARRED


COURT_TABLE = [
    # who said what: the girl of 14 or boy of 6, the mother, the father; may it go?
    ("younes", {}, False),
    ("younes", {"younes": "yes"}, False),
    ("younes", {"younes": "yes", "sofia": "yes"}, False),
    ("younes", {"sofia": "yes", "tom": "yes"}, False),
    ("younes", {"younes": "yes", "sofia": "yes", "tom": "yes"}, True),
    ("younes", {"younes": "yes", "sofia": "yes", "tom": "no"}, False),
    ("younes", {"younes": "yes", "sofia": "not_now", "tom": "yes"}, False),
    ("noor", {"sofia": "yes"}, False),
    ("noor", {"sofia": "yes", "tom": "yes"}, True),
    ("sofia", {}, False),
    ("sofia", {"sofia": "yes"}, True),
]


@pytest.mark.parametrize("kind", sorted(BARRED))
@pytest.mark.parametrize(("about", "said", "goes"), COURT_TABLE)
def test_to_a_court_only_with_the_able_minor_and_the_parents(kind, about, said, goes) -> None:
    network, home = kempen(), peeters_el_amrani()
    tom = person("Tom", "Peeters")
    for child in (home.younes, home.noor):
        Relation.objects.create(person=tom, to=child, type="vader", starts_at=LONG_AGO)
    people = {"sofia": home.sofia, "younes": home.younes, "noor": home.noor, "tom": tom}
    by = acting(network.nele)
    for who, outcome in said.items():
        record_consent(
            person=people[about],
            purpose=Consent.Purpose.TO_COURT,
            outcome=outcome,
            decided_by=people[who],
            by=by,
            at=MONDAY,
        )
    shared = replace(PLAIN, receiver_kind=kind, legal_basis="shared_secrecy")

    def share() -> None:
        record_sharing(person=people[about], shared=shared, worker=network.nele, by=by, at=MONDAY)

    if goes:
        share()
    else:
        with pytest.raises(ValidationError) as refused:
            share()
        assert "75/1" in str(refused.value)
        assert not Sharing.objects.exists()


def test_a_renumbered_article_has_its_dates() -> None:
    before = legal_basis("right_to_speak", date(2026, 4, 7))
    after = legal_basis("right_to_speak", date(2026, 4, 8))
    assert before is not None
    assert after is not None
    assert before.article != after.article
    for code in {basis.code for basis in legal_bases()}:
        holding = [basis for basis in legal_bases() if basis.code == code]
        ordered = sorted(holding, key=lambda basis: basis.valid_from)
        for one, following in itertools.pairwise(ordered):
            assert one.valid_until == following.valid_from


def test_a_ground_that_does_not_hold_yet_is_refused() -> None:
    network, home = kempen(), peeters_el_amrani()
    with pytest.raises(ValidationError):
        record_sharing(
            person=home.noor,
            shared=PLAIN,
            worker=None,
            by=acting(network.nele),
            at=datetime(2001, 1, 1, tzinfo=UTC),
        )
