"""The form of a plan template: a name and up to three goals, each with what is done for it."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.records.local_text import LocalText, in_language
from kring.support.plans.domains import domains_of
from kring.support.plans.models import PlanTemplate
from kring.support.plans.rules.templates import MOST_DAYS

GOALS, ACTIONS, USUAL_DAYS, MOST_SIGNS = 3, 5, 14, 300


class TemplateForm(forms.Form):
    """Words in the language of the screen; what did not change keeps its other languages."""

    name = forms.CharField(
        label=_("Naam van het sjabloon"),
        max_length=80,
        error_messages={"required": _("Geef het sjabloon een naam.")},
    )

    def __init__(self, data: Any = None, *, former: PlanTemplate | None = None) -> None:
        super().__init__(data, use_required_attribute=False)
        self.former = former
        told = former.goals if former is not None else []
        if former is not None:
            self.initial["name"] = in_language(former.name)
        for number in range(GOALS):
            self._goal(number, told[number] if number < len(told) else {})

    def _goal(self, number: int, told: dict[str, Any]) -> None:
        """The fields of one goal; the first is needed."""
        missing = {"required": _g("Schrijf minstens één doel.")}
        words, domain = f"doel{number}", f"onderwerp{number}"
        self.fields[words] = forms.CharField(
            label=_g("Wat wil een gezin bereiken?"),
            max_length=MOST_SIGNS,
            required=number == 0,
            error_messages=missing,
        )
        listed = [(code, in_language(one.name)) for code, one in domains_of().items()]
        self.fields[domain] = forms.ChoiceField(
            label=_g("Waarover gaat het?"), choices=[("", _g("Niet gekozen")), *listed], required=False
        )
        self.initial[words] = in_language(told.get("words", {}))
        self.initial[domain] = told.get("domain", "")
        actions = told.get("actions", [])
        for place in range(ACTIONS):
            self._action(f"{number}-{place}", actions[place] if place < len(actions) else {})

    def _action(self, where: str, told: dict[str, Any]) -> None:
        words, days = f"afspraak{where}", f"dagen{where}"
        self.fields[words] = forms.CharField(
            label=_g("Wat wordt er gedaan?"), max_length=MOST_SIGNS, required=False
        )
        self.fields[days] = forms.IntegerField(
            label=_g("Binnen hoeveel dagen?"), min_value=0, max_value=MOST_DAYS, required=False
        )
        self.initial[words] = in_language(told.get("words", {}))
        self.initial[days] = told.get("due_after_days")

    def blocks(self) -> list[dict[str, Any]]:
        """The fields as they are drawn: each goal with its actions; empty ones are folded."""
        return [
            {
                "words": self[f"doel{number}"],
                "domain": self[f"onderwerp{number}"],
                "actions": [
                    (self[f"afspraak{number}-{place}"], self[f"dagen{number}-{place}"])
                    for place in range(ACTIONS)
                ],
                "number": number + 1,
                "open": number == 0 or self._filled(number),
            }
            for number in range(GOALS)
        ]

    def _filled(self, number: int) -> bool:
        names = [f"doel{number}", *(f"afspraak{number}-{place}" for place in range(ACTIONS))]
        return any(self[name].value() or self[name].errors for name in names)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for number in range(GOALS):
            done = [given.get(f"afspraak{number}-{place}") for place in range(ACTIONS)]
            if any(done) and not given.get(f"doel{number}") and f"doel{number}" not in self.errors:
                self.add_error(f"doel{number}", _g("Schrijf bij welk doel deze afspraken horen."))
        return given

    def told_name(self) -> LocalText:
        """The name as it is kept."""
        return _local(self.cleaned_data["name"], self.former.name if self.former else {})

    def told_goals(self) -> list[dict[str, Any]]:
        """The goals as they are kept, without the empty places."""
        former = self.former.goals if self.former is not None else []
        told = (self._told(number, former) for number in range(GOALS))
        return [one for one in told if one is not None]

    def _told(self, number: int, former: list[dict[str, Any]]) -> dict[str, Any] | None:
        given, before = self.cleaned_data, former[number] if number < len(former) else {}
        words = given.get(f"doel{number}", "")
        if not words:
            return None
        then = before.get("actions", [])
        done = [self._done(f"{number}-{place}", then[place : place + 1]) for place in range(ACTIONS)]
        return {
            "words": _local(words, before.get("words", {})),
            "domain": given[f"onderwerp{number}"],
            "actions": [one for one in done if one is not None],
        }

    def _done(self, where: str, before: list[dict[str, Any]]) -> dict[str, Any] | None:
        words, days = self.cleaned_data[f"afspraak{where}"], self.cleaned_data[f"dagen{where}"]
        if not words:
            return None
        former = before[0]["words"] if before else {}
        return {
            "words": _local(words, former),
            "due_after_days": USUAL_DAYS if days is None else days,
        }


def _local(words: str, former: LocalText) -> LocalText:
    """Words in the language of the screen; unchanged ones stay with all their languages."""
    if former and in_language(former) == words:
        return former
    return {(get_language() or "nl")[:2]: words}
