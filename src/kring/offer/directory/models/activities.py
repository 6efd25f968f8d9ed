"""What happens on a day: playgroups, parent groups, consultation hours, and who comes."""

from django.db import models
from django.db.models import F, Q

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.foundation.records.constraints import one_of_choices, period_in_order
from kring.offer.directory.models.codes import for_everybody
from kring.offer.directory.models.locations import Location
from kring.offer.directory.models.services import Service
from kring.offer.directory.states import SIGN_UP


class Activity(Keyed, Versioned):
    """Something of a service with dates. Ages as in the eligibility of a service, empty as there.

    ``sign_up``: one has to say that one comes; otherwise people walk in.
    """

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="activities")
    location = models.ForeignKey(
        Location, null=True, blank=True, on_delete=models.PROTECT, related_name="activities"
    )
    name = models.JSONField()
    description = models.JSONField(default=dict, blank=True)
    minimum_months = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_months = models.PositiveSmallIntegerField(null=True, blank=True)
    expecting = models.BooleanField(default=False)
    sign_up = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minimum_months__isnull=True)
                | Q(maximum_months__isnull=True)
                | Q(maximum_months__gt=F("minimum_months")),
                name="activity_ages_in_order",
            )
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = for_everybody(
            "key version service location name description minimum_months maximum_months expecting "
            "sign_up added_at stopped_at"
        )


class ActivityDate(Keyed):
    """One time it happens. ``seats`` is how many people fit (empty: no limit), ``taken`` how many
    said that they come; the database keeps the one within the other.
    """

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="dates")
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    seats = models.PositiveSmallIntegerField(null=True, blank=True)
    taken = models.PositiveSmallIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "starts_at"], name="activity_date_once"),
            period_in_order("activity_date"),
            models.CheckConstraint(
                condition=Q(seats__isnull=True) | Q(taken__lte=F("seats")),
                name="activity_date_not_overfull",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = for_everybody("key activity starts_at ends_at seats taken cancelled_at")


class SignUp(Keyed):
    """That some people come on a date. Who signed up takes it back with a code; no account.

    Kept until a short term after the date, and known to whoever runs the activity alone.
    """

    date = models.ForeignKey(ActivityDate, on_delete=models.PROTECT, related_name="sign_ups")
    state = models.CharField(max_length=10, default=SIGN_UP.initial)
    name = models.CharField(max_length=120)
    reach_by = models.CharField(max_length=120, blank=True)
    people = models.PositiveSmallIntegerField(default=1)
    code_hash = models.CharField(max_length=64, unique=True)
    signed_up_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of_choices("sign_up", "state", SIGN_UP.states),
            models.CheckConstraint(condition=Q(people__gte=1), name="sign_up_of_somebody"),
            models.CheckConstraint(condition=~Q(name=""), name="sign_up_has_a_name"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "sign_up"
        privacy = {
            "key": Privacy.TECHNICAL,
            "date": Privacy.CONTENT,
            "state": Privacy.CONTENT,
            "name": Privacy.IDENTITY,
            "reach_by": Privacy.IDENTITY,
            "people": Privacy.CONTENT,
            "code_hash": Privacy.SECRET,
            "signed_up_at": Privacy.TECHNICAL,
            "cancelled_at": Privacy.TECHNICAL,
        }
