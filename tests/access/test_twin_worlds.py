"""Worlds that differ only in what a reader may not see give the same answers, to the byte.

Status, headers, cookies and body of every page and of the list pages turned, after a mask for form
tokens and nonces. On PostgreSQL only the pages that open for the reader are asked. Not compared, with
tests of their own: figures that are published, and the "already known?" check.
"""

from datetime import timedelta
from uuid import UUID

import pytest

from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import VISITOR
from kring.foundation.keys.sealing import derived_code
from kring.offer.houses.actions import meet
from kring.registry.network.models import Desk
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.registry.places.models import Municipality
from kring.support.requests.actions import Question, ask, ask_handover, revoke_code
from kring.support.requests.models import Handover, Request, StagedFile
from tests.access.together import sit_together_again
from tests.access.twins import Change, Twins
from tests.access.world import NOW, READERS, World
from tests.cast import LONG_AGO, MONDAY, PASSWORD, acting, person
from tests.strict.above_the_database import is_left_out

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SUBMISSION = UUID("5f0f2d5c-7b1e-4a57-9c43-0d6a1d2f9b11")
FAR_SUBMISSION = UUID("5f0f2d5c-7b1e-4a57-9c43-0d6a1d2f9b12")
OTHER_CODE, FAR_CODE = derived_code(SUBMISSION), derived_code(FAR_SUBMISSION)
ADDRESS = "iemand.anders@example.org"
POSTS = {
    "shell:search": [
        {"q": "Peeters"},
        {"q": "ochtenden"},
        {"q": "Geel"},
        {"q": OTHER_CODE},
        {"q": FAR_CODE},
    ],
    "portal:status": [{"code": OTHER_CODE}, {"code": FAR_CODE}, {"code": "AAAA-AAAA-AAAA"}],
    "account_login": [{"login": ADDRESS, "password": "verkeerd-wachtwoord"}],
    "account_reset_password": [{"email": ADDRESS}],
}
FAR = [name for name in READERS if name not in ("on_duty", "intake", "referrer")]
"""They know nothing of what lies on the counter; the receiver knows the preview of one hand-over, the
officer the name of whom a lawyer asked about."""


def nothing(_world: World) -> None:
    """The world as it is built."""


def _another_family(desk: Desk, word: str, submission: UUID) -> Request:
    family = Family.objects.create(
        name=f"Peeters – {word}", search_name=f"peeters {word}".lower(), created_at=LONG_AGO
    )
    parent = person(word, "Peeters")
    FamilyMembership.objects.create(family=family, person=parent, role="parent", starts_at=LONG_AGO)
    question = Question(
        door="web",
        asker_kind="family",
        words="Ook hier lopen de ochtenden uit, in Geel.",
        home_safe="no",
        family=family,
        asker=parent,
        municipality=parent.municipality,
        submission=submission,
    )
    return ask(question=question, desk=desk, by=VISITOR, at=NOW - timedelta(hours=3))


def more_on_the_counter(world: World) -> None:
    """Another question there, its hand-over to the team, a file that waits, and a nickname."""
    network = world.network
    met = {"nickname": "Ster", "where": "overkop", "worker": network.nele}
    meet(desk=network.counter, by=acting(network.nele), at=NOW - timedelta(hours=1), **met)
    asked = _another_family(network.counter, "Wit", SUBMISSION)
    ask_handover(
        request=asked,
        to_desk=network.team,
        words="Dringend.",
        worker=network.nele,
        by=acting(network.nele),
        at=NOW - timedelta(hours=2),
    )
    revoke_code(request=asked, by=VISITOR, at=NOW)
    StagedFile.objects.create(
        desk=network.counter, name="lijst.csv", fingerprint="a" * 64, staged_at=MONDAY
    )


def other_content(world: World) -> None:
    """The same question with other words, and not safe at home."""
    Request.objects.filter(pk=world.question.pk).update(
        words="Wij maken ons zorgen over iets heel anders.",
        home_safe="no",
        next_due_at=NOW + timedelta(hours=2),
    )


def other_names(world: World) -> None:
    """Other people behind the question whose hand-over is only asked, and other words with it."""
    Family.objects.filter(pk=world.home.family.pk).update(name="Anders", search_name="anders")
    Person.objects.filter(pk=world.home.sofia.pk).update(
        given_name="Anna", family_name="Anders", search_name="anna anders"
    )
    Handover.objects.filter(pk=world.handover.pk).update(words="Heel andere woorden.")


def more_in_the_south(world: World) -> None:
    """A family of the same name, far away, whose code was made worthless; another account."""
    asked = _another_family(world.south, "Zwart", FAR_SUBMISSION)
    revoke_code(request=asked, by=VISITOR, at=NOW)
    Account.objects.create_user(ADDRESS, PASSWORD, name="Iemand", created_at=LONG_AGO)


def more_together(world: World) -> None:
    """Other help for the family, another meeting, and minutes of the one there is."""
    sit_together_again(world.talk, world.home, world.network)


def protected(world: World) -> None:
    """Somebody of the family has a protected address."""
    Person.objects.filter(pk=world.home.noor.pk).update(protected_address=True)


def protected_elsewhere(world: World) -> None:
    """The same, and they live somewhere else."""
    protected(world)
    mol = Municipality.objects.get(name_nl="Mol", valid_until=None)
    Request.objects.filter(pk=world.question.pk).update(municipality=mol)
    Person.objects.filter(memberships__family=world.home.family).update(municipality=mol)


@pytest.fixture(scope="module")
def twins(built: World) -> Twins:
    return Twins(built, POSTS, only_open=is_left_out())


def test_the_same_world_twice_is_the_same(twins: Twins) -> None:
    found = twins.differences(nothing, nothing, ["on_duty", "visitor"])
    assert found == [], "\n".join(found)


KEPT_FROM: dict[Change, set[str]] = {
    more_on_the_counter: {*FAR, "referrer"},
    more_together: {*FAR, "referrer"},
    other_content: {*FAR},
    other_names: {*FAR, "referrer"} - {"officer", "coordinator"},
    more_in_the_south: {*READERS} - {"outsider"},
}
"""From whom each of these is kept whole; the coordinator has a test of their own."""


def kept_from(reader: str) -> tuple[Change, ...]:
    """Everything this reader may not see."""
    return tuple(secret for secret, readers in KEPT_FROM.items() if reader in readers)


ALIKE = [
    [reader for reader in READERS if kept_from(reader) == secrets]
    for secrets in dict.fromkeys(map(kept_from, READERS))
]
"""The readers, together with those from whom the same is kept."""


@pytest.mark.parametrize("readers", ALIKE, ids=" ".join)
def test_what_one_may_not_see_changes_nothing(twins: Twins, readers: list[str]) -> None:
    """All of it at once; where that shows, each of it alone says what it was."""
    secrets = kept_from(readers[0])
    assert secrets

    def all_of_it(world: World) -> None:
        for secret in secrets:
            secret(world)

    found = twins.differences(nothing, all_of_it, readers)
    alone = [f"{one.__name__}: {twins.differences(nothing, one, readers)}" for one in secrets if found]
    assert found == [], "\n".join([*found, *alone])


def test_who_asks_a_coordinator_for_another_helper_says_who_they_are(twins: Twins) -> None:
    found = twins.differences(nothing, other_names, ["coordinator"])
    assert set(found) <= {"GET talk:wish by coordinator"}, "\n".join(found)


def test_a_protected_municipality_shows_nowhere(twins: Twins) -> None:
    found = twins.differences(protected, protected_elsewhere, list(READERS))
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(
    ("secret", "reader"),
    [
        (more_on_the_counter, "on_duty"),
        (more_together, "on_duty"),
        (other_content, "referrer"),
        (other_names, "intake"),
        (other_names, "officer"),
        (more_in_the_south, "outsider"),
    ],
)
def test_who_may_see_it_does(twins: Twins, secret: Change, reader: str) -> None:
    assert twins.differences(nothing, secret, [reader]) != []
