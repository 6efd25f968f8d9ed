"""Coded words of the family file in the words of the screen."""

from django.utils.translation import gettext as _

from kring.foundation.records.local_text import choice_words
from kring.registry.people.models import FamilyMembership, RelationType
from kring.trust.access.models import Involvement


def member_role(code: str) -> str:
    """Who somebody is in the family."""
    return choice_words(FamilyMembership.Role, code)


def relation_words(code: str) -> str:
    """What somebody is to a member of the family (OSLO Kindfiche)."""
    return choice_words(RelationType, code)


def involvement_role(code: str) -> str:
    """How somebody takes part."""
    return choice_words(Involvement.Role, code)


def because_words(code: str) -> str:
    """Why somebody takes part, or looked."""
    return {
        "request": _("omdat hier een vraag van het gezin ligt"),
        "coach": _("als gezinscoach"),
        "counter": _("vanuit het onthaal"),
        "anchor_chosen": _("omdat het gezin dat koos"),
        "intake_lead": _("om de aanmelding te leiden"),
        "intake": _("om de aanmelding te leiden"),
        "coordinator": _("als coördinator"),
        "join": _("omdat hierom gevraagd en ja gezegd is"),
        "glass": _("met noodtoegang"),
    }.get(code, _("voor het werk (%(role)s)") % {"role": code.replace("_", " ")} if code else "")


def page_words(route: str) -> str:
    """What somebody looked at."""
    return {
        "desk:questions": _("zag dit in de lijst van vragen"),
        "desk:today": _("zag dit in het overzicht van de dag"),
        "desk:question": _("las een vraag"),
        "desk:question_print": _("drukte een vraag af"),
        "desk:deed": _("werkte aan een vraag"),
        "desk:intake": _("besprak een vraag in het aanmeldingsoverleg"),
        "desk:intake_minutes": _("las het verslag van het aanmeldingsoverleg"),
        "family_file:family": _("las het dossier"),
        "family_file:families": _("zag het gezin in de lijst"),
        "family_file:looked": _("las wie keek"),
        "family_file:member": _("las de gegevens van een gezinslid"),
        "family_file:story": _("las het verhaal"),
        "family_file:note": _("las een stuk van het verhaal"),
        "family_file:correct_note": _("werkte aan een stuk van het verhaal"),
        "family_file:consent": _("vroeg om toestemming"),
        "family_file:ability": _("keek wie beslist"),
        "family_file:sharing": _("schreef op wat gedeeld werd"),
        "family_file:rename": _("paste de naam van het gezin aan"),
        "guard:joins": _("zag een vraag om mee te helpen"),
        "guard:reviews": _("keek een noodtoegang na"),
        "shell:search": _("vond dit bij het zoeken"),
    }.get(route, _("bekeek dit"))
