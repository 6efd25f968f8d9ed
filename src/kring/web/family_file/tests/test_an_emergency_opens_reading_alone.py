"""With the glass broken every page of the file is read as an emergency, and no form is taken."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.foundation.journal.models import JournalEntry, JournalPayload
from kring.registry.people.models import Family
from kring.support.notes.actions import Draft, write_note
from kring.support.notes.models import Note
from kring.trust.access.models import ItemNamed
from kring.trust.access.standing import standing_of
from kring.trust.access.tests.a_glass import broken, kept_by, reading
from kring.trust.consent.models import AbilityJudgement, Consent, Sharing

pytestmark = pytest.mark.django_db
NOW = MONDAY + timedelta(minutes=5)
KEPT = (Note, ItemNamed, Consent, Sharing, AbilityJudgement)


@pytest.fixture
def network() -> Iterator[Network]:
    with time_machine.travel(NOW, tick=False):
        yield kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    found = peeters_el_amrani()
    kept_by(found, network.nele)
    return found


def breaks(network: Network, home: PeetersElAmrani) -> tuple[Client, Note]:
    """Bram broke the glass; there is a note that he may read for so long."""
    note = write_note(
        draft=Draft(words="Zij sliep.", about=[home.noor]),
        author=network.nele,
        owner=network.counter.organisation,
        by=acting(network.nele),
        at=MONDAY,
    )
    broken(home, network.bram)
    client = Client()
    assert network.bram.account is not None
    client.force_login(network.bram.account)
    return client, note


def paths(home: PeetersElAmrani, note: Note) -> list[str]:
    file, piece, member = "", f"verhaal/{note.key}/", f"mensen/{home.noor.key}/"
    return [file, "wie-keek/", "verhaal/", piece, member]


def deeds(home: PeetersElAmrani, note: Note) -> dict[str, dict[str, object]]:
    """Every form of the file with what is valid in it."""
    piece, member = f"verhaal/{note.key}/", f"mensen/{home.noor.key}/"
    told = {"words": "Nieuw.", "kind": "shared", "told_by": "self", "about": [home.noor.key]}
    return {
        "naam/": {"name": "Anders", "version": 1},
        "verhaal/schrijven/": told,
        f"{piece}tekst/": {"words": "Anders.", "version": 1},
        f"{piece}aard/": {"data_class": "confidence"},
        f"{piece}achter/": {"reason": "Dat doet haar kwaad.", "review_on": "2026-12-01"},
        f"{piece}lezen/": {"reader": home.sofia.key},
        f"{piece}terug/": {"reader": home.sofia.key},
        member: {"given_name": "Anders", "version": 1},
        f"{member}toestemming/": {"outcome": "yes", "bevestigd": "ja"},
        f"{member}beslissen/": {"able": "yes", "because": "Zo bleek uit gesprekken."},
        f"{member}gedeeld/": {"what": "Alles", "receiver_kind": "care", "receiver": "Een arts"},
        f"{member}veilig/": {"safe": "yes", "asked_alone": "on"},
    }


def test_no_form_of_the_file_is_taken(network: Network, home: PeetersElAmrani) -> None:
    client, note = breaks(network, home)
    before = [list(kind.objects.order_by("pk").values()) for kind in KEPT]
    for path, form in deeds(home, note).items():
        assert client.post(f"/gezinnen/{home.family.key}/{path}", form).status_code == 404, path
    assert [list(kind.objects.order_by("pk").values()) for kind in KEPT] == before
    assert Family.objects.get(pk=home.family.pk).name == home.family.name


def test_in_a_deed_who_broke_the_glass_is_nothing_to_anybody(
    network: Network, home: PeetersElAmrani
) -> None:
    broken(home, network.bram)
    for deed, found in ((False, {"glass"}), (True, set())):
        reader = reading(network.bram, NOW, deed=deed)
        assert standing_of(reader, [home.noor], NOW).kinds.get(home.noor.pk, set()) == found


def test_every_page_counts_as_an_emergency_among_who_looked(
    network: Network, home: PeetersElAmrani
) -> None:
    client, note = breaks(network, home)
    for path in paths(home, note):
        assert client.get(f"/gezinnen/{home.family.key}/{path}").status_code == 200, path
    read = JournalEntry.objects.filter(verb="read", actor_key=network.bram.key)
    bodies = JournalPayload.objects.filter(pk__in=read.values("pk")).values_list("body", flat=True)
    assert [body["because"] for body in bodies] == ["glass"] * len(paths(home, note))
    nele = Client()
    assert network.nele.account is not None
    nele.force_login(network.nele.account)
    assert "met noodtoegang" in nele.get(f"/gezinnen/{home.family.key}/wie-keek/").text
