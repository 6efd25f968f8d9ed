"""Each person's own agreement, as a fact with a purpose and a period."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import period_in_order
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person


class Consent(Keyed, Period):
    """What was answered about one person's data: yes, no or not now, and how it was asked.

    ``decided_by`` is the person, or for a child not able to decide somebody with authority. Who
    receives is an organisation or one reader; neither means the whole network. ``what_for`` is the
    purpose in the words it was asked with. Taking back is a later answer. Apart from this stands
    the ground for processing (public task): a no never ends
    help. Ground: decree on integral youth help article 74 (shared professional secrecy: necessary,
    in the interest of the person, consent sought).
    """

    class Purpose(models.TextChoices):
        DISCUSS_WITH_NAME = "discuss_with_name", _("bespreken met naam")
        HAND_OVER = "hand_over", _("doorgeven aan wie kan helpen")
        CONTACT = "contact", _("contact opnemen")
        SHARE = "share", _("samen helpen en daarvoor delen")
        READ_ALONG = "read_along", _("laten meelezen")
        JOIN_FAMILY = "join_family", _("bij het gezin schrijven")
        TO_COURT = "to_court", _("doorgeven aan gerecht, parket, politie of sociale dienst")

    class Outcome(models.TextChoices):
        YES = "yes", _("ja")
        NO = "no", _("nee")
        NOT_NOW = "not_now", _("niet nu")

    class Interpreter(models.TextChoices):
        NONE = "none", _("geen tolk nodig")
        PROFESSIONAL = "professional", _("een tolk")
        BY_PHONE = "by_phone", _("een tolk aan de telefoon")
        ADULT = "adult", _("een volwassene die het gezin koos")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    what_for = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    decided_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="consents_decided"
    )
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT)
    reader = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    domains = models.JSONField(default=list, blank=True)
    asked_alone = models.BooleanField(null=True, blank=True)
    language = models.CharField(max_length=8, blank=True)
    interpreter = models.CharField(max_length=12, choices=Interpreter.choices, blank=True)
    text_read = models.CharField(max_length=60, blank=True)
    recorded_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    objects = PeriodQuerySet["Consent"].as_manager()

    class Meta:
        constraints = [
            period_in_order("consent"),
            models.CheckConstraint(
                condition=Q(organisation__isnull=True) | Q(reader__isnull=True),
                name="consent_one_receiver",
            ),
        ]
        indexes = [models.Index(fields=["person", "purpose"], name="consent_of_person")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "person": Privacy.LINK,
            "purpose": Privacy.CONTENT,
            "what_for": Privacy.CONTENT,
            "outcome": Privacy.CONTENT,
            "decided_by": Privacy.LINK,
            "organisation": Privacy.CONTENT,
            "reader": Privacy.LINK,
            "domains": Privacy.CONTENT,
            "asked_alone": Privacy.CONTENT,
            "language": Privacy.IDENTITY,
            "interpreter": Privacy.CONTENT,
            "text_read": Privacy.CONTENT,
            "recorded_by": Privacy.WORKER,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }


class FeltForced(Keyed):
    """The silent word "I felt forced" about an answer; only the anchor person reads it."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="felt_forced")
    said_at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True, blank=True)
    heard_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "consent": Privacy.LINK,
            "said_at": Privacy.CONTENT,
            "heard_at": Privacy.TECHNICAL,
            "heard_by": Privacy.WORKER,
        }
