"""A mother hears what a no changes before it is kept; it holds at once, and her question goes on."""

from collections.abc import Callable

import pytest

from kring.foundation.journal.actor import VISITOR
from kring.registry.network.models import Desk
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import Request
from kring.trust.access.models import Involvement
from kring.trust.consent.models import Consent
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, peeters_el_amrani
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def _asked_at_the_caw(network: Network, home: PeetersElAmrani) -> Request:
    """A question of Sofia on the desk of the CAW; Nele of the House is the anchor person."""
    question = Question(
        door="web",
        asker_kind="family",
        words="De ochtenden lopen uit op ruzie.",
        family=home.family,
        asker=home.sofia,
    )
    request = ask(question=question, desk=network.outside, by=VISITOR, at=MONDAY)
    Involvement.objects.create(
        family=home.family, worker=network.nele, role="anchor", because="request", starts_at=LONG_AGO
    )
    return request


@pytest.mark.parametrize("width", [360, 1280])
def test_she_sees_the_effect_and_it_holds_at_once(
    somebody: Callable[..., Walker], kempen_network: Network, width: int
) -> None:
    network, home = kempen_network, peeters_el_amrani()
    request = _asked_at_the_caw(network, home)
    file = f"/gezinnen/{home.family.key}/"
    bram = somebody(width=1280)
    bram.signs_in(network.bram)
    bram.open(file)
    bram.reads("De ochtenden lopen uit op ruzie.")

    nele = somebody(width=width)
    nele.signs_in(network.nele)
    nele.open(f"{file}mensen/{home.sofia.key}/")
    nele.follow("Toestemming vragen")
    nele.reads("De hulp wordt niet trager en stopt niet.")
    nele.page.get_by_label("Aan wie?").select_option(label=network.outside.organisation.name)
    nele.fill("Waarvoor?", "Samen helpen in de ochtenden")
    nele.choose("Ja, onder vier ogen")
    nele.choose("geen tolk nodig")
    nele.press("Nee")
    nele.reads("Deze persoon verliest toegang: Bram De Smet.")
    nele.reads("De hulp en de belofte lopen door.")
    assert not Consent.objects.exists()
    nele.press("Ja, zo werd het gezegd")
    nele.reads("over delen met CAW De Kempen")

    bram.refusals.add(404)
    bram.page.goto(bram.server + file)
    assert bram.page.get_by_text("De ochtenden lopen uit op ruzie.").count() == 0
    due = request.answer_due_at
    request.refresh_from_db()
    assert (request.state, request.answer_due_at) == ("asked", due)
    assert request.desk == Desk.objects.get(pk=network.counter.pk)
