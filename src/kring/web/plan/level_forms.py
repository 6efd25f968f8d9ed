"""The forms of goal attainment scaling: what each level is, and on which one a goal stands."""

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.support.plans.attainment import LEVELS, described
from kring.support.plans.models import Goal
from kring.web.plan.forms import Words
from kring.web.plan.part_forms import Versioned


class LevelsForm(Versioned):
    """What each level of a goal is, in words; 0 is what is expected."""

    said_before = _(
        "Beschrijf samen wat je verwacht, en wat beter en minder goed is. Alleen 0 is nodig. Laat je"
        " alles leeg, dan gebruikt dit doel geen trappen."
    )

    def prepare(self) -> None:
        super().prepare()
        goal: Goal = self.part
        for level in LEVELS:
            label = _g("%(sign)s: %(words)s") % {"sign": level.sign, "words": level.words}
            self.fields[_field_of(level.number)] = Words(label, rows=2, required=False)
            self.initial[_field_of(level.number)] = goal.attainment.get(str(level.number), "")

    def words(self) -> dict[int, str]:
        """What was written, by level."""
        return {level.number: self.cleaned_data[_field_of(level.number)] for level in LEVELS}


class LevelForm(Versioned):
    """On which level a goal stands now."""

    level = forms.TypedChoiceField(
        label=_("Op welke trap staat dit doel nu?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een trap.")},
    )

    def prepare(self) -> None:
        super().prepare()
        goal: Goal = self.part
        field = self.fields["level"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (str(level.number), f"{level.sign} · {words}")
                for level, words in described(goal.attainment)
            ]
        self.initial["level"] = goal.level


def _field_of(number: int) -> str:
    return f"trap{number}"
