"""That somebody outside asks for a file by law, what was decided, and what was given."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.trust.legal.states import LEGAL, RECEIVED


class Requester(models.TextChoices):
    """Who asks, as far as the law makes a difference."""

    YOUTH_COURT = "youth_court", _("jeugdrechter")
    PROSECUTOR = "prosecutor", _("parket")
    SOCIAL_SERVICE = "social_service", _("sociale dienst van de jeugdrechtbank")
    INVESTIGATING_JUDGE = "investigating_judge", _("onderzoeksrechter")
    OTHER_COURT = "other_court", _("een andere rechter")
    POLICE = "police", _("politie")
    LAWYER = "lawyer", _("advocaat")


class Paper(models.TextChoices):
    """On what it is asked."""

    NONE = "none", _("niets op papier")
    WRITTEN = "written", _("een brief of mail")
    ORDER = "order", _("een bevel of vonnis")


class LegalRequest(Keyed):
    """A court, the police or a lawyer asks something about one person.

    ``gives`` is what the officer proposes, ``pieces`` the keys of the chosen items. A second
    officer says yes or sends it back; nobody is both. ``told_at`` is when the person heard of it,
    ``not_told_because`` why not yet, ``not_told_until`` until when the paper forbids it.
    """

    requester = models.CharField(max_length=20, choices=Requester.choices)
    requester_name = models.CharField(max_length=160)
    paper = models.CharField(max_length=10, choices=Paper.choices)
    reference = models.CharField(max_length=60, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="legal_requests")
    asked = models.TextField()
    received_on = models.DateField()
    state = models.CharField(max_length=10, default=RECEIVED)
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    gives = models.CharField(max_length=8, blank=True)
    article = models.CharField(max_length=20, blank=True)
    because = models.CharField(max_length=400, blank=True)
    pieces = models.JSONField(default=list, blank=True)
    assessed_at = models.DateTimeField(null=True, blank=True)
    assessed_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    not_told_because = models.CharField(max_length=400, blank=True)
    not_told_until = models.DateField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of_choices("legal_request", "state", LEGAL.states),
            one_of_choices("legal_request", "requester", Requester.values),
            one_of_choices("legal_request", "paper", Paper.values),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("assessed_by")),
                name="legal_request_four_eyes",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["refused", "answered", "closed"])
                | Q(checked_by__isnull=False, assessed_by__isnull=False),
                name="legal_request_decided_by_two",
            ),
            models.CheckConstraint(
                condition=Q(not_told_because="") | Q(not_told_until__isnull=False),
                name="legal_request_silence_ends",
            ),
        ]
        indexes = [models.Index(fields=["state", "received_on"], name="legal_request_state")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = dict.fromkeys(
            "requester requester_name paper reference asked received_on gives article because pieces "
            "not_told_because not_told_until".split(),
            Privacy.CONTENT,
        ) | {
            "key": Privacy.TECHNICAL,
            "person": Privacy.LINK,
            "state": Privacy.CONTENT,
            "registered_at": Privacy.TECHNICAL,
            "registered_by": Privacy.WORKER,
            "assessed_at": Privacy.TECHNICAL,
            "assessed_by": Privacy.WORKER,
            "checked_at": Privacy.TECHNICAL,
            "checked_by": Privacy.WORKER,
            "told_at": Privacy.TECHNICAL,
            "closed_at": Privacy.TECHNICAL,
        }


class LegalBundle(Keyed):
    """What was given: an encrypted file that we cannot open either, with its SHA-256 hash.

    The passphrase was shown once and is kept nowhere. The hash shows later that what lies in
    court is what left here.
    """

    request = models.OneToOneField(LegalRequest, on_delete=models.PROTECT, related_name="bundle")
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    pieces = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "legal_bundle"
        privacy = {
            "key": Privacy.TECHNICAL,
            "request": Privacy.LINK,
            "content": Privacy.SECRET,
            "sha256": Privacy.TECHNICAL,
            "pieces": Privacy.TECHNICAL,
            "made_at": Privacy.TECHNICAL,
        }
