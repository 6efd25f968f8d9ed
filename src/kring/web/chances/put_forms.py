"""Putting a service that was proposed on the plan of a family."""

from typing import Any
from uuid import uuid4, uuid5

from django import forms
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.records.local_text import in_language
from kring.offer.directory.models import Service
from kring.offer.directory.queries import offered_services
from kring.support.plans.actions import add_action
from kring.support.plans.makers import Doer, NewAction
from kring.support.plans.models import Action, Goal
from kring.web.plan.sheet import Sheet
from kring.web.together.choosing import OneOf


class PutForm(forms.Form):
    """A service that was proposed goes on the plan, for its worker to get in touch.

    The service itself reads nothing by it. ``key`` is one sending of the page.
    """

    service = forms.ModelChoiceField(
        Service.objects.none(),
        label=_("Aanbod"),
        to_field_name="key",
        error_messages={
            "required": _("Kies welk aanbod op het plan komt."),
            "invalid_choice": _("Dit aanbod is er nu niet. Kies een ander."),
        },
    )
    key = forms.UUIDField(
        label=_("Versturen"),
        widget=forms.HiddenInput,
        required=False,
        error_messages={"invalid": _("Dit kwam niet goed aan. Open deze pagina opnieuw.")},
    )

    def __init__(self, *args: Any, sheet: Sheet, goals: list[Goal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet, self.goals = sheet, goals
        self.fields["key"].initial = uuid4
        service = self.fields["service"]
        if isinstance(service, forms.ModelChoiceField):
            service.queryset = offered_services().select_related("organization__ours")

    def chosen(self) -> Goal:
        """Under which goal; here there is one."""
        return self.goals[0]

    def save(self) -> Action:
        """Put it there; the same page and service sent twice is one action. Raises ValidationError."""
        sheet, service = self.sheet, self.cleaned_data["service"]
        new = NewAction(
            words=_action_words(service),
            doer=Doer(worker=sheet.worker),
            language=get_language() or "nl",
            key=uuid5(self.cleaned_data["key"] or uuid4(), str(service.key)),
            service=service.key,
        )
        by = sheet.request.reader.actor
        return add_action(goal=self.chosen(), new=new, maker=sheet.maker, by=by, at=sheet.at)


class PutUnderForm(PutForm):
    """The same from a question, under the goal that is chosen."""

    goal = OneOf(
        label=_("Bij welk doel hoort het?"),
        empty=None,
        error_messages={
            "required": _("Kies bij welk doel het hoort."),
            "invalid_choice": _("Dit doel loopt niet meer. Kies een ander."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        under = self.fields["goal"]
        if isinstance(under, OneOf):
            under.offer(self.goals, label=lambda goal: Truncator(goal.words).words(14))

    def chosen(self) -> Goal:
        found: Goal = self.cleaned_data["goal"]
        return found


def _action_words(service: Service) -> str:
    ours = service.organization.ours
    who = ours.name if ours is not None else in_language(service.organization.name)
    return _g("Contact opnemen met %(name)s (%(who)s)") % {"name": in_language(service.name), "who": who}
