"""Forms about the people of a family: what is wrong is said beside its field, nothing typed is lost.

Dates and numbers that are impossible are refused by the same rules as in the actions. The moment
comes in as ``at``.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy

from kring.foundation.ui.language_field import LanguageField
from kring.registry.people.models import (
    ContactChannel,
    Family,
    FamilyMembership,
    Person,
    RelationType,
)
from kring.registry.people.rules import (
    check_birth_date,
    check_born_or_expected,
    check_channel,
    check_expected_date,
    check_national_number,
)
from kring.registry.places.fields import MunicipalityField
from kring.web.family_file.forms import VersionedForm

DATE_MESSAGES = {"invalid": gettext_lazy("Deze datum klopt niet. Schrijf ze zoals 21/09/2020.")}
AUTHORITY = (
    ("", gettext_lazy("Weten we niet")),
    ("yes", gettext_lazy("Ja")),
    ("no", gettext_lazy("Nee")),
)


def date_field(label: Any, help_text: Any = "") -> forms.DateField:
    """A day, typed or picked."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"],
        error_messages=DATE_MESSAGES,
    )


class NewMemberForm(forms.Form):
    """Somebody new at a family, as far as they want to say; everything but the role may stay empty."""

    role = forms.ChoiceField(
        label=gettext_lazy("Wie is dit in het gezin?"),
        choices=FamilyMembership.Role.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wie dit is in het gezin.")},
    )
    given_name = forms.CharField(label=gettext_lazy("Voornaam"), required=False, max_length=80)
    family_name = forms.CharField(label=gettext_lazy("Familienaam"), required=False, max_length=80)
    nickname = forms.CharField(
        label=gettext_lazy("Wil genoemd worden"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("Een bijnaam is genoeg. Wil iemand geen naam geven? Laat alles leeg."),
    )
    birth_date = date_field(gettext_lazy("Geboortedatum"))
    expected_birth_date = date_field(
        gettext_lazy("Verwachte geboortedatum"), gettext_lazy("Voor een kind dat nog komt.")
    )
    preferred_language = LanguageField(label=gettext_lazy("Taal"), required=False)
    interpreter_needed = forms.BooleanField(label=gettext_lazy("Er is een tolk nodig"), required=False)

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.at = at

    def clean_birth_date(self) -> date | None:
        """Not in the future, not before 1900."""
        born: date | None = self.cleaned_data["birth_date"]
        _beside_field(lambda: check_birth_date(born, self.at))
        return born

    def clean_expected_birth_date(self) -> date | None:
        """Not too far away."""
        expected: date | None = self.cleaned_data["expected_birth_date"]
        _beside_field(lambda: check_expected_date(expected, self.at))
        return expected

    def clean(self) -> dict[str, Any]:
        """Born or expected, not both."""
        cleaned = super().clean() or {}
        try:
            check_born_or_expected(cleaned.get("birth_date"), cleaned.get("expected_birth_date"))
        except ValidationError as refused:
            self.add_error(None, refused)
        return cleaned

    def person(self) -> dict[str, Any]:
        """What was told of the person, without the role."""
        return {name: value for name, value in self.cleaned_data.items() if name != "role"}


class HomeForm(VersionedForm):
    """Where somebody lives. Of a protected address nothing is filled in: what stays empty, stays."""

    municipality = MunicipalityField(label=gettext_lazy("Gemeente of postcode"), required=False)
    address = forms.CharField(label=gettext_lazy("Straat en nummer"), required=False, max_length=200)
    protected_address = forms.BooleanField(
        label=gettext_lazy("Dit adres moet afgeschermd blijven"), required=False
    )
    because = forms.CharField(
        label=gettext_lazy("Vink je de afscherming af? Schrijf waarom."), required=False, max_length=200
    )

    def __init__(self, *args: Any, was_protected: bool, hidden: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.was_protected, self.hidden = was_protected, hidden
        if not was_protected:
            del self.fields["because"]
        if hidden:
            self.fields["address"].help_text = _g("We tonen dit adres niet. Laat leeg wat zo blijft.")

    def clean(self) -> dict[str, Any]:
        """Protection is lifted for a reason."""
        cleaned = super().clean() or self.cleaned_data
        lifted = self.was_protected and not cleaned.get("protected_address")
        if lifted and not cleaned.get("because"):
            self.add_error("because", _g("Schrijf waarom dit adres niet meer afgeschermd moet zijn."))
        return cleaned

    def place(self) -> dict[str, Any]:
        """What is to be written: all of it, or of a hidden address only what was typed."""
        given = {name: self.cleaned_data[name] for name in ("municipality", "address")}
        return {name: value for name, value in given.items() if value or not self.hidden}


class NationalNumberForm(forms.Form):
    """A national or BIS number; the field does not show what was stored before."""

    national_number = forms.CharField(
        label=gettext_lazy("Rijksregisternummer"),
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_national_number(self) -> str:
        """The eleven digits."""
        typed: str = self.cleaned_data["national_number"]
        return _beside_field(lambda: check_national_number(typed))


class JoinForm(forms.Form):
    """The other family somebody belongs to as well, or their role in this one."""

    family = forms.ChoiceField(label=gettext_lazy("Bij welk gezin?"))
    role = forms.ChoiceField(
        label=gettext_lazy("Wie is dit in dat gezin?"), choices=FamilyMembership.Role.choices
    )

    def __init__(self, data: Any = None, *, families: Sequence[Family]) -> None:
        super().__init__(data, prefix="gezin", use_required_attribute=False)
        self.families = {str(family.key): family for family in families}
        _choices(self, "family", [(key, family.name) for key, family in self.families.items()])


class TieForm(forms.Form):
    """What another member is of this one, and whether they have a say."""

    other = forms.ChoiceField(label=gettext_lazy("Wie?"))
    type = forms.ChoiceField(
        label=gettext_lazy("Is de…"), choices=[("", gettext_lazy("Kies…")), *RelationType.choices]
    )
    authority = forms.ChoiceField(
        label=gettext_lazy("Heeft die persoon gezag?"), choices=AUTHORITY, required=False
    )
    legal_ground = forms.CharField(
        label=gettext_lazy("Op welke grond?"),
        help_text=gettext_lazy("Bijvoorbeeld: vonnis van 3 maart 2026. Alleen bij gezag."),
        required=False,
        max_length=200,
    )

    def __init__(self, data: Any = None, *, others: Sequence[Person]) -> None:
        super().__init__(data, prefix="band", use_required_attribute=False)
        self.others = {str(person.key): person for person in others}
        names = [(key, person.name or _g("zonder naam")) for key, person in self.others.items()]
        _choices(self, "other", names)

    def tie(self) -> dict[str, Any]:
        """What is to be written down."""
        given = dict(self.cleaned_data)
        said = {"yes": True, "no": False}.get(given.pop("authority"))
        return given | {"authority": said, "other": self.others[given["other"]]}


class ChannelForm(forms.Form):
    """How to reach somebody safely."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Hoe bereiken we die persoon?"),
        choices=ContactChannel.Kind.choices,
        widget=forms.RadioSelect,
    )
    value = forms.CharField(label=gettext_lazy("Nummer of adres"), required=False, max_length=254)
    hours = forms.CharField(label=gettext_lazy("Wanneer?"), required=False, max_length=120)
    say_to_others = forms.CharField(
        label=gettext_lazy("Wat zeggen we als iemand anders opneemt?"), required=False, max_length=200
    )
    safe = forms.BooleanField(label=gettext_lazy("Die persoon zei dat dit veilig is"), required=False)
    preferred = forms.BooleanField(label=gettext_lazy("Gebruik dit eerst"), required=False)

    def clean(self) -> dict[str, Any]:
        """The number or address in one form; a wrong one keeps what was typed."""
        cleaned = super().clean() or {}
        if "kind" in cleaned:
            try:
                cleaned["value"] = check_channel(cleaned["kind"], cleaned.get("value", ""))
            except ValidationError as refused:
                self.add_error(None, refused)
        return cleaned


def _beside_field[R](check: Callable[[], R]) -> R:
    """A refusal of the rules as the sentences of the one field that is cleaned."""
    try:
        return check()
    except ValidationError as refused:
        raise ValidationError(refused.messages) from refused


def _choices(form: forms.Form, name: str, options: Sequence[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = [("", _g("Kies…")), *options]
