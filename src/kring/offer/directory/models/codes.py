"""The lists a service is described with. The codes are ours, the words those of the field."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Privacy


class LifeDomain(models.TextChoices):
    """The ten domains a House of the Child connects (EXPOO, "Samen verder bouwen")."""

    PARENTING = "parenting", _("ouderschap en opvoeding")
    WELLBEING = "wellbeing", _("geestelijk welbevinden")
    SCHOOL = "school", _("onderwijs")
    CHILDCARE = "childcare", _("kinderopvang")
    HEALTH = "health", _("gezondheid")
    YOUTH_HELP = "youth_help", _("jeugdhulp")
    MONEY = "money", _("geld, werk en wonen")
    PRACTICAL = "practical", _("praktische ondersteuning")
    LEISURE = "leisure", _("cultuur, sport en vrije tijd")
    COHESION = "cohesion", _("mensen ontmoeten")


class Pillar(models.TextChoices):
    """The three pillars of a House of the Child (decree of 29 November 2013)."""

    HEALTH = "health", _("preventieve gezondheidszorg")
    PARENTING = "parenting", _("opvoedingsondersteuning")
    MEETING = "meeting", _("ontmoeting en sociale cohesie")


class Reach(models.TextChoices):
    """Progressive universalism: a base for every family, and more for who needs more."""

    UNIVERSAL = "universal", _("voor elk gezin")
    SUPPLEMENTARY = "supplementary", _("extra, voor wie meer nodig heeft")


class WayIn(models.TextChoices):
    """How one comes in: directly accessible (RTJ), or by the intersectoral gate (NRTJ)."""

    DIRECT = "direct", _("rechtstreeks")
    GATE = "gate", _("via de toegangspoort")


class Situation(models.TextChoices):
    """What a family may live with that a service is made for. A proposal: no list is laid down."""

    SPECIFIC_SUPPORT = "specific_support", _("kind met een specifieke ondersteuningsbehoefte")
    LONE_PARENT = "lone_parent", _("alleenstaande ouder")
    YOUNG_PARENT = "young_parent", _("jonge ouder")
    LOW_INCOME = "low_income", _("weinig inkomen")
    DEBT = "debt", _("schulden")
    HOUSING = "housing", _("geen goede woning")
    NEWCOMER = "newcomer", _("nieuw in België")
    SEPARATION = "separation", _("ouders die uit elkaar gaan")
    VIOLENCE = "violence", _("geweld thuis")
    ILLNESS = "illness", _("ziekte in het gezin")
    GRIEF = "grief", _("verlies en rouw")
    ADDICTION = "addiction", _("verslaving in het gezin")
    DISABILITY = "disability", _("handicap in het gezin")
    FOSTER_CARE = "foster_care", _("pleegzorg")
    JOB_SEEKING = "job_seeking", _("werk zoeken")


class HelpFunction(models.TextChoices):
    """What a typemodule does; each has exactly one function. Four are sourced, others practice."""

    BROAD_ACCESS = "broad_access", _("brede instap")
    INFORMATION = "information", _("informatie en advies")
    DIAGNOSIS = "diagnosis", _("diagnostiek")
    GUIDANCE = "guidance", _("begeleiding")
    TREATMENT = "treatment", _("behandeling")
    TRAINING = "training", _("training")
    DAY_CARE = "day_care", _("dagopvang")
    DAY_GUIDANCE = "day_guidance", _("dagbegeleiding")
    STAY = "stay", _("verblijf")
    CRISIS = "crisis", _("crisishulp")
    COORDINATION = "coordination", _("coördinatie")


class LocationType(models.TextChoices):
    """Of HSDS: a place to go to, to write to, or none on earth."""

    PHYSICAL = "physical", _("ter plaatse")
    POSTAL = "postal", _("postadres")
    VIRTUAL = "virtual", _("op afstand")


class Repeats(models.TextChoices):
    """How a schedule comes back; HSDS takes these two of RFC 5545."""

    WEEKLY = "WEEKLY", _("elke week")
    MONTHLY = "MONTHLY", _("elke maand")


def for_everybody(names: str) -> dict[str, Privacy]:
    """The privacy of fields that anybody may read; keys and versions mean nothing alone."""
    technical = {"key", "version"}
    return {name: Privacy.TECHNICAL if name in technical else Privacy.NONE for name in names.split()}
