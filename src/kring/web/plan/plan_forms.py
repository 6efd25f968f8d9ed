"""The forms about a plan as a whole: looking at it together, and ending it."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.plans.makers import Result
from kring.support.plans.models import SAYABLE, Decision, Goal, PlanEnd
from kring.support.plans.states import DROPPED, ENDED
from kring.web.plan.forms import Day, DeedForm, SomePeople, Words


class ReviewForm(DeedForm):
    """The day on which everybody looks at the plan together."""

    planned_on = Day(_("Wanneer kijken jullie samen naar het plan?"))

    def prepare(self) -> None:
        self.initial["planned_on"] = self.sheet.plan and self.sheet.plan.review_on


class WithPresent(DeedForm):
    """Who was there: people of the family and helpers of the team."""

    present = SomePeople(_("Wie was erbij?"), required=False)

    def prepare(self) -> None:
        self.there: dict[str, Worker | Person] = {str(one.key): one for one in self.sheet.members}
        for row in self.sheet.told.team:
            if row.worker is not None and row.ends_at is None:
                self.there[str(row.worker.key)] = row.worker
        field = self.fields["present"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(key, self._name(one)) for key, one in self.there.items()]

    def _name(self, one: Worker | Person) -> str:
        return one.name if isinstance(one, Worker) else self.sheet.first_name(one)

    def chosen(self) -> list[Worker | Person]:
        """Who was ticked."""
        return [self.there[key] for key in self.cleaned_data["present"]]


class HeldForm(WithPresent):
    """What was decided when the plan was looked at together."""

    decided = forms.ChoiceField(
        label=_("Wat beslisten jullie?"),
        choices=Decision.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat jullie beslisten.")},
    )
    next_on = Day(_("Wanneer kijken jullie opnieuw?"), required=False)
    field_order = ("decided", "present", "next_on")


class CloseForm(WithPresent):
    """Why the plan ends, and what came of each goal that is still open and that the reader reads."""

    said_before = _("Doelen die jij niet leest, sluiten mee. Daarbij staat dan geen resultaat.")

    because = forms.ChoiceField(
        label=_("Waarom stopt het plan?"),
        choices=PlanEnd.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom het plan stopt.")},
    )
    words = Words(_("Wil je daar iets over zeggen?"), rows=2, required=False)
    field_order = ("because", "present", "words")

    def prepare(self) -> None:
        super().prepare()
        told = [one.goal for one in self.sheet.told.goals]
        self.open_goals = [goal for goal in told if goal.state not in (ENDED, DROPPED)]
        for goal in self.open_goals:
            self.fields[_field_of(goal)] = forms.ChoiceField(
                label=_g("Wat kwam er van “%(words)s”?") % {"words": goal.words},
                choices=[("", _g("Kies")), *SAYABLE],
                error_messages={"required": _g("Kies bij elk doel wat ervan kwam.")},
            )

    def results(self) -> dict[UUID, Result]:
        """What came of each goal."""
        given: dict[str, Any] = self.cleaned_data
        return {goal.key: Result(given[_field_of(goal)], "") for goal in self.open_goals}


class AnewForm(DeedForm):
    """Why the family begins anew."""

    said_before = _(
        "Open doelen, veiligheidsafspraken en het team gaan mee. Wat klaar is, blijft bij het oude plan."
    )

    words = Words(
        _("Waarom beginnen jullie een nieuw plan?"), _("Schrijf waarom jullie opnieuw beginnen."), rows=2
    )


def _field_of(goal: Goal) -> str:
    return f"doel-{goal.key}"
