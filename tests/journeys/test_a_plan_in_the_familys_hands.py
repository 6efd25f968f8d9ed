"""A family at its own pages: in Arabic on a phone, sharing one goal, and stopping who looked."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from kring.foundation.accounts.models import Account, AccountKind
from kring.registry.people.models import ContactChannel, FamilyMembership, Person
from kring.support.plans.actions import join_team
from kring.support.plans.models import Action, Goal, GoalScore
from kring.support.plans.states import TO_DO
from kring.trust.access.models import ParentSafety, PersonAccess
from kring.trust.consent.actions import record_consent
from kring.trust.consent.models import Consent
from kring.web.mine.tests.a_plan import MORNINGS, a_goal, a_plan, to_do
from tests.cast import LONG_AGO, PASSWORD, Network, PeetersElAmrani, acting, peeters_el_amrani, person
from tests.journeys.conftest import START
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True)]
HERS = "Ik wil bij de scouts."
PAGES = "plan/ berichten/ bel-mij/ wie-keek/ delen/ stop/ bewaard/ kopie/ klopt-niet/".split()


@pytest.fixture
def home(kempen_network: Network, clock: Any) -> PeetersElAmrani:
    """The family with a plan: Nele is the anchor person, Bram of the CAW is in the team."""
    made = peeters_el_amrani()
    plan = a_plan(made, kempen_network, START - timedelta(days=9))
    goal = a_goal(plan, kempen_network, made.sofia, together=(made.sofia,))
    to_do(goal, kempen_network, made.sofia)
    join_team(
        plan=plan, worker=kempen_network.bram, because="test", by=acting(kempen_network.nele), at=START
    )
    ContactChannel.objects.create(person=made.sofia, kind="sms", value="+32470999001", safe=True)
    return made


def account_of(who: Person, language: str = "nl") -> Account:
    account = Account.objects.create_user(
        f"{who.given_name.lower()}@example.org",
        PASSWORD,
        name=who.given_name,
        kind=AccountKind.FAMILY,
        language=language,
        created_at=LONG_AGO,
    )
    PersonAccess.objects.create(person=who, account=account, starts_at=LONG_AGO)
    return account


def shares_with_the_caw(home: PeetersElAmrani, network: Network) -> None:
    record_consent(
        person=home.sofia,
        purpose=Consent.Purpose.SHARE,
        outcome=Consent.Outcome.YES,
        organisation=network.outside.organisation,
        by=acting(network.nele),
        at=START,
    )


def test_the_portal_on_a_phone_in_arabic(somebody: Callable[..., Walker], home: PeetersElAmrani) -> None:
    mother = somebody(width=360, height=780)
    mother.has_account(account_of(home.sofia, "ar"))
    mother.open("/mijn/")
    expect(mother.page.locator("html")).to_have_attribute("dir", "rtl")
    mother.reads("مرحبًا Sofia")
    mother.reads("هذه الترجمة لم يراجعها إنسان بعد.")
    mother.reads("Deze vertaling is nog niet door een mens nagekeken.")
    mother.reads(MORNINGS)
    mother.press("لا بأس")
    assert GoalScore.objects.get().score == 5
    mother.follow("انظر خطتي")
    mother.follow("أضف هدفًا بنفسك")
    mother.fill("ماذا تريد أن يتغير؟", "أريد أن أجد عملًا")
    mother.press("أضف إلى الخطة")
    assert Goal.objects.get(words_language="ar").words == "أريد أن أجد عملًا"
    for page in (
        "plan/",
        "berichten/",
        "bel-mij/",
        "wie-keek/",
        "delen/",
        "stop/",
        "bewaard/",
        "kopie/",
    ):
        mother.open(f"/mijn/{page}")
        mother.reads("0800 900 33")
    mother.open("/mijn/berichten/")
    arrow = "getComputedStyle(document.querySelector('main select')).backgroundPositionX"
    assert mother.page.evaluate(arrow) == "12px"
    mother.open("/mijn/")
    mother.page.locator(".language-fold summary").click()
    mother.look()
    mother.press("Nederlands")
    mother.reads("Dag Sofia")


def test_a_girl_of_14_shares_a_goal_with_her_coach_and_not_with_her_father(
    somebody: Callable[..., Walker], kempen_network: Network, home: PeetersElAmrani
) -> None:
    lina, karim = (
        person("Lina", "Peeters", date(2012, 3, 8)),
        person("Karim", "Peeters", date(1980, 5, 5)),
    )
    for who, role in ((lina, "child"), (karim, "parent")):
        FamilyMembership.objects.create(
            family=home.family, person=who, role=role, starts_at=LONG_AGO + timedelta(days=9)
        )
    for child in (home.younes, home.noor, lina):
        ParentSafety.objects.create(
            child=child,
            asked=home.sofia,
            parent=karim,
            asked_alone=True,
            safe=True,
            asked_by=kempen_network.nele,
            starts_at=LONG_AGO,
        )
    girl, father, bram = somebody(width=360), somebody(width=360), somebody(width=1440)
    girl.has_account(account_of(lina))
    girl.open("/mijn/plan/")
    girl.follow("Zet er zelf een doel bij")
    girl.fill("Wat wil je dat er verandert?", HERS)
    girl.press("Zet op het plan")
    girl.reads("Karim Peeters")
    girl.press("Deel Bram De Smet")
    girl.reads("Bram De Smet leest dit doel nu mee.")

    father.has_account(account_of(karim))
    for page in ("/mijn/", "/mijn/plan/", "/mijn/bewaard/"):
        father.open(page)
        father.does_not_read(HERS)
    bram.signs_in(kempen_network.bram)
    bram.open(f"/gezinnen/{home.family.key}/plan/")
    bram.reads(HERS)


def test_a_mother_stops_one_who_looked_in_three_taps(
    somebody: Callable[..., Walker], kempen_network: Network, home: PeetersElAmrani
) -> None:
    shares_with_the_caw(home, kempen_network)
    bram, mother = somebody(width=1440), somebody(width=360)
    bram.signs_in(kempen_network.bram)
    bram.open(f"/gezinnen/{home.family.key}/plan/")
    bram.reads(MORNINGS)
    mother.has_account(account_of(home.sofia))
    mother.open("/mijn/")
    mother.reads("Bram De Smet")
    mother.follow("Bekijk of verander")
    mother.follow("Verander of stop")
    mother.press("Nee, stop ermee")
    mother.reads("Genoteerd. Het geldt vanaf nu.")
    bram.refusals.add(404)
    _one_tap_in_the_open_tab(bram)
    bram.open(f"/gezinnen/{home.family.key}/")
    bram.does_not_read("El Amrani")


def _one_tap_in_the_open_tab(bram: Walker) -> None:
    """What was opened before the stop: the next tap keeps nothing, and shows the page no more."""
    with bram.page.expect_navigation():
        bram.page.get_by_role("checkbox", name="Gedaan: Samen een ochtendkaart maken").click()
    bram.look()
    for words in (MORNINGS, "El Amrani"):
        bram.does_not_read(words)
    assert Action.objects.get().state == TO_DO


@pytest.mark.parametrize("width", [360, 1440])
def test_a_mother_and_her_anchor_person_write(
    somebody: Callable[..., Walker], kempen_network: Network, home: PeetersElAmrani, width: int
) -> None:
    mother, nele = somebody(width=width), somebody(width=width)
    mother.has_account(account_of(home.sofia))
    mother.open("/mijn/")
    mother.press("Klaar")
    mother.open("/mijn/")
    mother.follow("Stuur een bericht")
    mother.fill("Jouw bericht", "Mag oma meekomen?")
    mother.press("Verstuur")
    nele.signs_in(kempen_network.nele)
    nele.open("/vandaag/")
    nele.reads("1 ongelezen bericht")
    nele.follow("Lees en antwoord")
    nele.follow("Sofia El Amrani")
    nele.fill("Jouw bericht", "Zeker, tot vrijdag.")
    nele.press("Verstuur")
    mother.open("/mijn/")
    mother.follow("Lees het bericht")
    mother.reads("Zeker, tot vrijdag.")
    mother.open("/mijn/")
    mother.press("Bel mij")
    mother.reads("Je vroeg om te bellen.")
