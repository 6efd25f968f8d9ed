"""The one question about somebody who is not one's own, and how often it may be asked."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from kring.foundation.deadlines.queries import number_at
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.registry.people.queries import Identifiers, families_of, likely_same
from kring.registry.people.rules import check_enough_to_recognise
from kring.trust.access.circle import blocked_people
from kring.trust.access.models import KnownCheck
from kring.trust.access.queries import is_protected
from kring.trust.access.rules import check_known_reason
from kring.trust.consent.queries import is_minor

AN_HOUR = timedelta(hours=1)


class TooManyChecks(Exception):
    """This worker asked as often as an hour allows."""


@action
def check_known(*, who: Identifiers, worker: Worker, reason: str, by: Actor, at: datetime) -> bool:
    """Whether the network knows somebody like this already; never who, where, or through whom.

    Asks a number or a birth date with the full name, and a reason of at least ten signs (else
    ValidationError); at most ``known_check_per_hour`` an hour (else TooManyChecks). The answer is
    no for a family with a protected address (that they exist here at all may endanger them), for a
    minor who is here for a question of their own only, and for the own circle of the worker.
    """
    check_known_reason(reason)
    check_enough(who)
    count_check(worker, reason, at)
    found = [likely.person for likely in likely_same(who)]
    heard = spoken_of(found or _somebody(), worker, at)
    about: list[tuple[str, UUID]] = [("person", person.key) for person in found]
    about.append(("worker", worker.key))
    record(by=by, at=at, did="person.known_checked", about=about, because=reason.strip()[:200])
    return bool(found and heard)


def _somebody() -> Iterable[Person]:
    """Whom the same is looked up of where nobody was found, so that the time tells nothing."""
    return Person.objects.order_by("pk")[:1]


def spoken_of(found: Iterable[Person], worker: Worker, at: datetime) -> list[Person]:
    """Of these persons those this worker may learn are known here, in their order."""
    people = list(found)
    blocked = blocked_people(worker.pk, (person.pk for person in people))
    heard = [person for person in people if not is_unspoken_of(person, at)]
    return [person for person in heard if person.pk not in blocked]


def is_unspoken_of(person: Person, at: datetime) -> bool:
    """Whether nobody outside may learn that this person is known here.

    Because of a protected address, or because a minor is here for a question of their own only.
    """
    # both are always looked up: what is skipped would show as time
    in_a_family, protected = families_of(person, at).exists(), is_protected(person, at)
    return protected or (is_minor(person, at) and not in_a_family)


def check_enough(who: Identifiers) -> None:
    """Enough to recognise one person by; raises ValidationError beside its field."""
    check_enough_to_recognise(
        given_name=who.given_name,
        family_name=who.family_name,
        birth_date=who.birth_date,
        national_number=who.national_number,
    )


def count_check(worker: Worker, reason: str, at: datetime) -> None:
    """One more; the locked row of the worker keeps two at once from both being the last allowed."""
    Worker.objects.select_for_update().get(pk=worker.pk)
    recent = KnownCheck.objects.filter(worker=worker, at__gt=at - AN_HOUR)
    if recent.count() >= number_at("known_check_per_hour", at):
        raise TooManyChecks
    KnownCheck.objects.create(worker=worker, at=at, reason=reason.strip()[:200])
