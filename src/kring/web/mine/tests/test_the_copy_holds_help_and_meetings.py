"""A copy holds the help, the meetings and the documents as far as its reader may see them."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.support.deployments.actions import NewHelp, plan_help
from kring.support.documents.actions import NewDocument, keep_document
from kring.support.documents.tests.files_as_people_send_them import PDF
from kring.support.meetings.actions import NewMeeting, plan_meeting, write_minutes
from kring.support.plans.makers import Maker
from kring.support.plans.models import Plan
from kring.web.mine.tests.a_plan import a_plan
from kring.web.mine.tests.at_home import client_of, second_parent

pytestmark = pytest.mark.django_db
HELP, PLACE, MINUTES, LETTER = "Gezinszorg", "Zaal twee", "Sofia wil rust.", "Brief van school"


def parts(client: Client) -> dict[str, str]:
    """What stands under each heading of the copy."""
    told = json.loads(client.post("/mijn/kopie/", {"vorm": "data"}).content)
    return {part["code"]: json.dumps(part["entries"], ensure_ascii=False) for part in told["parts"]}


def lived(plan: Plan, home: PeetersElAmrani, network: Network) -> None:
    """Help for Sofia, a round table she comes to with its report, and a letter about her."""
    nele, house = network.nele, plan.owner
    maker, by, at = Maker(worker=nele, organisation=house), acting(nele), timezone.now()
    new = NewHelp(
        what=HELP,
        persons=(home.sofia,),
        organisation=network.outside.organisation,
        planned_from=at.date(),
        plan=plan,
    )
    plan_help(family=home.family, new=new, maker=maker, by=by, at=at)
    meeting = plan_meeting(
        plan=plan,
        new=NewMeeting(
            kind="conversation",
            starts_at=at + timedelta(days=2),
            ends_at=at + timedelta(days=2, hours=1),
            about=(home.sofia,),
            place=PLACE,
            persons=(home.sofia,),
        ),
        maker=maker,
        by=by,
        at=at,
    )
    write_minutes(meeting=meeting, version=None, words=MINUTES, maker=maker, by=by, at=at)
    letter = NewDocument(
        pieces=[PDF], name="brief.pdf", title=LETTER, about=(home.sofia,), submission=uuid4()
    )
    keep_document(new=letter, author=nele, owner=house, by=by, at=at)


def test_whose_it_is_takes_it_along_and_nobody_else() -> None:
    network, home = kempen(), peeters_el_amrani()
    lived(a_plan(home, network), home, network)
    client = client_of(home.sofia, network)
    copied = parts(client)
    assert HELP in copied["hulp"]
    assert network.outside.organisation.name in copied["hulp"]
    assert PLACE in copied["overleg"]
    assert MINUTES in copied["overleg"]
    assert LETTER in copied["documenten"]
    page = client.get("/mijn/bewaard/").text
    assert HELP in page
    assert PLACE not in page
    for who in (second_parent(home, network, safe=True), home.younes):
        copied = parts(client_of(who, network))
        assert [copied[code] for code in ("hulp", "overleg", "documenten")] == ["[]"] * 3
