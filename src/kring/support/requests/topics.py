"""What a question is about: the ten life domains a House of the Child connects, and safety.

Source of the ten: EXPOO, "Huizen van het Kind, samen verder bouwen". Lists change; the version is
kept with the rulebook.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """Suggested by who writes the question down, never asked of the family."""

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
    SAFETY = "safety", _("veiligheid thuis")


class AgeBand(models.TextChoices):
    """Bands of age in which a receiver reads about children before it takes a question over."""

    EXPECTED = "expected", _("verwacht")
    BABY = "0-2", _("0 tot 2 jaar")
    TODDLER = "3-5", _("3 tot 5 jaar")
    CHILD = "6-11", _("6 tot 11 jaar")
    TEENAGER = "12-17", _("12 tot 17 jaar")
    YOUNG_ADULT = "18-25", _("18 tot 25 jaar")
    ADULT = "26+", _("ouder dan 25")
