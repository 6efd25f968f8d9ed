"""The small forms of a new service and of a new place; the rest is said with the form of the service."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from kring.offer.directory.models import (
    Accessibility,
    Address,
    LifeDomain,
    Location,
    Part,
    Pillar,
    Reach,
)
from kring.registry.network.models import Organisation
from kring.registry.places.fields import MunicipalityField
from kring.trust.access.readers import Reader
from kring.web.offering.edit_form import MONTHS, WeeklyForm
from kring.web.offering.fields import one_of, several, words
from kring.web.offering.words import place_words

EVERY = 6
POSTCODE = r"[1-9][0-9]{3}"
ADDRESS = ("street", "postcode", "municipality")
REACHING = ("accessibility", "transportation")
PLACE_FIELDS = ("place_name", *ADDRESS, *REACHING)


class PlaceForm(forms.Form):
    """A place by its name and address; nothing of it is typed when it is at a distance."""

    place_name = forms.CharField(
        label=__("Hoe heet de plaats?"),
        help_text=__("Zoals mensen ze kennen, bijvoorbeeld “De Speelzolder”."),
        required=False,
        max_length=200,
    )
    street = forms.CharField(label=__("Straat en nummer"), required=False, max_length=200)
    postcode = forms.RegexField(
        POSTCODE,
        label=__("Postcode"),
        required=False,
        error_messages={"invalid": __("Een postcode heeft vier cijfers.")},
    )
    municipality = MunicipalityField(label=__("Gemeente"), required=False)
    accessibility = words(
        __("Hoe toegankelijk is het?"),
        2,
        __("Bijvoorbeeld: een lift, geen trap, plaats voor een buggy."),
    )
    transportation = words(__("Hoe kom je er?"), 2, __("Bus, trein, parking."))

    def clean(self) -> dict[str, Any]:
        """An address is whole."""
        cleaned = super().clean() or {}
        if self.wants_place(cleaned):
            for name in ADDRESS:
                if name in cleaned and not cleaned[name]:
                    self.add_error(name, _("Vul dit ook in: dan vinden gezinnen de plaats."))
        return cleaned

    def wants_place(self, given: dict[str, Any]) -> bool:
        """Whether something of a place was typed."""
        return any(given.get(name) for name in PLACE_FIELDS)

    def place(self) -> dict[str, Any]:
        """What is written of the place."""
        given = self.cleaned_data
        parts: list[Part] = [Address(**self.address())]
        if told := dutch(given["accessibility"]):
            parts.append(Accessibility(description=told))
        return {"values": self.values(), "parts": parts}

    def values(self) -> dict[str, Any]:
        """What the place itself says."""
        given = self.cleaned_data
        name = given["place_name"].strip() or given["street"]
        reached = dutch(given["transportation"])
        return {"name": dutch(name), "municipality": given["municipality"], "transportation": reached}

    def address(self) -> dict[str, str]:
        """How the place is written to."""
        given = self.cleaned_data
        town = given["municipality"].name_nl
        return {"address_1": given["street"], "postal_code": given["postcode"], "city": town}


def dutch(text: str) -> dict[str, str]:
    """A text in Dutch, where there is one."""
    return {"nl": text.strip()} if text.strip() else {}


class NewPlaceForm(PlaceForm):
    """A place that is asked for."""

    def wants_place(self, given: dict[str, Any]) -> bool:  # noqa: ARG002 - the place is all there is
        """Always."""
        return True


class OwnerField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the organisations somebody works for, by its name."""

    def label_from_instance(self, obj: Organisation) -> str:
        return obj.name


class NewServiceForm(PlaceForm, WeeklyForm):
    """What a family must know to come: what, for whom, where, when, and whom to call."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    owner = OwnerField(
        label=__("Van welke organisatie?"),
        queryset=Organisation.objects.none(),
        to_field_name="key",
        empty_label=None,
    )
    name_nl = forms.CharField(label=__("Hoe heet het?"), max_length=200)
    description_nl = words(__("Wat doe je, in gewone woorden?"), 4)
    minimum_months = forms.IntegerField(
        label=__("Vanaf welke leeftijd?"), help_text=MONTHS, required=False, min_value=0
    )
    maximum_months = forms.IntegerField(
        label=__("Tot welke leeftijd?"), help_text=MONTHS, required=False, min_value=1
    )
    expecting = forms.BooleanField(label=__("Ook voor wie een kind verwacht"), required=False)
    domains = several(__("Waarover gaat het?"), LifeDomain.choices)
    reach = one_of(__("Voor welke gezinnen?"), Reach.choices)
    pillar = one_of(__("Pijler van het Huis van het Kind"), Pillar.choices)
    places = several(__("Waar is het?"))
    phone = forms.CharField(label=__("Telefoon"), required=False, max_length=60)
    email = forms.EmailField(label=__("E-mail"), required=False)
    confirm_every = forms.IntegerField(
        label=__("Om de hoeveel maanden bevestig je dit?"),
        help_text=__("1 tot 12. Je krijgt een mail wanneer het zover is."),
        min_value=1,
        max_value=12,
        initial=EVERY,
    )

    def __init__(self, data: Any = None, *, reader: Reader) -> None:
        super().__init__(data, use_required_attribute=False)
        self.fields["submission"].initial = uuid4
        ours = Organisation.objects.filter(pk__in=reader.organisation_ids).order_by("search_name", "pk")
        owner, places = self.fields["owner"], self.fields["places"]
        if isinstance(owner, forms.ModelChoiceField):
            owner.queryset = ours
        self.alone = len(ours) == 1
        self.fields["owner"].initial = ours[0].key if ours else None
        rows = Location.objects.filter(source=None, organization__ours__in=ours).order_by("pk")
        self.opens_place = not rows.exists() or any((data or {}).get(one) for one in PLACE_FIELDS)
        self.known = {str(one.key): one for one in rows.prefetch_related("addresses")}
        if isinstance(places, forms.MultipleChoiceField):
            places.choices = [(key, place_words(one)) for key, one in self.known.items()]

    def clean(self) -> dict[str, Any]:
        """A place is one of the organisation whose offer this is."""
        cleaned = super().clean() or {}
        owner = cleaned.get("owner")
        if owner and any(one.organization.ours_id != owner.pk for one in self.chosen(cleaned)):
            self.add_error("places", _("Deze plaats is van een andere organisatie."))
        return cleaned

    def chosen(self, given: dict[str, Any]) -> list[Any]:
        """The places that were ticked."""
        return [self.known[key] for key in given.get("places", ())]
