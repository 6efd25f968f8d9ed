"""The forms of the Houses. What is wrong is said beside its field; nothing typed is lost."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.foundation.records.local_text import in_language
from kring.offer.directory.models import Location, Pillar
from kring.offer.directory.models import Organization as Listed
from kring.offer.houses.models import House, Standing
from kring.offer.houses.queries.checklist import conditions_on
from kring.registry.network.models import Organisation
from kring.registry.places.fields import MunicipalityField

LANGUAGES = (("nl", _("Nederlands")), ("fr", _("Frans")), ("en", _("Engels")))
MOST_SIGNS = 2_000


class WhereForm(forms.Form):
    """In which municipality somebody looks for a House."""

    gemeente = MunicipalityField(label=_("Je gemeente of postcode"), required=False)


class WordsForm(forms.Form):
    """What the page of a House says, in each language, and how it is reached."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    phone = forms.CharField(label=_("Telefoon"), max_length=60, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    website = forms.URLField(label=_("Website"), max_length=500, required=False, assume_scheme="https")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in LANGUAGES:
            self.fields[f"words_{code}"] = forms.CharField(
                label=_("Wie we zijn (%(language)s)") % {"language": name},
                max_length=MOST_SIGNS,
                required=False,
                widget=forms.Textarea({"rows": 3, "lang": code}),
            )

    def introduction(self) -> dict[str, str]:
        """What was written, by language."""
        return {code: self.cleaned_data[f"words_{code}"] for code, _name in LANGUAGES}


def words_shown(house: House) -> dict[str, object]:
    """The fields of the form as they stand."""
    words = {f"words_{code}": house.introduction.get(code, "") for code, _name in LANGUAGES}
    plain = {name: getattr(house, name) for name in ("version", "phone", "email", "website")}
    return plain | words


class PartnerForm(forms.Form):
    """An organisation and the pillar it carries."""

    organisation = forms.ModelChoiceField(
        label=_("Organisatie"),
        queryset=Organisation.objects.none(),
        to_field_name="key",
        empty_label=_("Kies een organisatie"),
    )
    pillar = forms.ChoiceField(label=_("Pijler"), choices=Pillar.choices)

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Organisation.objects.exclude(closed_on__lte=at.date())
        _choose(self.fields["organisation"], rows.order_by("search_name", "pk"))


class SiteForm(forms.Form):
    """A place of the directory that belongs to the House, or all places of an organisation there."""

    location = forms.ChoiceField(
        label=_("Plek uit de gids"),
        help_text=_("Kies je alle plekken van een partner, dan telt een nieuwe vanzelf mee."),
    )

    def __init__(self, *args: Any, partners: set[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Listed.objects.filter(ours__in=partners, locations__isnull=False).distinct()
        self.known: dict[str, Location | Listed] = {}
        groups = [self._group(one) for one in rows.order_by("pk").prefetch_related("locations")]
        field = self.fields["location"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Kies een plek")), *groups]

    def _group(self, owner: Listed) -> tuple[str, list[tuple[str, str]]]:
        """The places of an organisation under its name."""
        name = in_language(owner.name)
        places = {str(one.key): one for one in owner.locations.all()}
        self.known |= {str(owner.key): owner, **places}
        every = (str(owner.key), gettext("Alle plekken van %(name)s") % {"name": name})
        return name, [every, *((key, in_language(one.name) or name) for key, one in places.items())]

    def clean_location(self) -> Location | Listed:
        """The place or the organisation that was chosen."""
        return self.known[self.cleaned_data["location"]]


class CloseForm(forms.Form):
    """Until when a House is there."""

    last_day = forms.DateField(
        label=_("Laatste dag"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )


class ConditionForm(forms.Form):
    """How the House stands with a condition."""

    condition = forms.ChoiceField(label=_("Voorwaarde"))
    standing = forms.ChoiceField(label=_("Hoe staat het?"), choices=Standing.choices)
    words = forms.CharField(label=_("Wat is er, of wat ontbreekt?"), max_length=300, required=False)

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {one.code: one for one in conditions_on(at)}
        field = self.fields["condition"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(code, in_language(one.words)) for code, one in self.known.items()]


class RecognitionForm(forms.Form):
    """What government recognised, from when to when."""

    title = forms.CharField(label=_("Erkenning"), max_length=120, initial=_("Huis van het Kind"))
    ground = forms.CharField(label=_("Besluit"), required=False, max_length=200)
    starts_on = forms.DateField(label=_("Eerste dag"), widget=forms.DateInput({"type": "date"}))
    ends_on = forms.DateField(
        label=_("Laatste dag"), required=False, widget=forms.DateInput({"type": "date"})
    )

    def clean(self) -> dict[str, Any]:
        """The last day does not lie before the first."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("De laatste dag ligt voor de eerste."))
        return cleaned


def _choose(field: forms.Field, rows: QuerySet[Any]) -> None:
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = rows
