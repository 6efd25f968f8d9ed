"""Wishes, looking back, approving and looking together stand on Today, each with its deed."""

from datetime import datetime, timedelta

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import LONG_AGO, MONDAY, acting, worker

from kring.registry.network.models import PartnershipMember, Worker
from kring.support.plans.actions import (
    ask_approval,
    ask_wish,
    close_plan,
    freeze,
    join_team,
    plan_evaluation,
    tell_child_line,
)
from kring.support.plans.makers import NewChildLine
from kring.support.plans.models import AfterCare, FrozenBecause, HelperWish, PlanApproval, PlanEnd
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.trust.access.models import Involvement, OwnCircle
from kring.web.mine.tests.at_home import client_of as own_client_of

pytestmark = pytest.mark.django_db
TODAY = "/vandaag/"
IN_THREE_MONTHS = MONDAY + timedelta(days=93)
ANSWER = "We zoeken iemand anders voor jou."


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def on(day: datetime) -> time_machine.travel:
    return time_machine.travel(day, tick=False)


def wished(setting: APlan, about: Worker | None = None) -> HelperWish:
    return ask_wish(
        plan=setting.plan,
        person=setting.home.sofia,
        kind="break",
        words="Ik ben moe.",
        about=about,
        by=setting.by,
        at=MONDAY,
    )


def coordinator(setting: APlan) -> Worker:
    return worker("Karel Hens", setting.network.team, "coordinator")


def test_a_wish_is_answered_by_the_coordinator_of_the_region(setting: APlan) -> None:
    karel, asked = coordinator(setting), wished(setting, about=setting.network.nele)
    with on(MONDAY + timedelta(days=1)):
        client, url = client_of(karel), f"/wensen/{asked.key}/"
        assert "Iemand vraagt: een pauze" in client.get(TODAY).text
        assert "Ik ben moe." in client.get(url).text
        assert client.post(url, {"words": " "}).status_code == 422
        assert client.post(url, {"words": ANSWER}).status_code == 302
        assert "een pauze" not in client.get(TODAY).text
        assert ANSWER in client.get(url).text
        assert client.post(url, {"words": "Nee."}).status_code == 302
        hers = own_client_of(setting.home.sofia, setting.network)
        assert "Er is een antwoord" in hers.get("/mijn/").text
        assert ANSWER in hers.get("/mijn/mensen/").text
    asked.refresh_from_db()
    assert (asked.answer_words, asked.answered_by) == (ANSWER, karel)


def test_the_helper_meant_does_not_find_it(setting: APlan) -> None:
    karel = coordinator(setting)
    asked = wished(setting, about=karel)
    with on(MONDAY + timedelta(days=1)):
        for who in (karel, setting.network.nele):
            assert "een pauze" not in client_of(who).get(TODAY).text
            assert client_of(who).get(f"/wensen/{asked.key}/").status_code == 404


def closed(setting: APlan) -> AfterCare:
    for child in (setting.home.younes, setting.home.noor):
        line = NewChildLine(not_spoken_because="ziek")
        tell_child_line(
            plan=setting.plan, child=child, line=line, maker=setting.maker, by=setting.by, at=MONDAY
        )
    close_plan(
        plan=setting.plan,
        because=PlanEnd.REACHED,
        words="",
        results={},
        present=(),
        worker=setting.network.nele,
        by=setting.by,
        at=MONDAY,
    )
    return AfterCare.objects.get(months=3)


def test_the_anchor_person_says_in_one_tap_how_it_goes(setting: APlan) -> None:
    check = closed(setting)
    family = setting.home.family
    with on(IN_THREE_MONTHS):
        client, url = client_of(setting.network.nele), f"/gezinnen/{family.key}/nazorg/{check.key}/"
        assert f'href="{url}"' in client.get(TODAY).text
        assert "Na 3 maanden" in client.get(f"/gezinnen/{family.key}/plan/").text
        assert client.post(url, {"words": "Rust."}).status_code == 422
        assert client.post(url, {"gaat": "niet-goed", "words": "Weer ruzie."}).status_code == 302
        assert "Weer ruzie." in client.get(url).text
        assert url not in client.get(TODAY).text
        late = client.post(url, {"gaat": "goed", "words": "Het gaat beter."})
        assert late.status_code == 409
        assert "Weer ruzie." in late.text
        assert "Het gaat beter." in late.text
    check.refresh_from_db()
    assert (check.goes_well, check.words) == (False, "Weer ruzie.")


def test_the_desk_takes_it_when_the_anchor_person_left(setting: APlan) -> None:
    check, bram = closed(setting), worker("Els Bos", setting.network.counter)
    url = f"/nazorg/{check.key}/neem/"
    with on(IN_THREE_MONTHS):
        client = client_of(bram)
        assert "Nazorg zonder begeleider" not in client.get(TODAY).text
        assert client.post(url).status_code == 404
        Worker.objects.filter(pk=setting.network.nele.pk).update(left_at=IN_THREE_MONTHS)
        page = client.get(TODAY).text
        assert "Nazorg zonder begeleider" in page
        assert setting.home.family.name not in page
        assert client_of(setting.network.bram).post(url).status_code == 404
        taken = client.post(url)
        assert taken.status_code == 302
        assert client.get(taken["Location"]).status_code == 200
    assert Involvement.objects.filter(worker=bram, role="anchor", ends_at=None).exists()


def test_nobody_looks_back_at_own_people(setting: APlan) -> None:
    check, els = closed(setting), worker("Els Bos", setting.network.counter)
    OwnCircle.objects.create(worker=els, person=setting.home.sofia, starts_at=MONDAY)
    Worker.objects.filter(pk=setting.network.nele.pk).update(left_at=IN_THREE_MONTHS)
    with on(IN_THREE_MONTHS):
        assert "Nazorg zonder begeleider" not in client_of(els).get(TODAY).text
        assert client_of(els).post(f"/nazorg/{check.key}/neem/").status_code == 404


def agreed(setting: APlan) -> str:
    PartnershipMember.objects.create(
        partnership=setting.network.region,
        organisation=setting.plan.owner,
        role="member",
        starts_at=LONG_AGO,
    )
    join_team(plan=setting.plan, worker=setting.network.bram, because="test", by=setting.by, at=MONDAY)
    kept = freeze(
        plan=setting.plan,
        because=FrozenBecause.AGREEMENT,
        worker=setting.network.nele,
        by=setting.by,
        at=MONDAY,
    )
    return f"/gezinnen/{setting.home.family.key}/plan/geschiedenis/{kept.key}/"


def test_a_second_helper_sends_back_with_words_and_then_approves(setting: APlan) -> None:
    region, nele, bram = setting.network.region, setting.network.nele, setting.network.bram
    ask_approval(partnership=region, wanted=True, by=setting.by, at=MONDAY)
    url = agreed(setting)
    with on(MONDAY + timedelta(days=1)):
        client, hers = client_of(bram), client_of(nele)
        assert "Kijk mee naar het plan" in client.get(TODAY).text
        assert "Kijk mee naar het plan" not in hers.get(TODAY).text
        assert hers.post(f"{url}oordeel/", {"oordeel": "goed"}).status_code == 422
        assert client.post(f"{url}oordeel/", {"oordeel": "terug"}).status_code == 422
        back = {"oordeel": "terug", "words": "Wat zegt Noor?"}
        assert client.post(f"{url}oordeel/", back).status_code == 302
        assert "Kijk nog eens naar het plan" in hers.get(TODAY).text
        assert "Wat zegt Noor?" in hers.get(url).text
        again = {"plan": setting.plan, "worker": nele, "by": acting(nele)}
        kept = freeze(because=FrozenBecause.AGREEMENT, at=MONDAY + timedelta(days=1), **again)
        assert "Kijk nog eens" not in hers.get(TODAY).text
        now = f"{url.rsplit('/', 2)[0]}/{kept.key}/"
        assert client.post(f"{now}oordeel/", {"oordeel": "goed"}).status_code == 302
        assert "Goedgekeurd" in hers.get(now).text
    assert PlanApproval.objects.filter(good=True).count() == 1


def test_by_itself_nothing_is_approved(setting: APlan) -> None:
    url = agreed(setting)
    with on(MONDAY + timedelta(days=1)):
        client = client_of(setting.network.bram)
        assert "Kijk mee naar het plan" not in client.get(TODAY).text
        assert "Goed zo" not in client.get(url).text


def test_the_day_to_look_together_stands_on_today(setting: APlan) -> None:
    later = MONDAY + timedelta(days=6)
    plan_evaluation(plan=setting.plan, on=later.date(), by=setting.by, at=MONDAY)
    with on(MONDAY + timedelta(days=1)):
        assert "Kijk samen naar het plan" in client_of(setting.network.nele).get(TODAY).text
