"""The forms with which a network is built: organisations, sites, partnerships, desks, people."""

import re
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.records.local_text import in_language
from kring.registry.network.models import (
    Desk,
    Organisation,
    Partnership,
    PartnershipArea,
    PartnershipKind,
    PartnershipMember,
    RoleType,
    Sector,
)
from kring.registry.network.rules import check_enterprise_number
from kring.registry.people.rules import checked_phone
from kring.registry.places.fields import MunicipalityField
from kring.registry.places.models import Municipality

MOST_NAMES = 100


def day_field(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    """A day, typed or picked."""
    widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=hint, widget=widget)


def choice_by_key(label: Any, empty: Any, *, required: bool = True) -> "forms.ModelChoiceField[Any]":
    """A choice of records that go by their public key."""
    return forms.ModelChoiceField(
        label=label,
        required=required,
        queryset=Partnership.objects.none(),
        to_field_name="key",
        empty_label=empty,
    )


class PhoneMixin(forms.Form):
    """Has a telephone number, kept in one form."""

    phone = forms.CharField(label=_("Telefoon"), required=False, max_length=20)

    def clean_phone(self) -> str:
        """The number in one form; a wrong one gets a sentence beside the field."""
        typed = self.cleaned_data["phone"]
        try:
            return checked_phone(typed) if typed else ""
        except ValidationError as error:
            raise ValidationError(error.messages) from error


class ChoosingForm(forms.Form):
    """A form whose choices depend on who fills it in."""

    def __init__(self, *args: Any, choices: dict[str, QuerySet[Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows


class NewOrganisationForm(ChoosingForm):
    """An organisation that comes into the network as a partner."""

    name = forms.CharField(label=_("Naam"), max_length=200)
    sector = forms.ChoiceField(label=_("Sector"), choices=Sector.choices)
    number = forms.CharField(
        label=_("Ondernemingsnummer"),
        required=False,
        max_length=20,
        help_text=_("Tien cijfers uit de Kruispuntbank van Ondernemingen."),
    )
    partnership = choice_by_key(_("Werkt mee aan"), _("Kies een samenwerking"))

    def clean_number(self) -> str:
        """The number in one form; a wrong one gets a sentence beside the field."""
        try:
            return check_enterprise_number(self.cleaned_data["number"]) or ""
        except ValidationError as error:
            raise ValidationError(error.messages) from error


class SiteForm(PhoneMixin):
    """A place where an organisation works."""

    name = forms.CharField(label=_("Naam"), max_length=200)
    street = forms.CharField(label=_("Straat en nummer"), required=False, max_length=200)
    municipality = MunicipalityField(label=_("Gemeente of postcode"))
    email = forms.EmailField(label=_("E-mail"), required=False)


class NewPartnershipForm(ChoosingForm):
    """A partnership and who leads it."""

    name = forms.CharField(label=_("Naam"), max_length=200)
    kind = forms.ChoiceField(label=_("Soort"), choices=PartnershipKind.choices)
    lead = choice_by_key(_("Kernpartner"), _("Kies een organisatie"))
    starts_on = day_field(_("Eerste dag"), required=False)
    note = forms.CharField(
        label=_("Goed om te weten"), required=False, widget=forms.Textarea({"rows": 3})
    )


class PartnershipForm(forms.Form):
    """What can be corrected of a partnership."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    name = forms.CharField(label=_("Naam"), max_length=200)
    starts_on = day_field(_("Eerste dag"), required=False)
    note = forms.CharField(
        label=_("Goed om te weten"), required=False, widget=forms.Textarea({"rows": 3})
    )


class TerritoryForm(forms.Form):
    """Municipalities by name or postcode, one a line or with commas between."""

    municipalities = forms.CharField(
        label=_("Gemeenten erbij"),
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Namen of postcodes, met een komma ertussen of elk op een regel."),
    )

    def clean_municipalities(self) -> list[Municipality]:
        """Every municipality; each that cannot be found gets its own sentence."""
        typed = re.split(r"[\n,;]+", self.cleaned_data["municipalities"])
        found: list[Municipality] = []
        wrong: list[str] = []
        for name in filter(None, (piece.strip() for piece in typed[:MOST_NAMES])):
            try:
                place = MunicipalityField().clean(name)
            except ValidationError as error:
                wrong += error.messages
            else:
                found += [place] if place else []
        if wrong:
            raise ValidationError(wrong)
        return found


class DeskAreaForm(TerritoryForm):
    """More municipalities for a desk, of those of its region."""

    def __init__(self, data: Any = None, *, desk: Desk, at: datetime) -> None:
        super().__init__(data)
        self.use_required_attribute = False
        self.desk, self.at = desk, at

    def clean_municipalities(self) -> list[Municipality]:
        """A desk holds questions of its own region only."""
        found = super().clean_municipalities()
        areas = PartnershipArea.objects.running(self.at).filter(partnership=self.desk.region)
        inside = set(areas.values_list("municipality_id", flat=True))
        words = _g("%(place)s ligt niet in het werkgebied van %(region)s.")
        outside = [
            words % {"place": place.name_nl, "region": self.desk.region.name}
            for place in found
            if place.pk not in inside
        ]
        if outside:
            raise ValidationError(outside)
        return found


class MemberForm(ChoosingForm):
    """An organisation that takes part."""

    organisation = choice_by_key(_("Organisatie"), _("Kies een organisatie"))
    role = forms.ChoiceField(
        label=_("Rol"), choices=PartnershipMember.Role.choices, initial=PartnershipMember.Role.MEMBER
    )
    starts_on = day_field(_("Sinds"), required=False, hint=_("Leeg: vanaf vandaag."))


class RecognitionForm(forms.Form):
    """What government recognised, from when to when."""

    title = forms.CharField(label=_("Erkenning"), max_length=120)
    ground = forms.CharField(label=_("Besluit"), required=False, max_length=200)
    starts_on = day_field(_("Eerste dag"))
    ends_on = day_field(_("Laatste dag"), required=False)

    def clean(self) -> dict[str, Any]:
        """The last day does not lie before the first."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("De laatste dag ligt voor de eerste."))
        return cleaned


class RoleField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A role of the catalogue, by its name in the language of the page."""

    def label_from_instance(self, obj: RoleType) -> str:
        return in_language(obj.name)


def role_field() -> RoleField:
    """A role, by its code."""
    rows = RoleType.objects.none()
    return RoleField(rows, label=_("Rol"), to_field_name="code", empty_label=_("Kies een rol"))


class LabelForm(ChoosingForm):
    """What one partnership calls a role."""

    role = role_field()
    nl = forms.CharField(label=_("Naam hier, Nederlands"), max_length=60)
    fr = forms.CharField(label=_("Naam hier, Frans"), max_length=60, required=False)
    en = forms.CharField(label=_("Naam hier, Engels"), max_length=60, required=False)

    def label_text(self) -> dict[str, str]:
        """The name in the languages that were filled in."""
        names = ((language, self.cleaned_data[language].strip()) for language in ("nl", "fr", "en"))
        return {language: name for language, name in names if name}


class NewDeskForm(ChoosingForm, PhoneMixin):
    """A desk of a region."""

    name = forms.CharField(label=_("Naam"), max_length=160)
    kind = forms.ChoiceField(label=_("Soort"), choices=Desk.Kind.choices)
    organisation = choice_by_key(_("Van welke organisatie?"), _("Kies een organisatie"))
    email = forms.EmailField(label=_("E-mail"), required=False)
    first_for_public = forms.BooleanField(
        label=_("Krijgt als eerste de vragen van de website uit haar gebied"), required=False
    )


class RoleForm(ChoosingForm):
    """A role for an organisation, in one of its partnerships or in general."""

    role = role_field()
    partnership = choice_by_key(_("In welke samenwerking?"), _("In het algemeen"), required=False)


class NewWorkerForm(RoleForm, PhoneMixin):
    """Somebody who starts: they get a mail with a link to a first password."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), help_text=_("Hiermee meldt deze medewerker zich aan."))
    language = forms.ChoiceField(label=_("Taal"), choices=settings.LANGUAGES, initial="nl")
    field_order = ("name", "email", "phone", "language", "role", "partnership")


def choices_of_organisations() -> QuerySet[Organisation]:
    """Every organisation that works, by name."""
    return Organisation.objects.filter(closed_on__isnull=True).order_by("search_name", "pk")
