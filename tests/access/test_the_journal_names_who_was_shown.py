"""A page that shows people leaves one entry that names exactly those, and no others."""

import pytest

from kring.foundation.journal.models import JournalEntry, JournalSubject
from tests.access.asking import browser, call_of, send, signed_in
from tests.access.world import World

pytestmark = pytest.mark.django_db


def _shown(world: World, reader: str, verb: str, route: str) -> set[tuple[str, object]]:
    """The subjects of the one entry this page leaves."""
    client = browser(signed_in(world).get(reader))
    before = JournalEntry.objects.filter(verb="read").count()
    assert send(client, verb, call_of(route, world)).status_code == 200
    entries = JournalEntry.objects.filter(verb="read").order_by("pk")[before:]
    assert len(entries) == 1
    subjects = JournalSubject.objects.filter(entry=entries[0])
    return set(subjects.values_list("kind", "subject_key"))


def _named(world: World, *names: str) -> set[tuple[str, object]]:
    known = {
        "question": ("request", world.question.key),
        "offered": ("request", world.offered.key),
        "note": ("note", world.note.key),
        "help": ("deployment", world.help.key),
        "sitting": ("meeting", world.talk.key),
        "threshold": ("threshold", world.threshold.key),
        "family": ("family", world.home.family.key),
        "sofia": ("person", world.home.sofia.key),
        "younes": ("person", world.home.younes.key),
        "noor": ("person", world.home.noor.key),
        "lina": ("person", world.persons["young_person"].key),
        "jan": ("person", world.persons["second_parent"].key),
    }
    return {known[name] for name in names}


FILE = "family sofia younes noor lina jan note"
CASES = [
    ("on_duty", "GET", "desk:question", "question family sofia"),
    ("intake", "GET", "desk:question_print", "question family sofia"),
    ("referrer", "GET", "desk:question", "question"),
    ("on_duty", "GET", "desk:questions", "question offered family sofia"),
    ("receiver", "GET", "desk:handover", "question"),
    ("visitor", "GET", "portal:link", "question"),
    ("on_duty", "GET", "family_file:families", "family"),
    (
        "on_duty",
        "GET",
        "family_file:family",
        f"{FILE} question help sitting threshold",
    ),
    ("on_duty", "GET", "family_file:note", FILE),
    ("on_duty", "GET", "family_file:member", "family sofia"),
    ("on_duty", "POST", "shell:search", "family question"),
]


@pytest.mark.parametrize(("reader", "verb", "route", "names"), CASES)
def test_exactly_those_on_the_page(world: World, reader: str, verb: str, route: str, names: str) -> None:
    assert _shown(world, reader, verb, route) == _named(world, *names.split())
