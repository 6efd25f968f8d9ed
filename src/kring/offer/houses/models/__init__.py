from kring.offer.houses.models.codes import AgeBand, Encounter, Spoken, Standing, VisitKind
from kring.offer.houses.models.conditions import Condition, ConditionCheck
from kring.offer.houses.models.houses import House, HouseSite, PillarPartner
from kring.offer.houses.models.outreach import Nickname, OutreachContact
from kring.offer.houses.models.visits import WalkIn

__all__ = [
    "AgeBand",
    "Condition",
    "ConditionCheck",
    "Encounter",
    "House",
    "HouseSite",
    "Nickname",
    "OutreachContact",
    "PillarPartner",
    "Spoken",
    "Standing",
    "VisitKind",
    "WalkIn",
]
