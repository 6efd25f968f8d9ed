"""Organisations and their sites."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet, Versioned
from kring.foundation.records.constraints import period_in_order
from kring.registry.places.models import Municipality


class Sector(models.TextChoices):
    """The sectors that work together; the codes are ours, the words those of the field."""

    CAW = "caw", _("algemeen welzijnswerk (CAW)")
    CLB = "clb", _("leerlingenbegeleiding (CLB)")
    CGG = "cgg", _("geestelijke gezondheidszorg (CGG)")
    YOUTH_CARE = "bjb", _("jeugdhulp")
    DISABILITY = "vaph", _("personen met een handicap")
    CKG = "ckg", _("kinderzorg en gezinsondersteuning (CKG)")
    CIG = "cig", _("integrale gezinszorg (CIG)")
    HOUSE = "hvhk", _("Huis van het Kind")
    HOME_CARE = "gezinszorg", _("gezinszorg")
    LOCAL_AUTHORITY = "local", _("lokaal bestuur")
    CRISIS = "crisis", _("crisishulp")
    MANDATED = "mandated", _("gemandateerde voorziening")
    AGENCY = "agency", _("agentschap")
    OTHER = "other", _("andere")


class Organisation(Keyed, Versioned):
    """An organisation that helps, governs or pays."""

    name = models.CharField(max_length=200)
    search_name = models.CharField(max_length=200, db_index=True)
    sector = models.CharField(max_length=12, choices=Sector.choices)
    enterprise_number = models.CharField(max_length=10, null=True, blank=True, unique=True)
    invented = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = dict.fromkeys(
            "name search_name sector enterprise_number invented closed_on".split(), Privacy.NONE
        ) | {"key": Privacy.TECHNICAL, "version": Privacy.TECHNICAL}

    def __str__(self) -> str:
        return self.name


class Pause(Keyed, Period):
    """The accounts of an organisation open nothing while this runs: the kill switch of a partner."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="pauses")
    because = models.CharField(max_length=400)
    objects = PeriodQuerySet["Pause"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(ends_at__isnull=True),
                name="pause_running_once",
            ),
            models.CheckConstraint(condition=~models.Q(because=""), name="pause_has_a_reason"),
            period_in_order("pause"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = dict.fromkeys("organisation because starts_at ends_at".split(), Privacy.NONE) | {
            "key": Privacy.TECHNICAL
        }


class Site(Keyed, Versioned):
    """A place where an organisation works; ``invented`` marks a made-up address of the demo."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sites")
    name = models.CharField(max_length=200)
    street = models.CharField(max_length=200, blank=True)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    invented = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = dict.fromkeys(
            "organisation name street municipality phone email invented closed_on".split(),
            Privacy.NONE,
        ) | {"key": Privacy.TECHNICAL, "version": Privacy.TECHNICAL}
