"""What a plan, a goal and an action need; pairs of a check with its reason and a plain answer."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.plans.domains import domains_of
from kring.support.plans.makers import Doer, Maker, NewChildLine, NewSafety
from kring.support.plans.models import Goal, Plan
from kring.support.plans.states import ACTIVE
from kring.trust.access.models import Item, ParentSafety
from kring.trust.access.opening import check_everybody_agrees, check_may_open
from kring.trust.consent.queries import able_to_decide, is_minor, parents_among

MOST_SIGNS = 2_000
MOST_SIGNS_IN_A_LINE = 300
MOST_SCORE = 10
ATTAINMENT_LEVELS = range(-2, 3)


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


def check_domain(domain: str, name: str) -> None:
    """A life domain is one of its list, or none; raises ValidationError."""
    if domain and domain not in domains_of(name):
        raise ValidationError({"domain": _("Kies een onderwerp uit de lijst.")})


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


def check_doer(doer: Doer, at: datetime) -> None:
    """An action names who does it, and who still works here; raises ValidationError."""
    named = [one for one in (doer.person, doer.worker, doer.organisation, doer.words.strip()) if one]
    if len(named) != 1:
        raise ValidationError({"doer": _("Kies wie dit doet, of schrijf een naam.")})
    if doer.worker is not None and doer.worker.left_at is not None and doer.worker.left_at <= at:
        raise ValidationError({"doer": _("Deze collega werkt hier niet meer. Kies iemand anders.")})


def check_is_active(plan: Plan) -> None:
    """A plan that is paused or closed changes no more; raises ValidationError."""
    if plan.state != ACTIVE:
        raise ValidationError(_("Dit plan loopt niet. Hervat het eerst, of begin een nieuw."))


def check_remark_words(words: str) -> None:
    """A strength or a worry has words; raises ValidationError."""
    _check_words(words, _("Schrijf wat er goed gaat, of waar je je zorgen over maakt."))


def check_child_line(line: NewChildLine, at: datetime) -> None:
    """Somebody spoke with the child, or says why not; raises ValidationError."""
    wrong = {}
    if line.spoken_alone_on is None and not line.not_spoken_because.strip():
        wrong["not_spoken_because"] = _(
            "Kies wanneer iemand dit kind alleen sprak, of schrijf waarom niet."
        )
    if line.spoken_alone_on is not None and line.spoken_alone_on > local_day(at):
        wrong["spoken_alone_on"] = _("Deze dag moet nog komen.")
    if len(line.words) > MOST_SIGNS:
        too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s.")
        wrong["words"] = too_long % {"signs": len(line.words), "most": MOST_SIGNS}
    for name, words in (
        ("not_spoken_because", line.not_spoken_because),
        ("what_makes_safe", line.what_makes_safe),
    ):
        if len(words.strip()) > MOST_SIGNS_IN_A_LINE:
            too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s.")
            wrong[name] = too_long % {"signs": len(words.strip()), "most": MOST_SIGNS_IN_A_LINE}
    if wrong:
        raise ValidationError(wrong)


def check_safety(agreed: NewSafety) -> None:
    """A safety agreement says who calls whom and for whom; nobody both knows it and may not know it.

    Raises ValidationError.
    """
    if not agreed.calls.strip():
        raise ValidationError({"calls": _("Schrijf wie wie belt.")})
    if len(agreed.calls) > MOST_SIGNS or len(agreed.goes_to) > MOST_SIGNS:
        raise ValidationError({"calls": _("Dit is te lang. Hou het kort.")})
    if not agreed.about:
        raise ValidationError({"about": _("Kies voor wie deze afspraak is.")})
    told = {person.pk for person in (*agreed.about, *agreed.known_by) if isinstance(person, Person)}
    if told & {person.pk for person in agreed.hidden_from}:
        raise ValidationError(
            {"hidden_from": _("Wie dit weet, kan niet ook diegene zijn die het niet mag weten.")}
        )


def check_score(score: int) -> None:
    """A score is 0 to 10; raises ValidationError."""
    if not 0 <= score <= MOST_SCORE:
        raise ValidationError({"score": _("Kies een cijfer van 0 tot 10.")})


def check_concerned(goal: Goal, person: Person) -> None:
    """Who scores a goal or agrees with it is somebody it concerns; raises ValidationError."""
    if not goal.item.subjects.filter(person=person, aside=False).exists():
        raise ValidationError({"person": _("Dit doel gaat niet over deze persoon.")})


def check_attainment(words_by_level: Mapping[int, str]) -> None:
    """Goal attainment scaling has words for what is expected, and levels from -2 to 2 (Kiresuk)."""
    if any(level not in ATTAINMENT_LEVELS for level in words_by_level):
        raise ValidationError({"attainment": _("De trappen lopen van -2 tot +2.")})
    if any(len(words) > MOST_SIGNS_IN_A_LINE for words in words_by_level.values()):
        too_long = _("Hou elke trap bij %(most)s tekens.") % {"most": MOST_SIGNS_IN_A_LINE}
        raise ValidationError({"attainment": too_long})
    if words_by_level and not words_by_level.get(0, "").strip():
        raise ValidationError({"attainment": _("Schrijf bij 0 wat je verwacht.")})


def check_may_share(
    goal: Goal, receiver: Person | Worker | Organisation, maker: Maker, at: datetime
) -> None:
    """Sharing a goal needs the yes of everybody it concerns, and a safe yes for a second parent.

    Who decides about themself and shares with their own hand says that yes by doing so. Raises
    ValidationError.
    """
    concerned = concerned_by(goal.item)
    if isinstance(receiver, Person):
        check_may_take_part(concerned, [receiver], at)
    own = maker.person if maker.person is not None and able_to_decide(maker.person, at) else None
    others = [person for person in concerned if person != own]
    if len(others) == len(concerned):
        check_may_open(goal.item, receiver, at)
    else:
        check_everybody_agrees(others, receiver, at, goal.item.domain)


def check_may_hide(goal: Goal, reader: Person, maker: Maker, at: datetime) -> None:
    """From whom a goal is kept, one whom it is about decides, and never from who it is about.

    Raises ValidationError.
    """
    concerned = concerned_by(goal.item)
    person = maker.person
    if person not in concerned or person is None or not able_to_decide(person, at):
        raise ValidationError(_("Alleen wie zelf beslist over dit doel, kiest wie meeleest."))
    if reader in concerned:
        raise ValidationError(_("Dit doel gaat ook over deze persoon."))


def concerned_by(item: Item) -> list[Person]:
    """The persons an item is about; those in whose part it only lies are not."""
    rows = item.subjects.filter(aside=False).select_related("person").order_by("pk")
    return [row.person for row in rows]
