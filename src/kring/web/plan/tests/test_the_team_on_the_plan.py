"""Who helps along stands in the team, leaves it with a reason, and one hands the anchor on."""

import pytest
from tests.at_work import client_of
from tests.cast import MONDAY, acting

from kring.foundation.outbox.models import Message
from kring.registry.network.models import Worker
from kring.support.plans.actions import add_action, join_team
from kring.support.plans.makers import Doer, Maker, NewAction
from kring.support.plans.models import Plan, SafetyAgreement, TeamMember
from kring.support.plans.states import REVOKED
from kring.web.plan.tests.a_sheet import MORNINGS, Planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_on_wednesday")]


def in_the_team(made: Planned, worker: Worker) -> TeamMember:
    by = acting(made.network.nele)
    return join_team(plan=made.plan, worker=worker, because="help", by=by, at=MONDAY)


def test_somebody_of_the_own_people_stands_in_the_team(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), f"{family_plan.url}erbij/"
    assert client.post(url, {"does": "kookt"}).status_code == 422
    told = {"person": str(family_plan.home.sofia.key), "does": "brengt de kinderen naar school"}
    assert client.post(url, told).status_code == 302
    assert "brengt de kinderen naar school" in client.get(family_plan.url).text
    row = TeamMember.objects.get(person=family_plan.home.sofia)
    assert row.involvement is None


def test_the_anchor_person_hands_that_on_and_the_family_knows(family_plan: Planned) -> None:
    network, url = family_plan.network, f"{family_plan.url}vaste-begeleider/"
    lotte = in_the_team(family_plan, network.lotte)
    nele = client_of(network.nele)
    assert "Andere vaste begeleider" in nele.get(family_plan.url).text
    assert nele.post(url, {"to": str(lotte.key)}).status_code == 422
    assert nele.post(url, {"to": str(lotte.key), "agreed": "on"}).status_code == 302
    anchor = TeamMember.objects.get(anchor=True, ends_at__isnull=True)
    assert anchor.worker == network.lotte
    assert TeamMember.objects.filter(worker=network.nele, ends_at__isnull=True).exists()
    assert Message.objects.filter(recipient_key=network.lotte.key, text="plans.taken_over").exists()


def test_nobody_takes_it_by_themself(family_plan: Planned) -> None:
    network, url = family_plan.network, f"{family_plan.url}vaste-begeleider/"
    lotte = in_the_team(family_plan, network.lotte)
    client = client_of(network.lotte)
    assert "Andere vaste begeleider" not in client.get(family_plan.url).text
    refused = client.post(url, {"to": str(lotte.key), "agreed": "on"})
    assert refused.status_code == 422
    assert "Alleen de vaste begeleider geeft dit door" in refused.text


def test_who_leaves_leaves_with_a_reason_and_nothing_to_do(family_plan: Planned) -> None:
    network, url = family_plan.network, f"{family_plan.url}eruit/"
    lotte = in_the_team(family_plan, network.lotte)
    maker = Maker(worker=network.nele, organisation=family_plan.plan.owner)
    new = NewAction("Bellen naar de school", Doer(worker=network.lotte))
    call = add_action(goal=family_plan.goal, new=new, maker=maker, by=acting(network.nele), at=MONDAY)
    client = client_of(network.nele)
    assert client.post(url, {"member": str(lotte.key)}).status_code == 422
    assert client.post(url, {"member": str(lotte.key), "because": "ready"}).status_code == 302
    lotte.refresh_from_db()
    call.refresh_from_db()
    assert (lotte.left_because, lotte.ends_at is not None) == ("ready", True)
    assert call.doer_worker == network.nele


def test_a_colleague_is_taken_out_by_the_anchor_person_alone(family_plan: Planned) -> None:
    network, url = family_plan.network, f"{family_plan.url}eruit/"
    in_the_team(family_plan, network.lotte)
    bram = in_the_team(family_plan, network.bram)
    left = {"member": str(bram.key), "because": "ready"}
    refused = client_of(network.lotte).post(url, left)
    assert refused.status_code == 422
    assert "alleen de vaste begeleider" in refused.text
    assert client_of(network.bram).post(url, left).status_code == 302


def test_a_safety_agreement_ends_in_one_tap(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), f"{family_plan.url}veilig/"
    form = {"about": [str(family_plan.home.noor.key)], "calls": "Noor belt tante Els"}
    assert client.post(url, form).status_code == 302
    agreed = SafetyAgreement.objects.get()
    ends = f"{url}{agreed.key}/geldt-niet-meer/"
    assert f'formaction="{ends}"' in client.get(family_plan.url).text
    assert client_of(family_plan.network.bram).post(ends).status_code == 404
    assert client.post(ends).status_code == 302
    assert "tante Els" not in client.get(family_plan.url).text
    agreed.refresh_from_db()
    assert agreed.ends_at is not None


def test_a_new_plan_follows_with_what_is_open(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), f"{family_plan.url}nieuw-plan/"
    assert client.post(url, {"words": " "}).status_code == 422
    assert client.post(url, {"words": "Papa woont hier niet meer"}).status_code == 302
    family_plan.plan.refresh_from_db()
    new = Plan.objects.exclude(pk=family_plan.plan.pk).get()
    assert (family_plan.plan.state, new.follows) == (REVOKED, family_plan.plan)
    assert MORNINGS in client.get(family_plan.url).text
