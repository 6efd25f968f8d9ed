"""Handing in a document: what it is, about whom, and from whom it comes."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.registry.people.models import Person
from kring.support.documents.actions import NewDocument
from kring.support.documents.content import ACCEPTED
from kring.support.documents.models import DocumentKind
from kring.trust.access.models import ToldBy
from kring.web.family_file.story_forms import MAY_READ


class DocumentForm(forms.Form):
    """A file with its title. "May they read this?" is asked only when it matters."""

    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("PDF, foto, Word, ODT of een geluidsopname."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg."),
            "missing": _("Kies eerst een bestand."),
        },
    )
    title = forms.CharField(
        label=_("Hoe noem je het?"),
        max_length=120,
        error_messages={"required": _("Geef het document een titel.")},
    )
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=DocumentKind.choices)
    about = forms.MultipleChoiceField(
        label=_("Over wie gaat dit?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies over wie dit gaat.")},
    )
    told_by = forms.ChoiceField(
        label=_("Van wie komt dit?"),
        choices=ToldBy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies van wie dit komt.")},
    )
    may_read = forms.ChoiceField(
        label=_("Mag wie het aangaat dit lezen?"),
        choices=MAY_READ,
        widget=forms.RadioSelect,
        error_messages={"required": _("Nog één vraag: kies ja of nee.")},
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
        if not (self.is_bound and self["told_by"].value() == ToldBy.THIRD):
            del self.fields["may_read"]

    def new_document(self) -> NewDocument:
        """What was handed in, as the room of documents takes it."""
        given = self.cleaned_data
        return NewDocument(
            pieces=given["file"].chunks(),
            name=given["file"].name,
            title=given["title"],
            kind=given["kind"],
            about=tuple(self.members[key] for key in given["about"]),
            told_by=given["told_by"],
            may_read=given.get("may_read") == "yes",
            submission=given["submission"] or uuid4(),
        )
