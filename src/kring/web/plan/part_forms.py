"""The forms about one goal or action, and about what stands beside the goals."""

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.records.local_text import in_language
from kring.foundation.ui.language_field import LanguageField
from kring.support.plans.domains import DEFAULT_LIST, domains_of
from kring.support.plans.models import SAYABLE, Goal, RemarkKind, Said
from kring.web.plan.doers import code_of
from kring.web.plan.forms import ActionFields, Day, DeedForm, OnePerson, SomePeople, Submitted, Words

SCORES = [(str(score), str(score)) for score in range(11)]
DROPPED = "dropped"


class Versioned(DeedForm):
    """A form that knows which version of a record it changes."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def prepare(self) -> None:
        self.initial["version"] = self.part.version

    def labels(self) -> dict[str, str]:
        """The fields people see, with their labels."""
        return {name: str(f.label) for name, f in self.fields.items() if name != "version"}


class GoalWordsForm(Versioned):
    """The words of a goal, the life domain and the aim."""

    words = Words(_("Wat moet er veranderen?"), _("Schrijf wat er moet veranderen."))
    words_language = LanguageField(label=_("In welke taal staat dit?"), required=False)
    aim = forms.TypedChoiceField(
        label=_("Welk cijfer is goed genoeg?"),
        choices=[("", _("Geen cijfer")), *SCORES],
        coerce=int,
        empty_value=None,
        required=False,
    )
    domain = forms.ChoiceField(label=_("Waarover gaat het?"), required=False)

    def prepare(self) -> None:
        super().prepare()
        goal: Goal = self.part
        self.initial.update(words=goal.words, words_language=goal.words_language)
        self.initial.update(aim=goal.aim, domain=goal.domain)
        field = self.fields["domain"]
        if isinstance(field, forms.ChoiceField):
            known = domains_of(goal.domain_list or DEFAULT_LIST)
            named = [(code, in_language(one.name)) for code, one in known.items()]
            field.choices = [("", _g("Niet gekozen")), *named]


class ChangedActionForm(ActionFields):
    """An action as it will be from now on."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def prepare(self) -> None:
        super().prepare()
        action, code = self.part, code_of(self.part)
        if code and code not in self.doers.found:
            # who does it now may have left the help since: they stay until somebody else is chosen
            self.doers.keep(code, action, self.sheet.first_name(action.doer_person))
            self.fields["doer"].choices = self.doers.choices()  # type: ignore[attr-defined]
        self.initial.update(
            words=action.words,
            doer=code,
            doer_words=action.doer_words,
            due_on=action.due_on,
            version=action.version,
        )

    def labels(self) -> dict[str, str]:
        """The fields people see, with their labels."""
        return {name: str(f.label) for name, f in self.fields.items() if name != "version"}


class ScoreForm(DeedForm):
    """How it goes for one person, 0 to 10."""

    person = OnePerson(_("Wie zegt dit?"), _("Kies wie dit zegt."))
    score = forms.TypedChoiceField(
        label=_("Hoe gaat het nu?"),
        help_text=_("0 is: heel slecht. 10 is: zo goed als het kan."),
        choices=SCORES,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een cijfer van 0 tot 10.")},
    )

    def prepare(self) -> None:
        _only_one(self, "person")


class AgreementForm(DeedForm):
    """What somebody whom a goal concerns says of it."""

    person = OnePerson(_("Wie zegt dit?"), _("Kies wie dit zegt."))
    said = forms.ChoiceField(
        label=_("Is die het eens met dit doel?"),
        help_text=_("“Nog niet” is ook een goed antwoord."),
        choices=Said.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord.")},
    )

    def prepare(self) -> None:
        _only_one(self, "person")


class EndGoalForm(DeedForm):
    """What came of a goal."""

    outcome = forms.ChoiceField(
        label=_("Wat kwam er van dit doel?"),
        choices=[*SAYABLE, (DROPPED, _("het hoeft niet meer"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er van dit doel kwam.")},
    )
    words = Words(_("Wil je daar iets over zeggen?"), rows=2, required=False)


class RemarkForm(DeedForm):
    """What goes well, or a worry."""

    kind = forms.ChoiceField(
        label=_("Wat is het?"),
        choices=RemarkKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies: gaat goed, of zorg.")},
    )
    words = Words(_("Wat wil je zeggen?"), _("Schrijf wat er goed gaat, of de zorg."), rows=2)
    about = SomePeople(_("Over wie gaat dit?"), _("Kies over wie dit gaat."))
    submission = Submitted()

    def prepare(self) -> None:
        self.offer("about", self.sheet.members, self.sheet.members)


class ChildForm(DeedForm):
    """What a child says, when somebody spoke with it alone, and what makes it safe."""

    child = OnePerson(_("Welk kind?"), _("Kies welk kind."))
    words = Words(_("Wat zegt of tekent het kind?"), rows=2, required=False)
    spoken_alone_on = Day(_("Wanneer sprak je het kind alleen?"), required=False)
    not_spoken_because = forms.CharField(label=_("Of: waarom nog niet?"), max_length=300, required=False)
    what_makes_safe = forms.CharField(
        label=_("Wat maakt het veilig voor dit kind?"), max_length=300, required=False
    )
    parents_may_read = forms.BooleanField(
        label=_("Het kind vindt het goed dat de ouders dit lezen"), required=False
    )
    submission = Submitted()

    def prepare(self) -> None:
        self.offer("child", self.sheet.children)
        _first_of_one(self, "child")


class SafetyForm(DeedForm):
    """Who calls whom and where to go when it is not safe, and from whom that is kept."""

    about = SomePeople(_("Voor wie is deze afspraak?"), _("Kies voor wie deze afspraak is."))
    calls = Words(_("Wie belt wie?"), _("Schrijf wie wie belt."), rows=2)
    goes_to = Words(_("Waar gaan ze naartoe?"), rows=2, required=False)
    known_by = SomePeople(_("Wie mag dit weten?"), required=False)
    hidden_from = SomePeople(_("Wie mag dit zeker niet weten?"), required=False)
    submission = Submitted()

    def prepare(self) -> None:
        everybody = [one for one in self.sheet.around.persons.values() if one.name]
        self.offer("about", self.sheet.members)
        self.offer("known_by", everybody)
        self.offer("hidden_from", everybody)


def _only_one(form: DeedForm, name: str) -> None:
    form.offer(name, form.sheet.about(form.part.item))
    _first_of_one(form, name)


def _first_of_one(form: DeedForm, name: str) -> None:
    """Somebody who is alone in the list is chosen already."""
    choices = list(form.fields[name].choices)  # type: ignore[attr-defined]
    if len(choices) == 1:
        form.initial[name] = choices[0][0]
