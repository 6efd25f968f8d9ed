"""Words that stand nowhere else, one in each field that tells something about a living person.

``plant`` puts them in the world: the family Peeters – El Amrani, whose address is protected, and
what was asked, written, judged, shared and refused about them.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.db import models as fields

from kring.foundation.classes.facts import DataClass, Privacy
from kring.foundation.keys.sealing import seal
from kring.foundation.retention.models import LegalHold
from kring.registry.people.models import ContactChannel, Person, Relation
from kring.registry.people.queries import address_row, number_row
from kring.registry.places.models import Municipality, Province
from kring.support.notes.actions import Draft, write_note
from kring.support.notes.models import NoteDraft
from kring.support.requests.models import (
    Answer,
    IntakeDecision,
    Request,
)
from kring.support.unmet.models import UnmetNeed
from kring.trust.access.models import BrokenGlass, HarmGround, JoinAsked, KnownCheck, OwnCircle
from kring.trust.consent.models import AbilityJudgement, Consent, Sharing
from kring.trust.legal.models import LegalRequest
from tests.access.world import NOW, World
from tests.cast import LONG_AGO, MONDAY, acting

TELLING = {Privacy.IDENTITY, Privacy.CONTENT, Privacy.PLACE, Privacy.SEALED}
SHORTEST_TEXT = 31
"""A shorter field holds a code of a list."""
NO_WORDS = {
    "access.Involvement.because": "the name of the deed that let somebody in",
    "access.OwnCircle.number_index": "a keyed hash",
    "consent.Consent.text_read": "the name of the text that was read out",
    "files.StoredFile.sealed_key": "a key made by chance; the tests of the files read it",
    "plans.TeamMember.because": "the name of the deed that brought somebody into the team",
    "outbox.Message.text": "the name of a registered text",
    "outbox.Message.sealed_link": "an address of this site; the tests of the outbox read it",
}
LISTS = {
    "people.Person.known_languages",
    "requests.StagedRow.cells",
    "plans.Goal.attainment",
    "saved.SavedSearch.asked",
}
"""Fields of several values in which people write words of their own."""
PLACE = "people.Person.municipality"
DERIVED = "people.Person.municipality's province"


def word(field: str) -> str:
    """The canary of a field: letters alone, so that no page writes it otherwise."""
    return f"kanarie{''.join(letter for letter in field.lower() if letter.isalpha())}zz"


def telling_fields() -> Iterator[str]:
    """Every field of words that tells something about a living person."""
    for model in apps.get_models():
        facts = getattr(model, "Facts", None)
        for name, privacy in getattr(facts, "privacy", {}).items():
            label = f"{model._meta.label}.{name}"
            if privacy in TELLING and (label in LISTS or _is_words(model._meta.get_field(name))):
                yield label


def _is_words(field: object) -> bool:
    if not isinstance(field, fields.CharField | fields.TextField) or field.choices:
        return False
    return (field.max_length or SHORTEST_TEXT) >= SHORTEST_TEXT


def canaries() -> dict[str, str]:
    """The field of each canary, by the canary."""
    found = [label for label in telling_fields() if label not in NO_WORDS]
    return {word(label): label for label in [*found, PLACE, DERIVED]}


def found_in(text: str | bytes) -> set[str]:
    """The fields whose canary stands in this text."""
    read = text.decode(errors="replace") if isinstance(text, bytes) else text
    read = read.casefold()
    return (
        {label for canary, label in canaries().items() if canary in read} if "kanarie" in read else set()
    )


def plant(world: World) -> None:
    """A canary in every field, around one family with a protected address."""
    _who(world)
    _where(world)
    _asked(world)
    _written(world)
    _around_trust(world)
    _doors(world)
    _legal(world)


def _set(row: fields.Model, *names: str, **given: object) -> None:
    """Write the canaries of these fields on a row that is there."""
    label = row._meta.label
    values = {name: word(f"{label}.{name}") for name in names}
    type(row)._default_manager.filter(pk=row.pk).update(**values, **given)


def _words(model: type[fields.Model], *names: str) -> dict[str, str]:
    return {name: word(f"{model._meta.label}.{name}") for name in names}


def _who(world: World) -> None:
    home = world.home
    sealed = {
        name: seal(word(f"people.Person.{name}"), row=row(home.sofia))
        for name, row in (("sealed_address", address_row), ("sealed_national_number", number_row))
    }
    known = [word("people.Person.known_languages")]
    _set(home.sofia, "given_name", "family_name", "search_name", known_languages=known, **sealed)
    _set(home.younes, "nickname")
    _set(home.family, "name", "search_name")
    ContactChannel.objects.create(
        person=home.sofia,
        kind="email",
        safe=True,
        **_words(ContactChannel, "value", "hours", "say_to_others"),
    )
    tie = Relation.objects.order_by("pk")[0]
    _set(tie, "legal_ground")
    account = world.accounts["first_parent"]
    if account is not None:
        _set(account, "email", "name")


def _where(world: World) -> None:
    """A municipality where nobody else lives, in a province of its own."""
    province = Province.objects.create(nis="99000", name=dict.fromkeys(("nl", "fr"), word(DERIVED)))
    place = word(PLACE)
    town = Municipality.objects.create(
        nis="99001",
        name_nl=place,
        name_fr=place,
        search_nl=place,
        search_fr=place,
        province=province,
        region_nis="99000",
    )
    Person.objects.filter(memberships__family=world.home.family).update(municipality=town)
    Request.objects.filter(family=world.home.family).update(municipality=town)
    Person.objects.filter(pk=world.home.noor.pk).update(protected_address=True)


def _asked(world: World) -> None:
    _set(world.question, "words", "close_words")
    _set(world.handover, "words", "refusal_words")
    answer = Answer.objects.get(request=world.offered)
    _set(answer, "what", "dispute_words")
    IntakeDecision.objects.create(
        meeting=world.meeting,
        request=world.question,
        decision="later",
        decided_at=NOW,
        **_words(IntakeDecision, "words"),
    )
    _set(world.staged, "name")
    row = world.staged.rows.order_by("pk")[0]
    _set(row, cells=row.cells | {"woorden": word("requests.StagedRow.cells")})
    UnmetNeed.objects.create(
        request_key=world.question.key,
        family=world.home.family,
        region=world.network.region,
        municipality=Municipality.objects.get(nis="99001"),
        reason="other",
        starts_at=MONDAY,
        **_words(UnmetNeed, "words", "instead"),
    )


def _written(world: World) -> None:
    nele, home = world.network.nele, world.home
    _set(world.note, "words")
    begun = {"worker": nele, "family": home.family, "saved_at": MONDAY}
    NoteDraft.objects.create(**begun, **_words(NoteDraft, "words"))
    _set(world.document, "title")
    harming = write_note(
        draft=Draft("Later.", [home.noor]),
        author=nele,
        owner=world.network.counter.organisation,
        by=acting(nele),
        at=MONDAY,
    )
    type(harming.item).objects.filter(pk=harming.item_id).update(data_class=DataClass.HARM)
    HarmGround.objects.create(
        item=harming.item,
        decided_by=nele,
        decided_at=MONDAY,
        reviewer=world.network.lotte,
        review_on=date(2026, 12, 1),
        **_words(HarmGround, "reason"),
    )


def _around_trust(world: World) -> None:
    home, network = world.home, world.network
    AbilityJudgement.objects.create(
        person=home.younes,
        able=True,
        judged_by=network.nele,
        starts_at=MONDAY,
        **_words(AbilityJudgement, "because"),
    )
    Consent.objects.create(
        person=home.sofia,
        purpose=Consent.Purpose.SHARE,
        outcome=Consent.Outcome.YES,
        organisation=network.outside.organisation,
        recorded_by=network.nele,
        starts_at=MONDAY,
        **_words(Consent, "what_for"),
    )
    Sharing.objects.create(
        person=home.sofia,
        receiver_kind="school",
        consent_asked="yes",
        legal_basis="consent",
        shared_at=MONDAY,
        shared_by=network.nele,
        **_words(
            Sharing,
            *"receiver what necessary_because in_the_interest_of without_consent_because".split(),
        ),
    )


def _doors(world: World) -> None:
    home, network = world.home, world.network
    world.watched.own = OwnCircle.objects.create(
        worker=network.nele, starts_at=LONG_AGO, **_words(OwnCircle, "given_name", "family_name")
    )
    JoinAsked.objects.create(
        worker=network.bram,
        person=home.younes,
        asked_at=MONDAY,
        expires_at=NOW + timedelta(days=3),
        **_words(JoinAsked, "reason"),
    )
    world.watched.glass = BrokenGlass.objects.create(
        worker=network.lotte,
        family=home.family,
        starts_at=MONDAY,
        ends_at=MONDAY + timedelta(hours=3),
        review_by=NOW + timedelta(days=4),
        reviewed_at=NOW,
        reviewed_by=world.workers["coordinator"],
        verdict="right",
        **_words(BrokenGlass, "reason", "review_words"),
    )
    KnownCheck.objects.create(worker=network.nele, at=MONDAY, **_words(KnownCheck, "reason"))


def _legal(world: World) -> None:
    home, network = world.home, world.network
    world.watched.legal = LegalRequest.objects.create(
        state="assessed",
        gives="nothing",
        assessed_at=MONDAY,
        assessed_by=world.workers["second_officer"],
        requester="lawyer",
        paper="written",
        person=home.sofia,
        received_on=date(2026, 10, 30),
        registered_at=MONDAY,
        registered_by=network.nele,
        not_told_until=date(2026, 12, 1),
        **_words(LegalRequest, *"requester_name reference asked because not_told_because".split()),
    )
    LegalHold.objects.create(
        subject_kind="person",
        subject_key=home.noor.key,
        reason="court",
        starts_at=MONDAY,
        **_words(LegalHold, "reference"),
    )


def planted() -> set[str]:
    """The fields whose canary stands in the database, read as its reader of rows would."""
    return {label for text in _every_cell() for label in found_in(text)}


def _every_cell(without: Iterable[str] = (Session._meta.db_table,)) -> Iterator[str]:
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names()) - set(without):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
            for row in cursor.fetchall():
                yield " ".join(str(value) for value in row)
