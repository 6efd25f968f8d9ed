"""What a plan, a goal and an action need; pairs of a check with its reason and a plain answer."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.registry.people.models import Person
from kring.support.plans.makers import Doer
from kring.support.plans.models import Plan
from kring.support.plans.states import ACTIVE
from kring.trust.access.models import ParentSafety
from kring.trust.consent.queries import is_minor, parents_among

MOST_SIGNS = 2_000


def check_goal_words(words: str) -> None:
    """A goal has words, and fits on a page; raises ValidationError."""
    _check_words(words, _("Schrijf wat er moet veranderen, in de woorden van het gezin."))


def check_action_words(words: str) -> None:
    """An action says what is done; raises ValidationError."""
    _check_words(words, _("Schrijf wat er gedaan wordt."))


def _check_words(words: str, missing: str) -> None:
    if not words.strip():
        raise ValidationError({"words": missing})
    if len(words) > MOST_SIGNS:
        too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s.")
        raise ValidationError({"words": too_long % {"signs": len(words), "most": MOST_SIGNS}})


def check_concerns(persons: Iterable[Person]) -> None:
    """A goal is somebody's; raises ValidationError."""
    if not list(persons):
        raise ValidationError({"concerns": _("Kies van wie dit doel is, of van het hele gezin.")})


def check_may_take_part(concerns: Iterable[Person], together: Iterable[Person], at: datetime) -> None:
    """A second parent takes part only after the first parent said, alone, that it is safe.

    Raises ValidationError, which does not say what was answered.
    """
    if not may_take_part(concerns, together, at):
        raise ValidationError(
            {"together": _("Vraag eerst onder vier ogen aan de eerste ouder of dit veilig is.")}
        )


def may_take_part(concerns: Iterable[Person], together: Iterable[Person], at: datetime) -> bool:
    """Whether ``check_may_take_part`` has nothing against it; a fixed number of reads."""
    minors = [person.pk for person in concerns if is_minor(person, at)]
    taking = {person.pk for person in together}
    asked = {
        (child, parent)
        for child, parents in parents_among(minors, at).items()
        for parent in parents[1:]
        if parent in taking
    }
    if not asked:
        return True
    rows = ParentSafety.objects.running(at).filter(child__in=minors, safe=True)
    return asked <= set(rows.values_list("child_id", "parent_id"))


def check_doer(doer: Doer) -> None:
    """An action names who does it; raises ValidationError."""
    named = [one for one in (doer.person, doer.worker, doer.organisation, doer.words.strip()) if one]
    if len(named) != 1:
        raise ValidationError({"doer": _("Kies wie dit doet, of schrijf een naam.")})


def check_is_active(plan: Plan) -> None:
    """A plan that is paused or closed changes no more; raises ValidationError."""
    if plan.state != ACTIVE:
        raise ValidationError(_("Dit plan loopt niet. Hervat het eerst, of begin een nieuw."))
