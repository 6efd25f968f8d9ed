"""Who can do something: the family, who helps, or a name in words."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from kring.support.plans.makers import Doer
from kring.support.plans.models import Action
from kring.web.plan.sheet import Sheet

type Choices = list[tuple[str, str | list[tuple[str, str]]]]


@dataclass
class Doers:
    """The people and services to choose from, each under a code for the form."""

    found: dict[str, Doer] = field(default_factory=dict)
    groups: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, group: str, code: str, doer: Doer, name: str) -> None:
        """One more, unless they stand in the list already."""
        if code not in self.found:
            self.found[code] = doer
            self.groups.setdefault(group, []).append((code, name))

    def keep(self, code: str, action: Action, person: str) -> None:
        """Who does it now, though they no longer stand in the list."""
        doer = Doer(action.doer_person, action.doer_worker, action.doer_organisation)
        service = action.doer_worker or action.doer_organisation
        self.add(_("Nu"), code, doer, service.name if service is not None else person)

    def choices(self) -> Choices:
        """The list of the form, under its headings."""
        empty: Choices = [("", _("Kies iemand"))]
        return empty + [(group, rows) for group, rows in self.groups.items()]


def doers_of(sheet: Sheet) -> Doers:
    """The reader first, then the family, who helps and which services take part."""
    found = Doers()
    worker = sheet.worker
    found.add(_("Ikzelf"), f"w-{worker.key}", Doer(worker=worker), worker.name)
    for person in sheet.members:
        found.add(_("Gezin"), f"p-{person.key}", Doer(person=person), sheet.first_name(person))
    for row in sheet.around.involvements:
        if row.worker is not None:
            helper = row.worker
            found.add(_("Hulp"), f"w-{helper.key}", Doer(worker=helper), helper.name)
        service = row.organisation or (row.desk.organisation if row.desk is not None else None)
        if service is not None:
            found.add(_("Diensten"), f"o-{service.key}", Doer(organisation=service), service.name)
    return found


def code_of(action: Action) -> str:
    """Under which code the doer of an action stands in the list; empty for one told in words."""
    if action.doer_person is not None:
        return f"p-{action.doer_person.key}"
    if action.doer_worker is not None:
        return f"w-{action.doer_worker.key}"
    return f"o-{action.doer_organisation.key}" if action.doer_organisation is not None else ""
