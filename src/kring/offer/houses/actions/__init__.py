from kring.offer.houses.actions.founding import close_house, found_house
from kring.offer.houses.actions.keeping import (
    add_pillar_partner,
    add_site,
    change_house,
    end_pillar_partner,
    end_site,
    judge_condition,
    open_house,
)
from kring.offer.houses.actions.outreach import forget_nickname, meet, meet_again, use_card
from kring.offer.houses.actions.visits import Visit, count_walk_in

__all__ = [
    "Visit",
    "add_pillar_partner",
    "add_site",
    "change_house",
    "close_house",
    "count_walk_in",
    "end_pillar_partner",
    "end_site",
    "forget_nickname",
    "found_house",
    "judge_condition",
    "meet",
    "meet_again",
    "open_house",
    "use_card",
]
