"""Which version may be signed, and by whom once."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.registry.people.models import Person
from kring.support.plans.models import Revision
from kring.support.signatures.models import Signature


def check_is_newest(revision: Revision, *, on_paper: bool = False) -> None:
    """Only the plan as it was frozen last is signed; raises ValidationError."""
    if is_newest(revision):
        return
    if on_paper:
        words = _(
            "Op dit papier staat versie %(number)s, en er is een nieuwere. Print de nieuwe en laat die"
            " tekenen. Het oude papier kan je bij de documenten bewaren."
        )
        raise ValidationError({"version": words % {"number": revision.number}})
    raise ValidationError(_("Je tekent een oude versie. Lees eerst de nieuwe, en teken dan opnieuw."))


def is_newest(revision: Revision) -> bool:
    """Whether the plan was not frozen again since."""
    return not Revision.objects.filter(plan=revision.plan_id, number__gt=revision.number).exists()


def check_not_signed(revision: Revision, person: Person) -> None:
    """Somebody signs a version once; raises ValidationError."""
    if Signature.objects.filter(revision=revision, person=person).exists():
        raise ValidationError(_("Deze versie is al getekend."))
