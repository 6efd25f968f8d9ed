"""Planning help, and what can be done with it: each form becomes one action."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from kring.foundation.deadlines.calendar import LOCAL, local_day
from kring.registry.network.models import Desk, Organisation
from kring.registry.network.queries import workers_of
from kring.support.deployments import actions
from kring.support.deployments.actions import NewHelp
from kring.support.deployments.models import Deployment, EndBecause
from kring.support.requests.queries import questions_of
from kring.trust.access.readers import Reader
from kring.web.together.choosing import OneOf, SomeOf
from kring.web.together.home import Home

DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")
ONE_DAY = timedelta(days=1)


class HelpForm(forms.Form):
    """What an organisation will do, for whom, from when and how much."""

    what = forms.CharField(
        label=_("Welke hulp?"),
        max_length=300,
        error_messages={"required": _("Schrijf welke hulp dit is.")},
    )
    persons = SomeOf(label=_("Voor wie?"), error_messages={"required": _("Kies voor wie deze hulp is.")})
    organisation = OneOf(
        label=_("Wie geeft de hulp?"),
        empty=_("Kies een organisatie"),
        error_messages={"required": _("Kies wie de hulp geeft.")},
    )
    intensity = forms.CharField(
        label=_("Hoe vaak?"),
        help_text=_("Bijvoorbeeld: 2 uur per week."),
        max_length=120,
        required=False,
    )
    planned_from = forms.DateField(label=_("Vanaf"), widget=DAY)
    planned_last = forms.DateField(
        label=_("Tot en met"), help_text=_("Leeg als er geen einde is."), widget=DAY, required=False
    )
    bridging = forms.BooleanField(
        label=_("Dit is overbrugging, tot de afgesproken hulp start"), required=False
    )
    request = OneOf(label=_("Bij welke vraag hoort dit?"), empty=_("Geen aparte vraag"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, home: Home, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.home = home
        self.fields["key"].initial = uuid4
        self._offer("persons", home.members)
        self._offer("organisation", organisations_near(home.reader))
        questions = questions_of(home.reader, home.family)
        self._offer("request", questions, lambda one: Truncator(one.words).words(10))
        if not questions:
            del self.fields["request"]

    def _offer(self, name: str, records: Any, label: Any = None) -> None:
        field = self.fields[name]
        if isinstance(field, OneOf | SomeOf):
            field.offer(records, label)

    def save(self) -> Deployment:
        """Plan it. Raises ValidationError."""
        given, home = self.cleaned_data, self.home
        last = given["planned_last"]
        new = NewHelp(
            what=given["what"],
            persons=given["persons"],
            organisation=given["organisation"],
            planned_from=given["planned_from"],
            planned_until=last + ONE_DAY if last else None,
            intensity=given["intensity"],
            bridging=given["bridging"],
            plan=home.plan,
            request=given.get("request"),
            key=given["key"],
        )
        return actions.plan_help(family=home.family, new=new, maker=home.maker, **home.deed())


def organisations_near(reader: Reader) -> list[Organisation]:
    """Who works in the regions of this reader, and their own organisations."""
    regions = reader.region_ids | set(
        Desk.objects.filter(pk__in=reader.desk_ids).values_list("region_id", flat=True)
    )
    near = Q(partnerships__partnership__in=regions, partnerships__ends_at__isnull=True)
    near |= Q(desks__region__in=regions, desks__closed_at__isnull=True)
    near |= Q(pk__in=reader.organisation_ids)
    rows = Organisation.objects.filter(near, closed_on__isnull=True)
    return list(rows.distinct().order_by("name", "pk"))


class HelpDeed(forms.Form):
    """A deed on one help."""

    name = ""

    def __init__(self, *args: Any, home: Home, one: Deployment, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", self.name)
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.home, self.one = home, one
        self.prepare()

    def prepare(self) -> None:
        """Fill in what can be chosen."""

    def save(self) -> None:
        """Do it. Raises ValidationError, CannotMove, StaleRecord."""
        raise NotImplementedError


class StartForm(HelpDeed):
    """The help has begun."""

    name = "start"
    began_on = forms.DateField(label=_("Wanneer begon het?"), widget=DAY)
    worker = OneOf(
        label=_("Wie komt er in het team?"),
        empty=_("Niemand van deze organisatie"),
        required=False,
        help_text=_("Wie in het team komt, leest mee in het plan."),
    )

    def prepare(self) -> None:
        self.fields["began_on"].initial = local_day(self.home.at)
        field = self.fields["worker"]
        if isinstance(field, OneOf):
            field.offer(workers_of(self.one.organisation, self.home.at))

    def save(self) -> None:
        given = self.cleaned_data
        began = _moment(given["began_on"], self.home.at)
        actions.start_help(
            deployment=self.one, began_at=began, worker=given["worker"], **self.home.deed()
        )


class ReplanForm(HelpDeed):
    """Other days, or other hours."""

    name = "anders"
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    planned_from = forms.DateField(label=_("Vanaf"), widget=DAY)
    planned_last = forms.DateField(
        label=_("Tot en met"), help_text=_("Leeg als er geen einde is."), widget=DAY, required=False
    )
    intensity = forms.CharField(label=_("Hoe vaak?"), max_length=120, required=False)

    def prepare(self) -> None:
        until = self.one.planned_until
        self.initial = {
            "version": self.one.version,
            "planned_from": self.one.planned_from,
            "planned_last": until - ONE_DAY if until else None,
            "intensity": self.one.intensity,
        }

    def save(self) -> None:
        given = self.cleaned_data
        last = given["planned_last"]
        actions.replan_help(
            deployment=self.one,
            version=given["version"],
            planned_from=given["planned_from"],
            planned_until=last + ONE_DAY if last else None,
            intensity=given["intensity"],
            **self.home.deed(),
        )


class EndForm(HelpDeed):
    """The help has ended, and why."""

    name = "einde"
    because = forms.ChoiceField(
        label=_("Waarom?"),
        choices=EndBecause.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom.")},
    )
    words = forms.CharField(
        label=_("Wil je er iets bij zeggen?"), widget=forms.Textarea({"rows": 2}), required=False
    )

    def save(self) -> None:
        actions.end_help(deployment=self.one, **self.cleaned_data, **self.home.deed())


class CancelForm(EndForm):
    """The help does not come, and why."""

    name = "schrap"

    def save(self) -> None:
        actions.cancel_help(deployment=self.one, **self.cleaned_data, **self.home.deed())


FORMS: dict[str, type[HelpDeed]] = {
    form.name: form for form in (StartForm, ReplanForm, EndForm, CancelForm)
}
WHEN = {"planned": ("start", "anders", "schrap"), "running": ("anders", "einde")}


def _moment(day: Any, at: datetime) -> datetime:
    """That day: now when it is today, else at noon."""
    return at if day == local_day(at) else datetime.combine(day, time(12), LOCAL)
