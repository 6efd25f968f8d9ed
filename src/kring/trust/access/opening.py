"""Opening something to a reader: only with the yes of everybody it is about; and closing it again."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.trust.access.items import hand_over
from kring.trust.access.joining import organisations_of
from kring.trust.access.models import Item, ItemNamed
from kring.trust.consent.queries import EVERYTHING, answers_about, deciders_among

type Receiver = Person | Worker | Organisation


def check_everybody_agrees(
    persons: Iterable[Person], receiver: Receiver, at: datetime, domain: str = ""
) -> None:
    """Inviting or adding somebody, or opening something, needs the yes of everybody it is about.

    For each person somebody who decides said yes for this receiver, over everything or at least
    over ``domain``, and nobody who decides said otherwise. Nobody is asked about themself, and who
    alone decides about a child needs no yes of their own. Raises ValidationError, which does not
    say whose yes is missing.
    """
    if not everybody_agrees(persons, receiver, at, domain):
        raise ValidationError(_("Hiervoor is eerst een ja nodig van iedereen over wie dit gaat."))


def everybody_agrees(
    persons: Iterable[Person], receiver: Receiver, at: datetime, domain: str = ""
) -> bool:
    """Whether ``check_everybody_agrees`` has nothing against it; a fixed number of reads."""
    people = [person for person in persons if person != receiver]
    deciders = deciders_among(people, at)
    who = receiver.pk if isinstance(receiver, Person) else None
    others = {person: found - {who} for person, found in deciders.items()}
    asked = {person: found for person, found in others.items() if found or not deciders[person]}
    if isinstance(receiver, Person):
        said = answers_about(asked, at, reader=receiver.pk)
    else:
        said = answers_about(asked, at, organisations=_organisations(receiver, at))
    return all({EVERYTHING, domain or EVERYTHING} & said.opened.get(pk, frozenset()) for pk in asked)


def check_may_open(item: Item, receiver: Receiver, at: datetime) -> None:
    """Everybody this item is about agrees that it is opened, else ValidationError.

    Within the organisation that wrote it nothing is opened: there the author says who needs it.
    """
    if not wrote_it(item, receiver, at):
        check_everybody_agrees(_subjects(item), receiver, at, item.domain)


def may_open(item: Item, receiver: Receiver, at: datetime) -> bool:
    """Whether ``check_may_open`` has nothing against it."""
    if wrote_it(item, receiver, at):
        return True
    return everybody_agrees(_subjects(item), receiver, at, item.domain)


def open_to(item: Item, receiver: Receiver, at: datetime) -> None:
    """Hand an item over to a reader with the yes of everybody it is about, else ValidationError."""
    check_may_open(item, receiver, at)
    hand_over(item, receiver)


def close_to(person: Person, receiver: Person | Organisation) -> int:
    """Take back what names this receiver in what is about a person; returns how many.

    What an organisation wrote itself stays with it.
    """
    named = ItemNamed.objects.filter(item__subjects__person=person)
    if isinstance(receiver, Person):
        return named.filter(person=receiver).delete()[0]
    its = Q(organisation=receiver) | Q(worker__roles__organisation=receiver)
    foreign = named.filter(its).exclude(item__owner=receiver).values("pk")
    return ItemNamed.objects.filter(pk__in=list(foreign.values_list("pk", flat=True))).delete()[0]


def wrote_it(item: Item, receiver: Receiver, at: datetime) -> bool:
    """Whether this receiver is of the organisation that wrote it: nothing leaves it then."""
    if isinstance(receiver, Person) or item.owner_id is None:
        return False
    return item.owner_id in _organisations(receiver, at)


def _subjects(item: Item) -> list[Person]:
    rows = item.subjects.filter(aside=False).select_related("person").order_by("pk")
    return [row.person for row in rows]


def _organisations(receiver: Worker | Organisation, at: datetime) -> frozenset[int]:
    if isinstance(receiver, Organisation):
        return frozenset({receiver.pk})
    return organisations_of(receiver, at)
