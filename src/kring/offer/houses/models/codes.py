"""The lists of the Houses: how a condition stands, why people come by, where one meets."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """How a House stands with a condition of its recognition."""

    MET = "met", _("in orde")
    PARTLY = "partly", _("deels in orde")
    MISSING = "missing", _("nog niet in orde")


class VisitKind(models.TextChoices):
    """What somebody came for. A proposal: no list is laid down."""

    QUESTION = "question", _("vraag of informatie")
    CONSULT = "consult", _("consult of gesprek")
    ACTIVITY = "activity", _("activiteit of ontmoeting")
    PRACTICAL = "practical", _("iets halen of lenen")


class AgeBand(models.TextChoices):
    """About how old the child is somebody comes with or for."""

    EXPECTED = "expected", _("nog niet geboren")
    BABY = "0_2", _("0 tot 2 jaar")
    TODDLER = "3_5", _("3 tot 5 jaar")
    CHILD = "6_11", _("6 tot 11 jaar")
    TEENAGER = "12_17", _("12 tot 17 jaar")
    YOUNG_ADULT = "18_24", _("18 tot 24 jaar")


class Spoken(models.TextChoices):
    """In which language one spoke; the few that say something about reach, the others together."""

    DUTCH = "nl", _("Nederlands")
    FRENCH = "fr", _("Frans")
    ENGLISH = "en", _("Engels")
    ARABIC = "ar", _("Arabisch")
    TURKISH = "tr", _("Turks")
    OTHER = "other", _("een andere taal")


class Encounter(models.TextChoices):
    """Where an outreach worker met a young person."""

    STREET = "street", _("op straat")
    OVERKOP = "overkop", _("in OverKop")
    SCHOOL = "school", _("aan school")
    ONLINE = "online", _("online")
    ELSEWHERE = "elsewhere", _("ergens anders")
