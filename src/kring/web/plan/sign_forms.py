"""Writing down that somebody signed the plan on paper."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.ui.words import day_words
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.documents.actions import NewDocument
from kring.support.documents.models import DocumentKind
from kring.support.plans.models import Revision
from kring.trust.access.models import ToldBy
from kring.trust.consent.queries import is_minor

SCANS = "application/pdf,image/jpeg,image/png,image/webp"


class PaperSignedForm(forms.Form):
    """Which version stands on the paper, and the scan of it."""

    version = forms.ChoiceField(
        label=_("Welke versie staat op het papier?"),
        help_text=_("Het nummer staat bovenaan het papier."),
        error_messages={"invalid_choice": _("Kies een versie die er is.")},
    )
    file = forms.FileField(
        label=_("Scan of foto van het getekende papier"),
        help_text=_("PDF of foto. Neem alle bladen op."),
        widget=forms.FileInput(attrs={"accept": SCANS, "capture": "environment"}),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg."),
            "missing": _("Kies eerst een bestand."),
        },
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, versions: Sequence[Revision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.versions = {str(one.number): one for one in versions}
        self.fields["submission"].initial = uuid4
        choices = [(number, _version(one)) for number, one in self.versions.items()]
        self.fields["version"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> Revision:
        """The version that stands on the paper."""
        return self.versions[self.cleaned_data["version"]]

    def scan(self, person: Person, worker: Worker) -> NewDocument:
        """The scan, as the room of documents takes it: private, beside the signature."""
        given = self.cleaned_data
        return NewDocument(
            pieces=given["file"].chunks(),
            name=given["file"].name,
            title=_g("Getekend plan, versie %(number)s") % {"number": given["version"]},
            kind=DocumentKind.SIGNED_PLAN,
            about=(person,),
            told_by=ToldBy.SELF,
            named=(person, worker),
            private=True,
            alone=is_minor(person, self.versions[given["version"]].frozen_at),
            submission=given["submission"] or uuid4(),
        )


def _version(one: Revision) -> str:
    words = _g("Versie %(number)s, van %(day)s")
    return words % {"number": one.number, "day": day_words(one.frozen_at)}
