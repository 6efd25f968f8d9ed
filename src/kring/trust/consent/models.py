"""Each person's own agreement, as a fact with a purpose and a period."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import period_in_order
from kring.registry.network.models import Organisation
from kring.registry.people.models import Person


class Consent(Keyed, Period):
    """What one person answered about their own data: yes, no or not now, and how it was asked.

    Ground: decree on integral youth help article 74 (shared professional secrecy: necessary, in
    the interest of the person, consent sought).
    """

    class Purpose(models.TextChoices):
        DISCUSS_WITH_NAME = "discuss_with_name", _("bespreken met naam")
        HAND_OVER = "hand_over", _("doorgeven aan wie kan helpen")
        CONTACT = "contact", _("contact opnemen")

    class Outcome(models.TextChoices):
        YES = "yes", _("ja")
        NO = "no", _("nee")
        NOT_NOW = "not_now", _("nu niet")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT)
    asked_alone = models.BooleanField(null=True, blank=True)
    language = models.CharField(max_length=8, blank=True)
    text_read = models.CharField(max_length=60, blank=True)
    objects = PeriodQuerySet["Consent"].as_manager()

    class Meta:
        constraints = [period_in_order("consent")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "person": Privacy.LINK,
            "purpose": Privacy.CONTENT,
            "outcome": Privacy.CONTENT,
            "organisation": Privacy.CONTENT,
            "asked_alone": Privacy.CONTENT,
            "language": Privacy.IDENTITY,
            "text_read": Privacy.CONTENT,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }
