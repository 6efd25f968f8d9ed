"""Naming the own people, whom one never reads about at work."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.registry.people.queries import Identifiers, likely_same, number_index
from kring.registry.people.rules import check_national_number
from kring.trust.access.circle import declared_by, not_yet_found
from kring.trust.access.models import OwnCircle

MOST_DECLARED = 40


@action
def declare_own(*, worker: Worker, who: Identifiers, by: Actor, at: datetime) -> OwnCircle:
    """Keep somebody out of everything this worker reads, also when they only come here later.

    Asks a full name with a birth date (else ValidationError); says nothing about whether anybody
    answers to it. At most forty people: it is no way to ask who is here.
    """
    if not (who.given_name.strip() and who.family_name.strip() and who.birth_date):
        raise ValidationError(_("Geef de voornaam, de familienaam en de geboortedatum."))
    if declared_by(worker).count() >= MOST_DECLARED:
        raise ValidationError(_("Je lijst is vol. Vraag hulp aan de functionaris gegevensbescherming."))
    number = check_national_number(who.national_number) if who.national_number else ""
    own = OwnCircle.objects.create(
        worker=worker,
        person=_found(worker, who),
        given_name=who.given_name.strip(),
        family_name=who.family_name.strip(),
        birth_date=who.birth_date,
        number_index=number_index(number) if number else "",
        starts_at=at,
    )
    record(by=by, at=at, did="circle.declared", about=[("worker", worker.key)])
    return own


@action
def take_back_own(*, own: OwnCircle, by: Actor, at: datetime) -> None:
    """Somebody is no longer of the own circle; only the officer takes it back."""
    if own.ends_at is not None:
        nothing_changed()
        return
    own.ends_at = max(at, own.starts_at)
    own.save(update_fields=["ends_at"])
    record(by=by, at=at, did="circle.taken_back", about=[("worker", own.worker.key)])


def find_own(*, at: datetime) -> int:  # noqa: ARG001 - every job of the clock has it
    """Tie declared people to persons that were written down since; how many were found."""
    found = 0
    for own in not_yet_found().select_related("worker"):
        person = _found(own.worker, Identifiers(own.given_name, own.family_name, own.birth_date))
        person = person or Person.objects.filter(national_number_index=own.number_index or None).first()
        if person is not None:
            own.person = person
            own.save(update_fields=["person"])
            found += 1
    return found


def _found(worker: Worker, who: Identifiers) -> Person | None:
    """Who is meant, unless they stand on the list already."""
    named = set(declared_by(worker).values_list("person_id", flat=True))
    likely = (found.person for found in likely_same(who))
    return next((person for person in likely if person.pk not in named), None)
