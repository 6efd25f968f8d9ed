"""What a visitor fills in to come to an activity, or to take that back."""

from uuid import uuid4

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as __

from kring.offer.directory.actions.activities import LONGEST_LINE
from kring.offer.directory.rules import MOST_PEOPLE
from kring.offer.saved.models import LONGEST_NAME, HowOften

TOO_LONG = __("Dit is te lang. Hou het bij %(limit_value)d tekens.")


class SignUpForm(forms.Form):
    """Who comes, with how many, and how they are reached; sent twice, it stays one."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    name = forms.CharField(
        label=__("Hoe heet je?"),
        help_text=__("Een voornaam is genoeg."),
        validators=[MaxLengthValidator(LONGEST_LINE, TOO_LONG)],
        error_messages={"required": __("Schrijf je naam.")},
    )
    people = forms.IntegerField(
        label=__("Met hoeveel komen jullie?"),
        initial=2,
        min_value=1,
        max_value=MOST_PEOPLE,
        error_messages={"required": __("Schrijf met hoeveel je komt.")},
    )
    reach_by = forms.CharField(
        label=__("Telefoon of e-mail"),
        help_text=__("Alleen om je te zeggen dat het niet doorgaat."),
        required=False,
        validators=[MaxLengthValidator(LONGEST_LINE, TOO_LONG)],
    )


class SignOffForm(forms.Form):
    """The code of a sign-up."""

    code = forms.CharField(
        label=__("Je code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": __("Vul je code in.")},
    )


class HowOftenForm(forms.Form):
    """How often a kept search mails what is new."""

    how_often = forms.ChoiceField(
        label=__("Wanneer mailen we je wat nieuw is?"),
        help_text=__("In de mail staat niet wat je zocht, alleen een link."),
        choices=HowOften.choices,
        initial=HowOften.WEEK,
    )


class SaveSearchForm(HowOftenForm):
    """A name for a search; ``vraag`` is the address that asks it."""

    vraag = forms.CharField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(
        label=__("Hoe noem je deze zoektocht?"),
        validators=[MaxLengthValidator(LONGEST_NAME, TOO_LONG)],
        error_messages={"required": __("Schrijf hoe je deze zoektocht noemt.")},
    )
    field_order = ("vraag", "name", "how_often")
