"""Keeping the offer right: the link to confirm it from a mail, and what somebody says is wrong."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.offer.directory.models.organizations import Organization
from kring.offer.directory.models.services import Service
from kring.offer.directory.states import REPORT, SETTLED
from kring.registry.network.models import Worker


class WrongAbout(models.TextChoices):
    """What does not hold of a service."""

    STOPPED = "stopped", _("het bestaat niet meer")
    WHERE = "where", _("het adres")
    HOURS = "hours", _("de uren of de dagen")
    REACHED = "reached", _("de telefoon, de mail of de website")
    FOR_WHOM = "for_whom", _("voor wie het is")
    COST = "cost", _("wat het kost")
    FREE = "free", _("of er plaats is")
    OTHER = "other", _("iets anders")


class SaidBy(models.TextChoices):
    """By which way somebody said it."""

    ANYBODY = "anybody", _("een bezoeker van de gids")
    OWNER = "owner", _("wie de mail van de organisatie opende")


class Outcome(models.TextChoices):
    """What came of a report."""

    MENDED = "mended", _("aangepast")
    RIGHT = "right", _("het klopte al")
    UNCLEAR = "unclear", _("niet duidelijk wat er fout is")


class ConfirmLink(Keyed):
    """The link with which an organisation confirms its offer from a mail, without an account.

    One lives for each organisation; a newer mail replaces it. It opens only what is public, and
    only the confirming of it. ``ends_at`` is when it works no more.
    """

    organization = models.OneToOneField(
        Organization, on_delete=models.PROTECT, related_name="confirm_link"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("asked_at")), name="confirm_link_lives"
            )
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "technical"
        privacy = {
            "key": Privacy.TECHNICAL,
            "organization": Privacy.NONE,
            "token_hash": Privacy.SECRET,
            "asked_at": Privacy.TECHNICAL,
            "ends_at": Privacy.TECHNICAL,
        }


class WrongReport(Keyed):
    """That somebody says a service is described wrongly. ``words`` are theirs; who they are is not
    asked. Read by whoever keeps the service, and settled with an outcome.
    """

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="reports")
    state = models.CharField(max_length=10, default=REPORT.initial)
    about = models.CharField(max_length=10, choices=WrongAbout.choices)
    words = models.TextField(blank=True)
    said_by = models.CharField(max_length=10, choices=SaidBy.choices)
    said_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            one_of_choices("wrong_report", "state", REPORT.states),
            one_of_choices("wrong_report", "about", WrongAbout.values),
            one_of_choices("wrong_report", "said_by", SaidBy.values),
            one_of_choices("wrong_report", "outcome", ["", *Outcome.values]),
            models.CheckConstraint(
                condition=(Q(state=SETTLED, settled_at__isnull=False) & ~Q(outcome=""))
                | (~Q(state=SETTLED) & Q(settled_at__isnull=True, outcome="")),
                name="wrong_report_settled_with_an_outcome",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "offer_report"
        privacy = {
            "key": Privacy.TECHNICAL,
            "service": Privacy.NONE,
            "state": Privacy.TECHNICAL,
            "about": Privacy.NONE,
            "words": Privacy.CONTENT,
            "said_by": Privacy.TECHNICAL,
            "said_at": Privacy.TECHNICAL,
            "outcome": Privacy.NONE,
            "settled_at": Privacy.TECHNICAL,
            "settled_by": Privacy.WORKER,
        }
