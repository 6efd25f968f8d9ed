"""What a goal is about is suggested by its words, and kept when a helper chooses another domain."""

import pytest
from tests.at_work import client_of

from kring.support.plans.models import Goal
from kring.web.plan.tests.a_sheet import MORNINGS, Planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_on_wednesday")]


def test_another_domain_is_kept_with_its_subject_of_consent(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), family_plan.of_goal("aanpassen")
    form = {"version": 1, "words": MORNINGS, "aim": "7", "domain": "work"}
    assert client.post(url, form).status_code == 302
    goal = Goal.objects.select_related("item").get()
    assert (goal.domain, goal.domain_list) == ("work", "kring")
    family_plan.card.item.refresh_from_db()
    assert goal.item.domain == family_plan.card.item.domain != "parenting"
    assert '<option value="work" selected>' in client.get(url).text


def test_a_domain_of_no_list_is_refused(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), family_plan.of_goal("aanpassen")
    form = {"version": 1, "words": MORNINGS, "domain": "iets"}
    assert client.post(url, form).status_code == 422
    assert Goal.objects.get().domain == "parenting"
