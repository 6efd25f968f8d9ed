from kring.registry.people.models.family import (
    Family,
    FamilyMembership,
    Relation,
    RelationType,
)
from kring.registry.people.models.person import ContactChannel, Person

__all__ = [
    "ContactChannel",
    "Family",
    "FamilyMembership",
    "Person",
    "Relation",
    "RelationType",
]
