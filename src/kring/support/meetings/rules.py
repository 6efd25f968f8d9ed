"""What a meeting needs; pairs of a check with its reason and a plain answer."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.registry.people.queries import address_of
from kring.support.meetings.models import Meeting, MeetingKind, Where
from kring.support.meetings.states import CANCELLED
from kring.support.plans.models import Plan, TeamMember
from kring.support.plans.rules import may_take_part

MOST_SIGNS = 20_000
LONGEST = timedelta(hours=12)
TELLING_SIGNS = 6


def check_times(starts_at: datetime, ends_at: datetime) -> None:
    """A meeting ends after it starts, the same day; raises ValidationError."""
    if not starts_at < ends_at <= starts_at + LONGEST:
        raise ValidationError({"ends": _("Het einde komt na het begin, dezelfde dag.")})


def check_about(persons: Sequence[Person]) -> None:
    """A meeting is about somebody; raises ValidationError."""
    if not persons:
        raise ValidationError({"about": _("Kies over wie het gaat.")})


def check_may_come(about: Sequence[Person], invited: Iterable[Person], at: datetime) -> None:
    """A second parent comes once the first parent, asked alone, called that safe. ValidationError."""
    if not may_take_part(about, list(invited), at):
        raise ValidationError(
            {"invited": _("Vraag eerst onder vier ogen aan de eerste ouder of dit veilig is.")}
        )


def check_chair(plan: Plan, kind: str, chair: Worker | None, chair_words: str) -> None:
    """A client conference is led by somebody who does not help this family. ValidationError."""
    if kind != MeetingKind.CLIENT_CONFERENCE:
        return
    if chair is None and not chair_words.strip():
        raise ValidationError({"chair_words": _("Een cliëntoverleg heeft een voorzitter. Schrijf wie.")})
    if chair is not None and not may_chair(plan, chair):
        raise ValidationError({"chair": _("Een voorzitter is onafhankelijk en zit niet in het team.")})


def may_chair(plan: Plan, chair: Worker) -> bool:
    """Whether this worker does not help the family now."""
    return not TeamMember.objects.filter(plan=plan, worker=chair, ends_at__isnull=True).exists()


def check_place(where: str, place: str, persons: Iterable[Person]) -> None:
    """A place is said, and never a safe address of somebody there. Raises ValidationError."""
    if where == Where.PLACE and not place.strip():
        raise ValidationError({"place": _("Schrijf waar jullie samenkomen.")})
    if says_safe_address(place, persons):
        raise ValidationError(
            {"place": _("Dit is een beschermd adres. Kies een andere plaats, of zeg alleen 'thuis'.")}
        )


def says_safe_address(words: str, persons: Iterable[Person]) -> bool:
    """Whether words tell the address of somebody whose address is protected."""
    said = _plain(words)
    for person in persons:
        if person.protected_address:
            street = _plain(address_of(person).partition(",")[0])
            if len(street) >= TELLING_SIGNS and street in said:
                return True
    return False


def _plain(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def check_goes_on(meeting: Meeting) -> None:
    """What was called off takes no decisions; raises ValidationError."""
    if meeting.state == CANCELLED:
        raise ValidationError(_("Dit overleg gaat niet door."))


def check_minutes(words: str) -> None:
    """Minutes have words, and not a book; raises ValidationError."""
    if not words.strip():
        raise ValidationError({"words": _("Schrijf wat er besproken werd.")})
    if len(words) > MOST_SIGNS:
        too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s.")
        raise ValidationError({"words": too_long % {"signs": len(words), "most": MOST_SIGNS}})


def check_said(name: str, words: str, missing: str) -> None:
    """A field that has to say something; raises ValidationError."""
    if not words.strip():
        raise ValidationError({name: missing})
