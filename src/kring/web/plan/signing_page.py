"""What the page of the signatures shows: who signed which version, and who did not yet."""

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.http import Http404

from kring.registry.people.models import Person
from kring.support.plans.models import Plan, Revision
from kring.support.plans.queries import revisions_of
from kring.support.signatures.models import Signature
from kring.support.signatures.queries import may_have, signatures_under
from kring.trust.consent.queries import able_among
from kring.web.paper.printing import people_to_print_for
from kring.web.plan.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may sign, and what they set under the newest version.

    ``has_paper``: the reader kept it, and may fetch it.
    """

    person: Person
    signature: Signature | None
    has_paper: bool


class Signing:
    """The signatures of a plan as a worker who takes part in the help may know them."""

    def __init__(self, sheet: Sheet) -> None:
        if sheet.opened_until is not None:
            raise PermissionDenied
        if sheet.plan is None or not any(sheet.around.kinds.values()):
            raise Http404
        self.sheet, self.plan = sheet, sheet.plan
        assert isinstance(self.plan, Plan)  # noqa: S101 - for the type

    @cached_property
    def versions(self) -> list[Revision]:
        """Every time the plan was frozen, the newest first."""
        return list(revisions_of(self.plan))

    @cached_property
    def people(self) -> list[Person]:
        """Members whose paper this worker may know of, one who does not decide yet among them."""
        return people_to_print_for(self.sheet.request.reader, self.plan, self.sheet.at)

    @cached_property
    def signatures(self) -> list[Signature]:
        """What they set, under every version."""
        return signatures_under(self.plan, self.people)

    def signers(self) -> list[Signer]:
        """Who decides alone, with what they set under the newest version; who signed it anyway too."""
        newest = self.versions[0]
        set_by = {row.person_id: row for row in self.signatures if row.revision_id == newest.pk}
        able = able_among(self.people, self.sheet.at)
        return [
            Signer(one, set_by.get(one.pk), self._has(set_by.get(one.pk)))
            for one in self.people
            if one.pk in able or one.pk in set_by
        ]

    def before(self) -> list[Signer]:
        """What was set under older versions."""
        older = (row for row in self.signatures if row.revision_id != self.versions[0].pk)
        return [Signer(row.person, row, self._has(row)) for row in older]

    def signer(self, key: object) -> Person:
        """The member with this key; raises Http404."""
        found = next((one for one in self.people if one.key == key), None)
        if found is None or not self.versions:
            raise Http404
        return found

    def _has(self, one: Signature | None) -> bool:
        return one is not None and may_have(self.sheet.request.reader, one, self.sheet.at)
