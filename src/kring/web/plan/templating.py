"""Beginning a plan from a template, or adding one to it: the form, and what it does."""

from django import forms
from django.db import transaction
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.local_text import in_language
from kring.support.plans import actions
from kring.support.plans.models import Plan, PlanTemplate
from kring.support.plans.queries import templates_for, templates_of
from kring.web.plan.forms import DeedForm, SomePeople
from kring.web.plan.sheet import Sheet


class TemplateForm(DeedForm):
    """Which template, and of whom its goals are. What is in each can be read below."""

    said_before = _("De doelen en afspraken komen op het plan. Pas daarna aan wat niet past.")
    template = forms.ChoiceField(
        label=_("Welk sjabloon?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een sjabloon.")},
    )
    concerns = SomePeople(_("Over wie gaat dit?"), _("Kies van wie dit doel is, of van het hele gezin."))
    together = SomePeople(_("Wie doet mee, en leest dit doel?"), required=False)

    def prepare(self) -> None:
        self.found = {str(one.key): one for one in _offered(self.sheet)}
        named = [(key, in_language(one.name)) for key, one in self.found.items()]
        field = self.fields["template"]
        if isinstance(field, forms.ChoiceField):
            field.choices = named
        self.folds = [(_inside(one), _lines(one)) for one in self.found.values()]
        self.offer("concerns", self.sheet.members, self.sheet.members)
        self.offer("together", self.sheet.members, self.sheet.may_join)

    def chosen(self) -> PlanTemplate:
        """The template that was ticked."""
        return self.found[self.cleaned_data["template"]]


def _offered(sheet: Sheet) -> list[PlanTemplate]:
    day = local_day(sheet.at)
    if sheet.plan is not None:
        return templates_for(sheet.plan, day)
    return templates_of(sheet.organisation, day) if sheet.organisation is not None else []


def _inside(template: PlanTemplate) -> str:
    return _g("Wat staat er in “%(name)s”?") % {"name": in_language(template.name)}


def _lines(template: PlanTemplate) -> list[str]:
    """Each goal with its actions and after how many days they are due."""
    lines = []
    for goal in template.goals:
        lines.append(_g("Doel: %(words)s") % {"words": in_language(goal["words"])})
        lines += [
            f"{in_language(one['words'])} ({_due(one['due_after_days'])})" for one in goal["actions"]
        ]
    return lines


def _due(days: int) -> str:
    return ngettext("binnen %(days)d dag", "binnen %(days)d dagen", days) % {"days": days}


def begin(sheet: Sheet, _part: None, form: TemplateForm) -> str:
    """The plan with what is in the template: all of it or nothing."""
    owner = sheet.organisation
    if owner is None:
        raise ValueError("a plan is opened on behalf of an organisation")
    by = sheet.request.reader.actor
    with transaction.atomic():
        sheet.plan = actions.open_plan(
            family=sheet.family, owner=owner, anchor=sheet.worker, by=by, at=sheet.at
        )
        return _fill(sheet, sheet.plan, form)


def fill(sheet: Sheet, _part: None, form: TemplateForm) -> str:
    """What is in the template, added to the plan; a second time it is there once."""
    if sheet.plan is None:
        raise ValueError("there is no plan to fill")
    return _fill(sheet, sheet.plan, form)


def _fill(sheet: Sheet, plan: Plan, form: TemplateForm) -> str:
    made = actions.apply_template(
        plan=plan,
        template=form.chosen(),
        concerns=form.people("concerns"),
        together=form.people("together"),
        maker=sheet.maker,
        language=get_language() or "nl",
        by=sheet.request.reader.actor,
        at=sheet.at,
    )
    return f"doel-{made[0].key}" if made else ""
