"""Somebody starts with an account and a letter; a role that ends signs out and frees questions."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import MONDAY, Network, acting, kempen, organisation, partnership, worker
from tests.cast import desk as cast_desk

from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import VISITOR
from kring.foundation.outbox.models import Message
from kring.registry.network.models import Absence, Duty, RoleType, Worker, WorkerRole
from kring.support.requests.actions import Question, ask, take
from kring.support.requests.models import AskerKind, Door

pytestmark = pytest.mark.django_db
TYPED = {"name": "Mira Claes", "email": "mira@example.org", "language": "nl", "role": "coach"}


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def keeper(client: Client, network: Network) -> Client:
    account = worker("Ann Mertens", network.team, "coordinator").account
    assert account is not None
    client.force_login(account)
    return client


def start_url(network: Network) -> str:
    return reverse("partners:new_worker", args=[network.team.organisation.key])


def test_somebody_starts_and_gets_a_letter(keeper: Client, network: Network) -> None:
    keeper.post(start_url(network), {**TYPED, "partnership": network.region.key})
    mira = Worker.objects.get(name="Mira Claes")
    assert mira.account is not None
    assert WorkerRole.objects.get(worker=mira).partnership == network.region
    letter = Message.objects.get(text="accounts.invitation")
    assert letter.recipient_key == mira.account.key
    assert mira.account.invitations.count() == 1


def test_a_new_link_ends_the_old_one(keeper: Client, network: Network) -> None:
    keeper.post(start_url(network), TYPED)
    mira = Worker.objects.get(name="Mira Claes")
    keeper.post(reverse("partners:invite_again", args=[mira.key]))
    assert Message.objects.filter(text="accounts.invitation").count() == 2


def test_an_address_that_signs_in_already_is_said_beside_its_field(
    keeper: Client, network: Network
) -> None:
    page = keeper.post(start_url(network), {**TYPED, "email": "lotte.claes@example.org"})
    assert page.context["form"].errors["email"]
    assert 'value="Mira Claes"' in page.text
    assert not Worker.objects.filter(name="Mira Claes").exists()


@pytest.mark.parametrize("role", ["agency", "privacy"])
def test_a_keeper_gives_no_role_beyond_the_network(keeper: Client, network: Network, role: str) -> None:
    RoleType.objects.get(code=role)
    page = keeper.post(start_url(network), {**TYPED, "role": role})
    assert page.context["form"].errors["role"]
    assert not Account.objects.filter(email="mira@example.org").exists()


def test_a_role_is_given(keeper: Client, network: Network) -> None:
    keeper.post(reverse("partners:worker", args=[network.lotte.key]), {"role": "intake"})
    assert WorkerRole.objects.filter(worker=network.lotte, ends_at=None).count() == 2


def test_the_last_role_ends_sessions_lists_and_holding(keeper: Client, network: Network) -> None:
    lotte = network.lotte
    question = Question(door=Door.WEB, asker_kind=AskerKind.FAMILY, words="Slaapt niet")
    held = ask(question=question, desk=network.team, by=VISITOR, at=MONDAY)
    take(request=held, worker=lotte, by=acting(lotte), at=MONDAY)
    assert lotte.account is not None
    own = Client()
    own.force_login(lotte.account)
    assert own.get("/partners/").status_code == 200
    role = WorkerRole.objects.get(worker=lotte)
    keeper.post(reverse("partners:end_role", args=[lotte.key, role.key]))
    role.refresh_from_db()
    held.refresh_from_db()
    assert role.ends_at is not None
    assert held.worker is None
    assert not Duty.objects.filter(worker=lotte, ends_at=None).exists()
    assert own.get("/partners/").status_code == 302


def test_one_role_of_two_leaves_the_list_as_it_was(keeper: Client, network: Network) -> None:
    lotte = network.lotte
    keeper.post(reverse("partners:worker", args=[lotte.key]), {"role": "intake"})
    role = WorkerRole.objects.get(worker=lotte, role__code="intake")
    keeper.post(reverse("partners:end_role", args=[lotte.key, role.key]))
    assert Duty.objects.filter(worker=lotte, ends_at=None).exists()


def test_an_absence_ends_early(keeper: Client, network: Network) -> None:
    away = Absence.objects.create(worker=network.lotte, starts_at=MONDAY)
    keeper.post(reverse("partners:end_absence", args=[network.lotte.key, away.key]))
    away.refresh_from_db()
    assert away.ends_at is not None


def test_nobody_gives_themselves_a_role(keeper: Client) -> None:
    ann = Worker.objects.get(name="Ann Mertens")
    answer = keeper.post(reverse("partners:worker", args=[ann.key]), {"role": "intake"})
    assert answer.status_code == 403


def test_people_of_another_region_are_out_of_reach(keeper: Client, network: Network) -> None:
    caw = organisation("CAW Limburg", "caw")
    limburg = partnership("Limburg", "1g1p", caw)
    tom = worker("Tom Geerts", cast_desk("Balie Limburg", "counter", caw, limburg))
    role = WorkerRole.objects.get(worker=tom)
    assert keeper.get(reverse("partners:worker", args=[tom.key])).status_code == 403
    assert keeper.post(reverse("partners:end_role", args=[tom.key, role.key])).status_code == 403
    assert keeper.post(reverse("partners:invite_again", args=[tom.key])).status_code == 403
