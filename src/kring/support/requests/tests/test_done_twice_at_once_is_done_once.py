"""The same form, meeting, file or last allowed check: asked for twice at once, done once."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import uuid4

import pytest
from tests.cast import MONDAY, acting, kempen, peeters_el_amrani

from kring.foundation.deadlines.queries import number_at
from kring.foundation.journal.actor import VISITOR
from kring.registry.people.models import Person
from kring.registry.people.queries import Identifiers
from kring.support.requests.actions import (
    NewAsker,
    Question,
    ask_as,
    load_ready_rows,
    open_meeting,
    stage_file,
    status_code_of,
)
from kring.support.requests.models import AskerKind, Door, IntakeMeeting, Request, StagedFile, StagedRow
from kring.support.requests.tests.racing import Track
from kring.trust.access.actions import TooManyChecks, check_known
from kring.trust.access.models import KnownCheck

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 4


@pytest.fixture
def track() -> Iterator[Track]:
    track = Track(AT_ONCE)
    yield track
    track.close()


def answers_of(track: Track, deed: Callable[[], object]) -> list[object]:
    """Everybody does the same at the same moment; what each was told."""
    told: list[object] = []
    track.race([lambda: told.append(deed())] * AT_ONCE)
    return told


def test_one_form_is_one_question_one_person_and_one_code(track: Track) -> None:
    network = kempen()
    for number in range(20):
        question = Question(door=Door.WEB, asker_kind=AskerKind.FAMILY, words="Hulp", submission=uuid4())
        asker = NewAsker(name=f"Fien {number}", reach_kind="phone", reach="+32470123456")

        def send(question: Question = question, asker: NewAsker = asker) -> str:
            request = ask_as(question=question, asker=asker, desk=network.counter, by=VISITOR, at=MONDAY)
            return status_code_of(request)

        assert len(set(answers_of(track, send))) == 1
    assert Request.objects.count() == 20
    assert Person.objects.count() == 20


def test_one_meeting_is_opened(track: Track) -> None:
    network = kempen()
    lotte = network.lotte

    def start() -> int:
        return open_meeting(region=network.region, worker=lotte, by=acting(lotte), at=MONDAY).pk

    assert len(set(answers_of(track, start))) == 1
    assert IntakeMeeting.objects.count() == 1


def test_the_last_check_of_the_hour_is_given_once(track: Track) -> None:
    network, sofia = kempen(), peeters_el_amrani().sofia
    most = number_at("known_check_per_hour", MONDAY)
    who = Identifiers(given_name="Sofia", family_name="El Amrani", birth_date=sofia.birth_date)
    assert sofia.birth_date == date(1988, 3, 14)

    def check() -> bool | None:
        try:
            return check_known(
                who=who,
                worker=network.nele,
                reason="Zij belt voor haar zoon.",
                by=acting(network.nele),
                at=MONDAY,
            )
        except TooManyChecks:
            return None

    told = [answer for _round in range(most // AT_ONCE + 2) for answer in answers_of(track, check)]
    assert told.count(True) == KnownCheck.objects.count() == most
    assert told.count(None) == len(told) - most


def test_one_file_is_kept_once_and_each_of_its_rows_is_loaded_once(track: Track) -> None:
    network = kempen()
    nele = network.nele
    lines = ["vraag;gemeente", *(f"Hulp bij het slapen {number};Geel" for number in range(30))]

    def stage() -> StagedFile:
        return stage_file(
            name="vragen.csv",
            raw="\r\n".join(lines).encode(),
            desk=network.counter,
            worker=nele,
            by=acting(nele),
            at=MONDAY,
        )

    files = answers_of(track, stage)
    assert len(set(files)) == 1
    assert StagedRow.objects.count() == 30
    file = StagedFile.objects.get()
    loads = answers_of(track, lambda: list(load_ready_rows(file=file, by=acting(nele), at=MONDAY)))
    assert sum(load[-1] for load in loads if isinstance(load, list)) == 30
    assert Request.objects.count() == 30
