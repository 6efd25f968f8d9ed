"""Writing in the story of a family, and saying who may read it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import DataClass
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.notes.actions import BY_CONSENT, Draft, WhyShared
from kring.support.notes.models import Note
from kring.support.requests.topics import Topic
from kring.trust.access.models import ToldBy
from kring.trust.consent.legal import legal_bases_on
from kring.web.family_file.forms import VersionedForm

AREA = {"rows": 6}
SHARED, WORKING = "shared", "working"
KINDS = (
    (SHARED, _("Het verhaal: wie het mag, leest mee")),
    (WORKING, _("Een werknota: alleen jij leest ze")),
)
MAY_READ = (("no", _("Nee, het werd in vertrouwen verteld")), ("yes", _("Ja, dat is afgesproken")))
CLASSES = (
    (DataClass.OPEN.value, _("Open: wie het aangaat, mag het lezen")),
    (DataClass.CONFIDENCE.value, _("In vertrouwen verteld door iemand anders")),
    (DataClass.HEALTH.value, _("Over gezondheid, van een zorgverlener")),
    (DataClass.MEDIATION.value, _("Gezegd in een bemiddeling")),
    (DataClass.COURT.value, _("Gemaakt voor de rechtbank")),
    (DataClass.PROTECTED_ADDRESS.value, _("Zegt waar iemand veilig woont")),
)


class NoteForm(forms.Form):
    """What was told, by whom, about whom. "May they read this?" is asked only when it matters."""

    words = forms.CharField(
        label=_("Wat wil je opschrijven?"),
        widget=forms.Textarea(AREA),
        error_messages={"required": _("Schrijf wat er verteld werd.")},
    )
    about = forms.MultipleChoiceField(
        label=_("Over wie gaat dit?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies over wie dit gaat.")},
    )
    kind = forms.ChoiceField(
        label=_("Wat is het?"), choices=KINDS, initial=SHARED, widget=forms.RadioSelect
    )
    told_by = forms.ChoiceField(
        label=_("Wie vertelde dit?"),
        choices=ToldBy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie dit vertelde.")},
    )
    may_read = forms.ChoiceField(
        label=_("Mag wie het aangaat dit lezen?"),
        choices=MAY_READ,
        widget=forms.RadioSelect,
        error_messages={"required": _("Nog één vraag: kies ja of nee.")},
    )
    domain = forms.ChoiceField(
        label=_("Waarover gaat het?"),
        choices=[("", _("Niet gekozen")), *Topic.choices],
        required=False,
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, members: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.members = {str(one.key): one for one in members}
        self.fields["submission"].initial = uuid4
        about = self.fields["about"]
        if isinstance(about, forms.MultipleChoiceField):
            about.choices = [(key, one.name) for key, one in self.members.items()]
        # of a working note it does not matter who told it
        self.fields["told_by"].required = self["kind"].value() != WORKING
        asked = self.is_bound and self["told_by"].value() == ToldBy.THIRD
        if not asked or self["kind"].value() == WORKING:
            del self.fields["may_read"]

    def draft(self) -> Draft:
        """What was written, as the room of notes takes it."""
        given = self.cleaned_data
        return Draft(
            words=given["words"],
            about=[self.members[key] for key in given["about"]],
            told_by=given["told_by"] or ToldBy.WORKER,
            may_read=given.get("may_read") == "yes",
            private=given["kind"] == WORKING,
            language=get_language() or "nl",
            domain=given["domain"],
            submission=given["submission"] or uuid4(),
        )


class WordsForm(VersionedForm):
    """The words of a note, at the version they were read."""

    words = forms.CharField(label=_("Tekst"), widget=forms.Textarea(AREA))

    @classmethod
    def of(cls, note: Note) -> "WordsForm":
        """The form as the note stands."""
        return cls(initial={"words": note.words, "version": note.version})


class ClassForm(forms.Form):
    """Of which class a note is, in plain words."""

    data_class = forms.ChoiceField(
        label=_("Wat voor gegeven is dit?"), choices=CLASSES, widget=forms.RadioSelect
    )


class HarmForm(forms.Form):
    """Why a note would harm who reads it, who looks at that again, and when."""

    reason = forms.CharField(
        label=_("Welke schade vrees je?"), widget=forms.Textarea({"rows": 3}), max_length=400
    )
    reviewer = forms.ChoiceField(label=_("Welke collega bekijkt dit opnieuw?"))
    review_on = forms.DateField(
        label=_("Wanneer?"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def __init__(self, *args: Any, colleagues: Sequence[Worker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {str(one.key): one for one in colleagues}
        reviewer = self.fields["reviewer"]
        if isinstance(reviewer, forms.ChoiceField):
            reviewer.choices = [
                ("", _("Kies een collega")),
                *((k, w.name) for k, w in self.colleagues.items()),
            ]

    def values(self) -> dict[str, Any]:
        """The reason, the colleague and the day."""
        given = self.cleaned_data
        day: date = given["review_on"]
        reviewer = self.colleagues[given["reviewer"]]
        return {"reason": given["reason"], "reviewer": reviewer, "review_on": day}


class ReaderForm(forms.Form):
    """One reader, by what they are and their key."""

    reader = forms.ChoiceField(label=_("Wie mag dit lezen?"))

    def __init__(self, *args: Any, readers: dict[UUID, tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.readers = readers
        field = self.fields["reader"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(key), label) for key, (_who, label) in readers.items()]

    def chosen(self) -> Any:
        """The person, worker or organisation."""
        return self.readers[UUID(self.cleaned_data["reader"])][0]


class HandOverForm(ReaderForm):
    """One reader to hand a note over to; outside the own organisation with why and for whom.

    What went, to whom, and that everybody it is about said yes, is known and not asked.
    """

    necessary_because = forms.CharField(
        label=_("Waarom is dat nodig?"),
        help_text=_("Vul dit in als je het geeft aan iemand buiten je organisatie."),
        widget=forms.Textarea({"rows": 2}),
        max_length=400,
        required=False,
    )
    in_the_interest_of = forms.CharField(
        label=_("In het belang van wie?"), max_length=200, required=False
    )
    legal_basis = forms.ChoiceField(label=_("Waarop steun je?"), initial=BY_CONSENT)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["legal_basis"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.code, one.label) for one in legal_bases_on(day)]

    def why(self) -> WhyShared:
        """The words, as the room of notes takes them."""
        given = self.cleaned_data
        return WhyShared(given["necessary_because"], given["in_the_interest_of"], given["legal_basis"])
