"""Somebody of the own network: who it is to the family, how near, and whether it helps."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.circles.actions import TieFacts
from kring.support.circles.models import Nature, Ring, Strength, Tie
from kring.web.plan.forms import DeedForm, SomePeople, Submitted


class TieFields(DeedForm):
    """What is said of somebody in the circle."""

    name = forms.CharField(
        label=_("Hoe noemt het gezin deze persoon?"),
        max_length=80,
        error_messages={"required": _("Schrijf hoe het gezin deze persoon noemt.")},
    )
    bond = forms.CharField(
        label=_("Wie is dat voor hen?"),
        help_text=_("Bijvoorbeeld: oma, buurvrouw, trainer."),
        max_length=40,
        required=False,
    )
    ring = forms.ChoiceField(
        label=_("Hoe dichtbij?"), choices=Ring.choices, initial=Ring.NEAR, widget=forms.RadioSelect
    )
    strength = forms.ChoiceField(
        label=_("Hoe sterk is de band?"),
        choices=Strength.choices,
        initial=Strength.USUAL,
        widget=forms.RadioSelect,
    )
    nature = forms.ChoiceField(
        label=_("Wat doet de band?"),
        choices=Nature.choices,
        initial=Nature.HELPS,
        widget=forms.RadioSelect,
    )

    def facts(self) -> TieFacts:
        """What was filled in, as the room of circles takes it."""
        given = self.cleaned_data
        names = ("name", "bond", "ring", "strength", "nature")
        return TieFacts(**{name: given[name] for name in names})


class TieForm(TieFields):
    """Somebody new in the circle."""

    about = SomePeople(_("Van wie is dit een bekende?"), _("Kies van wie deze persoon een bekende is."))
    submission = Submitted()

    def prepare(self) -> None:
        self.offer("about", self.sheet.members, self.sheet.members)


class ChangedTieForm(TieFields):
    """Somebody in the circle as it will stand from now on."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def prepare(self) -> None:
        tie: Tie = self.part
        self.initial.update(
            name=tie.name,
            bond=tie.bond,
            ring=tie.ring,
            strength=tie.strength,
            nature=tie.nature,
            version=tie.version,
        )

    def labels(self) -> dict[str, str]:
        """The fields people see, with their labels."""
        return {name: str(f.label) for name, f in self.fields.items() if name != "version"}
