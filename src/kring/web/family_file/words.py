"""Coded words of the family file in the words of the screen."""

from django.utils.translation import gettext as _


def member_role(code: str) -> str:
    """Who somebody is in the family."""
    return {
        "parent": _("ouder"),
        "child": _("kind"),
        "young_adult": _("jongvolwassene"),
        "other": _("huisgenoot"),
    }.get(code, code)


def relation_words(code: str) -> str:
    """What somebody is to a member of the family (OSLO Kindfiche)."""
    return {
        "moeder": _("moeder"),
        "vader": _("vader"),
        "meemoeder": _("meemoeder"),
        "meevader": _("meevader"),
        "plusmoeder": _("plusmoeder"),
        "plusvader": _("plusvader"),
        "pleegmoeder": _("pleegmoeder"),
        "pleegvader": _("pleegvader"),
        "voogd": _("voogd"),
        "grootouder": _("grootouder"),
        "buur": _("buur"),
        "hulpverlener": _("hulpverlener"),
        "maatschappelijk_werker": _("maatschappelijk werker"),
        "brugfiguur": _("brugfiguur"),
        "vertrouwenspersoon": _("vertrouwenspersoon"),
        "steunfiguur": _("steunfiguur"),
        "broer_zus": _("broer of zus"),
        "partner": _("partner"),
    }.get(code, code)


def involvement_role(code: str) -> str:
    """How somebody takes part."""
    return {
        "holder": _("houdt de vraag"),
        "team": _("helpt mee"),
        "anchor": _("vaste begeleider"),
    }.get(code, code)


def because_words(code: str) -> str:
    """Why somebody takes part, or looked."""
    return {
        "request": _("omdat hier een vraag van het gezin ligt"),
        "coach": _("als gezinscoach"),
        "counter": _("vanuit het onthaal"),
        "intake_lead": _("om de aanmelding te leiden"),
        "intake": _("om de aanmelding te leiden"),
        "coordinator": _("als coördinator"),
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
        "family_file:rename": _("paste de naam van het gezin aan"),
        "shell:search": _("vond dit bij het zoeken"),
    }.get(route, _("bekeek dit"))
