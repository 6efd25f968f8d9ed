from kring.offer.houses.queries.checklist import Line, checklist
from kring.offer.houses.queries.gaps import Place, gaps
from kring.offer.houses.queries.houses import (
    activities_of,
    house_by_key,
    houses_running,
    houses_serving,
    locations_of,
    offer_of,
    own_houses,
    pillars_of,
    territory_of,
)
from kring.offer.houses.queries.outreach import card_by_code, code_of, nicknames_of
from kring.offer.houses.queries.reach import Reached, reach_of, visits_on_day

__all__ = [
    "Line",
    "Place",
    "Reached",
    "activities_of",
    "card_by_code",
    "checklist",
    "code_of",
    "gaps",
    "house_by_key",
    "houses_running",
    "houses_serving",
    "locations_of",
    "nicknames_of",
    "offer_of",
    "own_houses",
    "pillars_of",
    "reach_of",
    "territory_of",
    "visits_on_day",
]
