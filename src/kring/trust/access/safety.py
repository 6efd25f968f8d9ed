"""Whether it is safe that a second parent reads along: asked of the first parent, alone.

Until it was asked and the answer was yes, the second parent has no access.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Worker
from kring.registry.people.models import FamilyMembership, Person
from kring.trust.access.kinds import ReaderKind
from kring.trust.access.models import Involvement, ParentSafety
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.trust.consent.queries import is_minor, parents_among


@action
def answer_safety(
    *,
    child: Person,
    parent: Person,
    safe: bool,
    asked_alone: bool,
    worker: Worker,
    by: Actor,
    at: datetime,
) -> ParentSafety:
    """Keep what the first parent of ``child`` said about ``parent``; it ends an earlier answer.

    A yes counts only of who was asked alone, else ValidationError. A later no ends the access at the
    next request. The entry is about the first parent only: neither the child nor the other parent
    finds it in their part.
    """
    parents = parents_among([child.pk], at)[child.pk]
    if parent.pk not in parents[1:]:
        raise ValidationError(_("Dit gaat alleen over een tweede ouder van dit kind."))
    if safe and not asked_alone:
        raise ValidationError({"asked_alone": _("Een ja telt alleen als je het onder vier ogen vroeg.")})
    first = Person.objects.get(pk=parents[0])
    ParentSafety.objects.running(at).filter(child=child, parent=parent).update(ends_at=at)
    answer = ParentSafety.objects.create(
        child=child,
        asked=first,
        parent=parent,
        asked_alone=asked_alone,
        safe=safe,
        asked_by=worker,
        starts_at=at,
    )
    record(by=by, at=at, did="safety.asked", about=[("person", first.key)], safe=safe)
    return answer


def check_may_ask_safety(reader: Reader, child: Person, at: datetime) -> None:
    """The anchor person asks; while there is none, who holds the question. Raises ValidationError."""
    if not may_ask_safety(reader, child, at):
        raise ValidationError(_("Dit vraagt de vaste begeleider, en anders wie de vraag houdt."))


def may_ask_safety(reader: Reader, child: Person, at: datetime) -> bool:
    """Whether ``check_may_ask_safety`` has nothing against it."""
    kinds = standing_of(reader, [child], at).kinds.get(child.pk, frozenset())
    if ReaderKind.ANCHOR in kinds:
        return True
    return ReaderKind.HOLDER in kinds and not _anchors(child, at)


def _anchors(child: Person, at: datetime) -> bool:
    families = FamilyMembership.objects.running(at).filter(person=child).values("family")
    anchors = Involvement.objects.running(at).filter(role=Involvement.Role.ANCHOR)
    return anchors.filter(person=child).exists() or anchors.filter(family__in=families).exists()


def second_parents(child: Person, at: datetime) -> list[Person]:
    """The parents of a minor after the first; nobody for who is of age."""
    if not is_minor(child, at):
        return []
    ids = parents_among([child.pk], at)[child.pk][1:]
    found = {person.pk: person for person in Person.objects.filter(pk__in=ids)}
    return [found[pk] for pk in ids]


def safety_of(child: Person, parents: list[Person], at: datetime) -> dict[int, ParentSafety]:
    """What was last answered about each of these second parents, by inner number."""
    rows = ParentSafety.objects.running(at).filter(child=child, parent__in=parents)
    return {row.parent_id: row for row in rows}
