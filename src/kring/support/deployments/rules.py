"""What help needs; pairs of a check with its reason and a plain answer."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.registry.network.models import Organisation, Worker
from kring.registry.network.queries import workers_of
from kring.registry.people.models import Person
from kring.support.deployments.models import EndBecause
from kring.support.plans.rules import may_take_part

MOST_SIGNS = 300


def check_what(what: str) -> None:
    """Help says what it is, in a line; raises ValidationError."""
    if not what.strip():
        raise ValidationError({"what": _("Schrijf welke hulp dit is.")})
    if len(what) > MOST_SIGNS:
        too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s.")
        raise ValidationError({"what": too_long % {"signs": len(what), "most": MOST_SIGNS}})


def check_persons(persons: Sequence[Person], at: datetime) -> None:
    """Help is for somebody; a second parent takes part once that was called safe. ValidationError."""
    if not persons:
        raise ValidationError({"persons": _("Kies voor wie deze hulp is.")})
    if not may_take_part(persons, persons, at):
        raise ValidationError(
            {"persons": _("Vraag eerst onder vier ogen aan de eerste ouder of dit veilig is.")}
        )


def check_period(first: date, until: date | None) -> None:
    """Help does not stop before it begins; raises ValidationError."""
    if until is not None and until <= first:
        raise ValidationError({"planned_until": _("De hulp stopt voor ze begint. Kijk de dagen na.")})


def check_began(began_at: datetime, at: datetime) -> None:
    """What has begun has begun already; raises ValidationError."""
    if began_at > at:
        raise ValidationError({"began_on": _("Die dag moet nog komen. Plan de hulp, of kies vandaag.")})


def check_works_there(worker: Worker | None, organisation: Organisation, at: datetime) -> None:
    """Who gives the help works for its organisation; raises ValidationError."""
    if worker is not None and not may_work_there(worker, organisation, at):
        raise ValidationError({"worker": _("Deze persoon werkt niet bij deze organisatie.")})


def may_work_there(worker: Worker, organisation: Organisation, at: datetime) -> bool:
    """Whether ``check_works_there`` has nothing against it."""
    return workers_of(organisation, at).filter(pk=worker.pk).exists()


def check_why(because: str) -> None:
    """Help that ends or does not come says why; raises ValidationError."""
    if because not in EndBecause.values:
        raise ValidationError({"because": _("Kies waarom.")})
