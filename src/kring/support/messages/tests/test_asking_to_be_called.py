"""Who asks to be called is called by a human, after their hour, on a number they called safe."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.outbox.actions import call_done
from kring.foundation.outbox.delivery import send_due
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.queries import call_tasks
from kring.foundation.outbox.recipients import Recipient, resolve
from kring.foundation.outbox.states import CALLED
from kring.registry.people.models import ContactChannel, Person
from kring.support.messages.actions import ask_call
from kring.support.messages.queries import last_call_of

pytestmark = pytest.mark.django_db
AFTER = MONDAY + timedelta(days=1)


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def reached_on(person: Person, *, safe: bool = True) -> None:
    ContactChannel.objects.create(person=person, kind="phone", value="+32470999001", safe=safe)


def asks(person: Person) -> None:
    ask_call(person=person, after=AFTER, by=Actor(ActorKind.PERSON, person.key, person.name), at=MONDAY)


def test_it_becomes_a_call_task_after_the_hour(network: Network, home: PeetersElAmrani) -> None:
    reached_on(home.sofia)
    asks(home.sofia)
    send_due(at=MONDAY)
    assert call_tasks(MONDAY) == []
    send_due(at=AFTER)
    task = call_tasks(AFTER)[0]
    assert (task.recipient.key, task.address.value) == (home.sofia.key, "+32470999001")
    assert "vanaf vandaag om 10 uur" in task.address.hours
    assert last_call_of(home.sofia) is not None
    by = Actor(ActorKind.WORKER, network.nele.key, "Nele")
    call_done(by=by, at=AFTER, message=task.message, reached=True)
    assert Message.objects.get().state == CALLED
    assert last_call_of(home.sofia) is None


def test_without_a_safe_number_nobody_is_called(home: PeetersElAmrani) -> None:
    reached_on(home.sofia, safe=False)
    with pytest.raises(ValidationError, match="veilig"):
        asks(home.sofia)
    assert resolve(Recipient("call_back", home.sofia.key), MONDAY) is None


def test_not_in_the_past_and_not_far_away(home: PeetersElAmrani) -> None:
    reached_on(home.sofia)
    by = Actor(ActorKind.PERSON, home.sofia.key, "Sofia")
    for after in (MONDAY - timedelta(days=1), MONDAY + timedelta(days=30)):
        with pytest.raises(ValidationError):
            ask_call(person=home.sofia, after=after, by=by, at=MONDAY)


def test_the_helper_hears_that_somebody_waits_for_a_call(
    network: Network, home: PeetersElAmrani
) -> None:
    reached_on(home.sofia)
    by = Actor(ActorKind.PERSON, home.sofia.key, home.sofia.name)
    ask_call(person=home.sofia, after=AFTER, by=by, at=MONDAY, helper=network.nele)
    told = Message.objects.get(text="messages.call_asked")
    assert told.recipient_key == network.nele.key
