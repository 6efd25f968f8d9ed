"""A small offer in Geel, found by an index of its own."""

from pathlib import Path
from typing import Any

from kring.offer.directory import upkeep
from kring.offer.directory.actions import AtLocation, Description, add_service
from kring.offer.directory.models import Eligibility, Language, Service
from kring.offer.directory.tests.offering import BY, NOW, hall, house

TOLD = {
    "calm": ("Rustige ochtenden", "Hulp bij ruzie in de ochtend.", "parenting", (0, 144), "nl"),
    "talk": ("Ouders praten samen", "Voor ouders, met elkaar.", "parenting", (0, 216), "ar"),
    "teens": ("Jongerenhuis", "Voor tieners, na ruzie thuis.", "parenting", (144, 216), "nl"),
    "money": ("Budgethulp", "Samen je rekeningen bekijken.", "money", (None, None), "nl"),
}


def offered(settings: Any, folder: Path) -> dict[str, Service]:
    """For mornings, for parents in Arabic, for teenagers, and for money."""
    settings.DATA_DIR = folder
    owner = house()
    where = hall(owner)
    made = {}
    for code, (name, words, domain, (lowest, highest), language) in TOLD.items():
        described = Description(
            values={"name": {"nl": name}, "description": {"nl": words}, "entry": "direct"},
            eligibility=Eligibility(minimum_months=lowest, maximum_months=highest),
            domains=(domain,),
            parts=[Language(code=language)],
            places=[AtLocation(location=where)],
        )
        made[code] = add_service(organization=owner, described=described, confirm_every=6, **BY)
    upkeep.keep_whole(at=NOW)
    return made
