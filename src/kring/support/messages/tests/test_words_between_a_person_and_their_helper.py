"""A person writes, their helper reads and answers; nobody else does, and the notice says nothing."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from tests.cast import LONG_AGO, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.outbox.models import Message
from kring.registry.network.models import RoleType, WorkerRole
from kring.registry.people.models import Person
from kring.support.messages.actions import Letter, answer_person, put_away, write_to_helper
from kring.support.messages.checks import messages_are_about_their_person
from kring.support.messages.erasers import let_go_of_messages
from kring.support.messages.models import FamilyMessage
from kring.support.messages.queries import messages_waiting, talk_with, talks_waiting_for
from kring.trust.access.actions import involve, open_access
from kring.trust.access.models import Involvement
from kring.trust.access.queries import person_for, reader_for
from kring.trust.access.readers import Reader
from kring.trust.consent.actions import record_consent

pytestmark = pytest.mark.django_db
WORDS = "Kan je mijn broer niet zeggen dat ik bel?"


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    """Nele is the anchor person, Bram is in the team."""
    made = peeters_el_amrani()
    for who, role in ((network.nele, "anchor"), (network.bram, "team")):
        involve(at=LONG_AGO, about=made.family, who=who, role=role, because="test", because_key=uuid4())
    return made


def themself(who: Person) -> Actor:
    return Actor(ActorKind.PERSON, who.key, who.name)


def writes(who: Person, network: Network, words: str = WORDS, key: object = None) -> FamilyMessage:
    return write_to_helper(
        person=who,
        letter=Letter(words, key=key),
        to=network.nele,
        owner=network.counter.organisation,
        by=themself(who),
        at=timezone.now(),
    )


def at_work(worker: object) -> Reader:
    return reader_for(worker.account, timezone.now())


def test_the_anchor_reads_and_answers(network: Network, home: PeetersElAmrani) -> None:
    open_access(person=home.sofia, opened_by=network.nele, by=acting(network.nele), at=timezone.now())
    writes(home.sofia, network)
    nele = at_work(network.nele)
    assert messages_waiting(nele, timezone.now()) == 1
    assert [talk.person for talk in talks_waiting_for(nele, timezone.now())] == [home.sofia]
    answer_person(
        person=home.sofia,
        letter=Letter("Dat is goed."),
        worker=network.nele,
        owner=network.counter.organisation,
        talk=talk_with(nele, home.sofia, timezone.now()),
        by=acting(network.nele),
        at=timezone.now(),
    )
    assert messages_waiting(nele, timezone.now()) == 0
    own = talk_with(Reader(person=home.sofia), home.sofia, timezone.now())
    assert [one.words for one in own] == [WORDS, "Dat is goed."]
    assert set(Message.objects.values_list("recipient_kind", "text")) >= {
        ("worker", "messages.waiting"),
        ("access", "messages.answered"),
    }


def test_read_and_put_away_it_waits_no_more(network: Network, home: PeetersElAmrani) -> None:
    said = writes(home.sofia, network)
    nele = at_work(network.nele)
    talk = talk_with(nele, home.sofia, timezone.now())
    put_away(
        person=home.sofia, talk=talk, worker=network.nele, by=acting(network.nele), at=timezone.now()
    )
    said.refresh_from_db()
    assert said.seen_by == network.nele
    assert messages_waiting(nele, timezone.now()) == 0


def test_sent_twice_it_is_one_message(network: Network, home: PeetersElAmrani) -> None:
    key = uuid4()
    assert writes(home.sofia, network, key=key) == writes(home.sofia, network, key=key)
    assert Message.objects.count() == 1


@pytest.mark.parametrize("words", ["", "   ", "a" * 5_001])
def test_without_words_or_a_book_is_refused(network: Network, home: PeetersElAmrani, words: str) -> None:
    with pytest.raises(ValidationError):
        writes(home.sofia, network, words)
    assert not FamilyMessage.objects.exists()


def test_the_team_and_the_other_members_read_nothing(network: Network, home: PeetersElAmrani) -> None:
    writes(home.sofia, network)
    for reader in (at_work(network.bram), at_work(network.lotte), Reader(person=home.younes)):
        assert talk_with(reader, home.sofia, timezone.now()) == []
        assert messages_waiting(reader, timezone.now()) == 0


def test_the_desk_and_the_intake_where_a_question_lies_read_nothing(
    network: Network, home: PeetersElAmrani
) -> None:
    writes(home.sofia, network)
    desk = network.outside
    involve(at=LONG_AGO, about=home.family, who=desk, role="holder", because="test", because_key=uuid4())
    intake = RoleType.objects.get(code="intake")
    WorkerRole.objects.filter(worker=network.lotte).update(role=intake)
    for worker in (network.bram, network.lotte):
        reader = at_work(worker)
        assert person_for(reader, home.sofia.key, timezone.now()) == home.sofia
        assert talk_with(reader, home.sofia, timezone.now()) == []
        assert messages_waiting(reader, timezone.now()) == 0


def test_the_next_anchor_person_reads_what_waits(network: Network, home: PeetersElAmrani) -> None:
    writes(home.sofia, network)
    Involvement.objects.filter(worker=network.nele).update(ends_at=timezone.now())
    involve(
        at=LONG_AGO,
        about=home.family,
        who=network.lotte,
        role="anchor",
        because="test",
        because_key=uuid4(),
    )
    assert messages_waiting(at_work(network.lotte), timezone.now()) == 1


def test_no_parent_reads_what_a_small_child_writes(network: Network, home: PeetersElAmrani) -> None:
    writes(home.noor, network)
    assert talk_with(Reader(person=home.sofia), home.noor, timezone.now()) == []
    assert len(talk_with(Reader(person=home.noor), home.noor, timezone.now())) == 1


def test_no_parent_reads_it_with_a_yes_to_everything(network: Network, home: PeetersElAmrani) -> None:
    writes(home.younes, network)
    record_consent(
        person=home.younes,
        purpose="read_along",
        outcome="yes",
        reader=home.sofia,
        by=acting(network.nele),
        at=timezone.now(),
    )
    assert talk_with(Reader(person=home.sofia), home.younes, timezone.now()) == []
    assert len(talk_with(Reader(person=home.younes), home.younes, timezone.now())) == 1


def test_messages_go_with_the_person(network: Network, home: PeetersElAmrani) -> None:
    writes(home.sofia, network)
    writes(home.younes, network)
    assert list(messages_are_about_their_person(timezone.now())) == []
    counts = let_go_of_messages(by=themself(home.sofia), at=timezone.now(), keys=[home.sofia.key])
    assert counts["family_message"] == 1
    assert [one.person for one in FamilyMessage.objects.all()] == [home.younes]
