"""The private address at which somebody's own calendar fetches what is planned for them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.accounts.models import Account
from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import one_of_choices, period_in_order


class Level(models.TextChoices):
    """How much a calendar outside may know. No level ever says what it is about or where."""

    BUSY = "busy", _("alleen dat je bezet bent")
    NEUTRAL = "neutral", _("een afspraak of iets te doen, zonder namen")
    NAMED = "named", _("met de voornaam van wie het aangaat")


class CalendarFeed(Keyed, Period):
    """One running address of one account. Its token is kept hashed and shown once.

    What stands in it is worked out at each fetch, as that account reads at that moment.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    level = models.CharField(max_length=8, choices=Level.choices, default=Level.BUSY)
    objects = PeriodQuerySet["CalendarFeed"].as_manager()

    class Meta:
        constraints = [
            one_of_choices("calendar_feed", "level", Level.values),
            period_in_order("calendar_feed"),
            models.UniqueConstraint(
                fields=["account"], condition=Q(ends_at__isnull=True), name="calendar_feed_one_running"
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "account"
        privacy = {
            "key": Privacy.TECHNICAL,
            "account": Privacy.LINK,
            "token_hash": Privacy.SECRET,
            "level": Privacy.TECHNICAL,
            "starts_at": Privacy.TECHNICAL,
            "ends_at": Privacy.TECHNICAL,
        }


class DigestStop(models.Model):
    """A worker who wants no mail about the day; without a row they get one on working days."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="digest_stop")
    stopped_at = models.DateTimeField()

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "account"
        privacy = {"account": Privacy.LINK, "stopped_at": Privacy.TECHNICAL}
