"""Keepers confirm, mend and answer what is said of their offer; others see nothing of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from tests.at_work import client_of
from tests.cast import kempen

from kring.foundation.deadlines.models import Term
from kring.foundation.journal.actor import VISITOR
from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.foundation.keys.sealing import hash_code
from kring.foundation.outbox.models import Message
from kring.offer.directory.actions import add_dates, report_wrong, sign_up
from kring.offer.directory.models import ConfirmLink, SaidBy, Schedule, Service, WrongAbout, WrongReport
from kring.offer.directory.queries import is_stale, service_by_key
from kring.offer.directory.tests.offering import BY, NOW, morning, playgroup, tuesdays
from kring.web.offering.described import form_values

pytestmark = pytest.mark.django_db
LATE = NOW + timedelta(days=200)
TOKEN = "een-lange-toevallige-sleutel-van-32"


@dataclass
class Scene:
    service: Service
    keeper: Client
    other: Client
    visitor: Client

    @property
    def page(self) -> str:
        return f"/ons-aanbod/{self.service.key}/"


@pytest.fixture
def scene() -> Iterator[Scene]:
    with time_machine.travel(NOW, tick=False):
        network = kempen()
        yield Scene(playgroup(), client_of(network.nele), client_of(network.bram), Client())


@pytest.fixture
def link(scene: Scene) -> str:
    ConfirmLink.objects.create(
        organization=scene.service.organization,
        token_hash=hash_code(TOKEN),
        asked_at=NOW,
        ends_at=LATE + timedelta(days=9),
    )
    return f"/bevestig/{TOKEN}/"


def said_wrong(service: Service) -> WrongReport:
    return report_wrong(
        service=service,
        about=WrongAbout.HOURS,
        words="Het is nu op donderdag.",
        said_by=SaidBy.ANYBODY,
        by=VISITOR,
        at=NOW,
    )


def late(client: Client, method: str, address: str, **given: Any) -> Any:
    """The same browser when the service is stale; a session does not live that long."""
    with time_machine.travel(LATE, tick=False):
        return getattr(client, method)(address, given)


def test_opening_the_mail_writes_nothing_and_one_button_confirms(scene: Scene, link: str) -> None:
    entries = JournalEntry.objects.count()
    page = late(scene.visitor, "get", link).content.decode()
    assert "Speelgroep" in page
    assert "te lang niet bevestigd" in page
    assert JournalEntry.objects.count() == entries
    answer = late(scene.visitor, "post", link, zeg="klopt", aanbod=scene.service.key)
    assert answer.status_code == 302
    scene.service.refresh_from_db()
    assert not is_stale(scene.service, LATE)
    assert "Alles is bevestigd" in late(scene.visitor, "get", link).content.decode()


def test_the_mail_names_the_last_day_that_counts(scene: Scene, link: str) -> None:
    """Confirmed on 2 November for six months: fresh until the evening of 2 May."""
    with time_machine.travel(datetime(2027, 4, 25, 9, tzinfo=UTC), tick=False):
        page = scene.visitor.get(link).content.decode()
    assert "Te bevestigen tegen 2 mei 2027." in page


def test_what_changed_goes_to_the_organisation(scene: Scene, link: str) -> None:
    asked = {"zeg": "anders", "aanbod": scene.service.key}
    assert late(scene.visitor, "post", link, **asked).status_code == 422
    assert late(scene.visitor, "post", link, about="hours", **asked).status_code == 302
    assert WrongReport.objects.get().said_by == SaidBy.OWNER
    scene.service.refresh_from_db()
    assert is_stale(scene.service, LATE)


def test_all_at_once_is_what_stood_on_the_page(scene: Scene, link: str) -> None:
    shown = [scene.service, playgroup()]
    keys = ",".join(str(one.key) for one in shown)
    assert f'value="{keys}"' in late(scene.visitor, "get", link).content.decode()
    since = playgroup()
    late(scene.visitor, "post", link, zeg="alles", aanbod=keys)
    for one in [*shown, since]:
        one.refresh_from_db()
    assert [is_stale(one, LATE) for one in [*shown, since]] == [False, False, True]


def test_what_is_confirmed_already_gets_no_thanks_for_nothing(scene: Scene, link: str) -> None:
    for _time in range(2):
        late(scene.visitor, "post", link, zeg="klopt", aanbod=scene.service.key)
    assert "alle 0" not in late(scene.visitor, "get", link).content.decode()


def test_a_link_that_is_not_there_opens_nothing(scene: Scene) -> None:
    assert scene.visitor.get("/bevestig/bestaat-niet/").status_code == 410


def test_anybody_says_what_is_wrong_and_the_keeper_settles_it(scene: Scene) -> None:
    address = f"/aanbod/{scene.service.key}/klopt-niet"
    assert scene.visitor.post(address, {"about": "other"}).status_code == 422
    typed = {"about": "hours", "words": "Nu op <b>donderdag</b>."}
    assert scene.visitor.post(address, typed).status_code == 302
    page = scene.keeper.get(scene.page).content.decode()
    assert "Nu op &lt;b&gt;donderdag" in page
    report = WrongReport.objects.get()
    settle = f"/ons-aanbod/melding/{report.key}/"
    assert scene.other.post(settle, {"outcome": "mended"}).status_code == 404
    scene.keeper.post(settle, {"outcome": "mended"})
    report.refresh_from_db()
    assert (report.outcome, report.settled_by and report.settled_by.name) == ("mended", "Nele Wouters")


def test_one_address_reports_so_often_an_hour(scene: Scene) -> None:
    Term.objects.filter(code="visitor_forms_per_hour").update(value="1")
    address = f"/aanbod/{scene.service.key}/klopt-niet"
    typed = {"about": "hours", "words": "Nu op donderdag."}
    given = [scene.visitor.post(address, typed).status_code for _time in range(2)]
    assert (given, WrongReport.objects.count()) == ([302, 429], 1)


def test_only_keepers_see_their_offer(scene: Scene) -> None:
    assert "Speelgroep" in scene.keeper.get("/ons-aanbod/").content.decode()
    assert "Nog geen aanbod" in scene.other.get("/ons-aanbod/").content.decode()
    assert scene.other.get(scene.page).status_code == 404
    assert scene.other.post(f"{scene.page}doe/bevestig/").status_code == 404


def test_free_places_are_stated_with_their_day(scene: Scene) -> None:
    scene.keeper.post(f"{scene.page}vrij/", {"places": "3"})
    assert "opgegeven op 2 november" in scene.keeper.get("/ons-aanbod/").content.decode()
    assert scene.keeper.post(f"{scene.page}vrij/", {"places": "-3"}).status_code == 422


def test_who_comes_is_known_to_who_runs_it_and_hears_of_a_cancelled_day(scene: Scene) -> None:
    soon = NOW + timedelta(days=3)
    times: list[tuple[datetime, datetime]] = [(soon, soon + timedelta(hours=2))]
    activity = morning(scene.service)
    (date,) = add_dates(activity=activity, times=times, seats=8, **BY)
    made, _code = sign_up(
        date=date, name="Amina", reach_by="amina@example.org", people=2, by=VISITOR, at=NOW
    )
    address = f"/ons-aanbod/activiteit/{activity.key}/"
    assert scene.other.get(address).status_code == 404
    assert "amina@example.org" in scene.keeper.get(address).content.decode()
    assert JournalSubject.objects.filter(subject_key=made.key, entry__verb="read").exists()
    scene.keeper.post(f"/ons-aanbod/dag/{date.key}/")
    assert Message.objects.get().recipient_key == made.key


def test_days_are_added_by_the_clock_of_the_place(scene: Scene) -> None:
    scene.keeper.post(f"{scene.page}activiteit/", {"name_nl": "Voorlezen", "sign_up": "on"})
    activity = scene.service.activities.get()
    days = {"first_day": "2026-11-04", "opens_at": "14:00", "closes_at": "15:30", "weeks": "3"}
    scene.keeper.post(f"/ons-aanbod/activiteit/{activity.key}/", days)
    for day in ("9999-12-31", "0001-01-01"):
        answer = scene.keeper.post(f"/ons-aanbod/activiteit/{activity.key}/", days | {"first_day": day})
        assert answer.status_code == 422
    starts = activity.dates.order_by("starts_at").values_list("starts_at", flat=True)
    assert [f"{one:%d %H:%M}" for one in starts] == ["04 13:00", "11 13:00", "18 13:00"]


def typed(service: Service, **changes: Any) -> dict[str, Any]:
    whole = service_by_key(service.key)
    assert whole is not None
    shown = {name: value for name, value in form_values(whole).items() if value not in (None, False)}
    return shown | changes


def test_the_form_changes_what_was_typed_and_keeps_the_rest(scene: Scene) -> None:
    third = Schedule(service=scene.service, freq="MONTHLY", byday="3SA", opens_at=tuesdays().opens_at)
    third.save()
    edit = f"{scene.page}wijzig/"
    assert scene.keeper.get(edit).status_code == 200
    changes = {"name_nl": "Speelgroep De Mus", "dayTH": "9u-11u", "is_free": "on", "phone": "014 1"}
    answer = scene.keeper.post(edit, typed(scene.service, **changes))
    assert answer.status_code == 302, answer.content.decode()
    now = service_by_key(scene.service.key)
    assert now is not None
    assert now.name == {"nl": "Speelgroep De Mus", "fr": "Groupe de jeu", "en": "Playgroup"}
    assert [(one.freq, one.byday) for one in now.schedules.all()] == [
        ("WEEKLY", "TU"),
        ("WEEKLY", "TH"),
        ("MONTHLY", "3SA"),
    ]
    assert [one.number for one in now.phones.all()] == ["014 1"]
    assert now.cost_options.get().amount == 0
    assert now.service_at_locations.count() == 1
    assert (now.pillar, now.eligibility.maximum_months) == ("meeting", 36)


def test_two_who_change_it_lose_nothing(scene: Scene) -> None:
    edit, first = f"{scene.page}wijzig/", typed(scene.service, description_nl="Van de een.")
    scene.keeper.post(edit, first)
    answer = scene.keeper.post(edit, first | {"description_nl": "Van de ander."})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van de" in page
    assert 'name="version" value="2"' in page


def test_hours_that_cannot_be_read_keep_their_text(scene: Scene) -> None:
    answer = scene.keeper.post(f"{scene.page}wijzig/", typed(scene.service, dayMO="straks"))
    assert answer.status_code == 422
    assert "straks" in answer.content.decode()
