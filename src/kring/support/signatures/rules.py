"""Which version may be signed, and by whom once."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.registry.people.models import Person
from kring.support.plans.models import Revision
from kring.support.signatures.models import Signature


def check_is_newest(revision: Revision) -> None:
    """Only the plan as it was frozen last is signed; raises ValidationError."""
    if not is_newest(revision):
        raise ValidationError(
            _("Je tekent een oude versie. Lees eerst de nieuwe, en teken dan opnieuw.")
        )


def is_newest(revision: Revision) -> bool:
    """Whether the plan was not frozen again since."""
    return not Revision.objects.filter(plan=revision.plan_id, number__gt=revision.number).exists()


def check_not_signed(revision: Revision, person: Person) -> None:
    """Somebody signs a version once; raises ValidationError."""
    if Signature.objects.filter(revision=revision, person=person).exists():
        raise ValidationError(_("Deze versie is al getekend."))
