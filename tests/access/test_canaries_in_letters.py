"""No letter, text message or call of any kind holds a canary, and no log of sending does.

Every text there is goes to everybody around the protected family, by every way there is, in every
language, and is read as it lies in the folder of what was sent: all headers, the body, its name. Only
the address on the envelope is one's own; only who keeps the family sees whom to call.
"""

import json
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings as product
from pytest_django import Settings

from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalPayload
from kring.foundation.outbox.actions import Recipient, give_up, post
from kring.foundation.outbox.delivery import SENDERS, send_due
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.recipients import RESOLVERS
from kring.foundation.outbox.states import QUEUED, TO_CALL
from kring.foundation.outbox.texts import TEXTS
from kring.registry.network.models import Desk
from kring.registry.people.models import ContactChannel, Person
from kring.trust.access.models import PersonAccess
from tests.access.asking import browser, signed_in
from tests.access.canaries import found_in
from tests.access.faults import written_down
from tests.access.test_canaries import HOLDERS
from tests.access.world import NOW, READERS, World

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.above_the_database]
OWN_ADDRESS = {"people.ContactChannel.value"}
ALL_AROUND = 7
LANGUAGES = [code for code, _name in product.LANGUAGES]


@pytest.fixture
def world(sown: World, settings: Settings, tmp_path: Path) -> World:
    settings.SMTP_URL = f"file://{tmp_path}/mail"
    settings.SMS_GATEWAY = "kring.foundation.outbox.sms.FileGateway"
    settings.SMS_DIR = tmp_path / "sms"
    for number, desk in enumerate((sown.network.counter, sown.network.team)):
        Desk.objects.filter(pk=desk.pk).update(email=f"balie{number}@example.org")
    # letters about an account go to an address its owner called safe only
    safe = ContactChannel.objects.get(person=sown.home.sofia).value
    Account.objects.filter(pk=sown.accounts["first_parent"].pk).update(email=safe)
    return sown


def around(world: World) -> dict[str, list[Any]]:
    """By kind of recipient everybody around the family, with who keeps it."""
    network, account = world.network, world.accounts["first_parent"]
    access = PersonAccess.objects.get(person=world.home.sofia)
    return {
        "person": [world.home.sofia],
        "account": [account],
        "access": [access],
        "worker": [network.nele, network.lotte],
        "desk": [network.counter, network.team],
    }


def queued(world: World) -> int:
    """Every text to every one of them, with a link to the family; how many."""
    link = f"/gezinnen/{world.home.family.key}/"
    count = 0
    for kind, recipients in around(world).items():
        for one in recipients:
            for text in TEXTS:
                to = Recipient(kind, one.key)
                post(by=SYSTEM, at=NOW, to=to, text=text, link=link, once=f"{text}:{one.key}")
                count += 1
    return count


def reached_by(world: World, kind: str, language: str, **more: str) -> None:
    """Sofia is reached in this way and language; the canary of her channel stays."""
    ContactChannel.objects.filter(person=world.home.sofia).update(kind=kind, **more)
    Person.objects.filter(pk=world.home.sofia.pk).update(preferred_language=language)
    for account in world.accounts.values():
        if account is not None:
            type(account).objects.filter(pk=account.pk).update(language=language)


def mails(folder: Path) -> Iterator[tuple[str, str]]:
    """Every mail in the folder: whom it is for, and all the rest of it as its reader gets it."""
    for file in sorted(folder.glob("*")):
        mail = message_from_bytes(file.read_bytes(), policy=default)
        headers = [f"{name}: {value}" for name, value in mail.items() if name != "To"]
        yield str(mail["To"]), "\n".join([file.name, *headers, mail.get_content()])


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text message in the folder, in the same way."""
    for file in sorted(folder.glob("*")):
        told = json.loads(file.read_text())
        yield told.pop("to"), f"{file.name} {json.dumps(told, ensure_ascii=False)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mail_holds_one(world: World, tmp_path: Path, language: str) -> None:
    reached_by(world, "email", language)
    waiting = Message.objects.filter(state=QUEUED).count()
    count = queued(world)
    with written_down() as log:
        send_due(at=NOW, limit=count + 500)
    sent = list(mails(tmp_path / "mail"))
    assert len(TEXTS) * ALL_AROUND == count <= len(sent) <= count + waiting
    assert {field for _to, words in sent for field in found_in(words)} == set()
    assert {field for to, _words in sent for field in found_in(to)} == OWN_ADDRESS
    assert found_in(log.getvalue()) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_message_holds_one(world: World, tmp_path: Path, language: str) -> None:
    reached_by(world, "sms", language, hours="")
    count = queued(world)
    with written_down() as log:
        send_due(at=NOW, limit=count + 500)
    sent = list(texts(tmp_path / "sms"))
    assert len(sent) >= len(TEXTS)
    assert {field for _to, words in sent for field in found_in(words)} == set()
    assert {field for to, _words in sent for field in found_in(to)} == OWN_ADDRESS
    assert found_in(log.getvalue()) == set()


def test_a_call_shows_to_who_keeps_the_family_only(world: World, tmp_path: Path) -> None:
    reached_by(world, "phone", "nl")
    count = queued(world)
    before = JournalPayload.objects.count()
    send_due(at=NOW, limit=count + 500)
    assert Message.objects.filter(state=TO_CALL).count() >= len(TEXTS)
    assert [name for name, _words in texts(tmp_path / "sms")] == []
    bodies = JournalPayload.objects.order_by("pk").values_list("body", flat=True)[before:]
    assert found_in(" ".join(map(str, bodies))) == set()
    assert shown(world, "/te-bellen/") == {"on_duty", "intake"}


def test_what_did_not_arrive_shows_to_nobody_else(world: World) -> None:
    reached_by(world, "email", "nl")
    queued(world)
    for message in Message.objects.filter(state=QUEUED).order_by("pk"):
        give_up(by=SYSTEM, at=NOW, message=message, why="recipient_550")
    assert shown(world, "/berichten/") == set()


def shown(world: World, page: str) -> set[str]:
    """Who comes upon a canary on this page; each of them is named for it."""
    sessions, seen = signed_in(world), set()
    for reader in READERS:
        answer = browser(sessions.get(reader)).get(page)
        found = found_in(answer.content)
        assert {field for field in found if reader not in HOLDERS[field]} == set(), reader
        seen |= {reader} if found else set()
    return seen


@pytest.mark.parametrize("broken", ["resolver", "sender"])
def test_a_letter_that_cannot_be_sent_says_nothing_of_whom(world: World, broken: str) -> None:
    """The way out fails with the words of the family in its fault; the log keeps none of them."""
    queued(world)
    fault = ValueError(f"{world.home.sofia.given_name} {Person.objects.get(pk=world.home.sofia.pk)}")
    where = (RESOLVERS, RESOLVERS) if broken == "resolver" else (SENDERS, SENDERS)

    def fails(*_told: object) -> None:
        telling = ContactChannel.objects.get(person=world.home.sofia).value
        raise ValueError(telling) from fault

    with written_down() as log, patch.dict(where[0], dict.fromkeys(where[1], fails)):
        assert send_due(at=NOW)["failed"]
    assert "ValueError" in log.getvalue()
    assert found_in(log.getvalue()) == set()
    problems = " ".join(Message.objects.order_by("pk").values_list("problem", flat=True))
    assert found_in(problems) == set()
