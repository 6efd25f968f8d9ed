"""For whom a plan is printed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.registry.people.models import Person


class PaperForm(forms.Form):
    """One of the people of the family; the paper holds what that person may read."""

    voor = forms.ChoiceField(
        label=_("Voor wie is dit papier?"),
        help_text=_("Elk papier houdt alleen wat die persoon mag lezen."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies voor wie dit papier is.")},
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.key): person for person in people}
        self.fields["voor"].choices = [  # type: ignore[attr-defined]
            (key, person.name or _g("Zonder naam")) for key, person in self.people.items()
        ]

    def person(self) -> Person:
        """Whom was chosen."""
        return self.people[self.cleaned_data["voor"]]
