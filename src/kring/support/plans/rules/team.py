"""Who may come into the team, take it over, or be asked for."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.registry.people.queries import age_on
from kring.support.plans.models import HelperWish, WishKind
from kring.trust.access.readers import Reader
from kring.trust.consent.queries import MAJORITY, able_to_decide

COORDINATE = "region.coordinate"
MOST_SIGNS_OF_A_WISH = 2_000


def check_may_take_over(of: Worker, to: Worker, at: datetime) -> None:
    """Plans go to another colleague who still works here; raises ValidationError."""
    if of.pk == to.pk:
        raise ValidationError({"to": _("Kies een andere collega.")})
    if to.left_at is not None and to.left_at <= at:
        raise ValidationError({"to": _("Deze collega werkt hier niet meer. Kies iemand anders.")})


def check_may_appoint(person: Person, trusted: Person, at: datetime) -> None:
    """Who decides for themself chooses an adult, not themself, as trusted person; ValidationError.

    Ground: decree on the legal position of the minor, article 24: of age, and chosen by the minor.
    """
    if not able_to_decide(person, at):
        raise ValidationError(_("Een vertrouwenspersoon kies je zelf, vanaf je dat zelf kan beslissen."))
    age = age_on(trusted.birth_date, local_day(at))
    if trusted == person or (age is not None and age < MAJORITY):
        raise ValidationError({"trusted": _("Kies iemand die meerderjarig is.")})


def check_wish(kind: str, words: str) -> None:
    """A wish says what is asked, not too long; raises ValidationError."""
    if kind not in WishKind.values:
        raise ValidationError({"kind": _("Kies wat je vraagt.")})
    check_remark_length(words)


def check_remark_length(words: str) -> None:
    """Words that may be empty, and not a book; raises ValidationError."""
    if len(words) > MOST_SIGNS_OF_A_WISH:
        too_long = _("Dit is te lang: %(signs)s tekens. Hou het bij %(most)s.")
        told = {"signs": len(words), "most": MOST_SIGNS_OF_A_WISH}
        raise ValidationError({"words": too_long % told})


def check_may_answer_wish(reader: Reader, wish: HelperWish) -> None:
    """A coordinator of the organisation that owns the plan answers, never the helper meant.

    Raises ValidationError.
    """
    if not may_answer_wish(reader, wish):
        raise ValidationError(_("Hierop antwoordt de coördinator."))


def may_answer_wish(reader: Reader, wish: HelperWish) -> bool:
    """Whether ``check_may_answer_wish`` has nothing against it."""
    if reader.worker_id is None or wish.about_id == reader.worker_id:
        return False
    return reader.may(COORDINATE) and wish.plan.owner_id in reader.organisation_ids
