"""A seat in the world of the access tests for each of the twenty readers of the reader table.

Who is there already keeps their account: the daughter, her parents, the neighbour she trusts. The
others come beside them as the households of ``cells`` make them. Mila of fifteen is nobody's reader:
it is she who asks alone.
"""

from datetime import timedelta

from kring.registry.people.models import Person, Relation, RelationType
from tests.access.cell_feeds import opened
from tests.access.cells import (
    AT_WORK,
    KINDS,
    OWN_AGE,
    Household,
    at_home,
    at_work,
    born,
    called_safe,
    joined,
)
from tests.access.world import World
from tests.cast import LONG_AGO, kempen, organisation, person

type Seats = dict[str, Household]
SITS = {
    "child_able": "young_person",
    "parent_below": "first_parent",
    "parent_able": "first_parent",
    "second_parent": "second_parent",
    "trusted_person": "trusted_person",
}
"""Readers of the table who are people of the world already."""
ROLE_AT_HOME = {"child_below": "child", "young_adult": "child", "adult": "other"}


def seated(world: World) -> Seats:
    """Everybody of the table in this world, each with an account under their own kind."""
    small = person("Bo", "Peeters", born(8))
    mila = world.persons["mila"] = person("Mila", "Peeters", born(15))
    joined(world.home.family, "child", small, mila)
    mia, younes = world.persons["trusted_person"], world.home.younes
    Relation.objects.create(
        person=mia, to=younes, type=RelationType.TRUSTED_PERSON, starts_at=LONG_AGO + timedelta(days=1)
    )
    stranger = person("Vreemd", "Elders", born(30))
    found = {kind: _seat(world, kind, small, stranger) for kind in KINDS}
    for child in (small, mila, found["child_below"].someone):
        assert child is not None
        called_safe(child, world.home.sofia, world.persons["second_parent"])
    return found


def _seat(world: World, kind: str, small: Person, stranger: Person) -> Household:
    house = Household(kind, world.home.family, _children(world, kind, small), stranger)
    house.author = kempen().bram
    house.owner = organisation("Dienst author" if kind == "author" else "Elders")
    if kind in SITS:
        house.someone = world.persons[SITS[kind]]
        house.account = world.accounts[SITS[kind]]
    elif kind in AT_WORK:
        at_work(house)
    else:
        children = house.children
        at_home(house)
        house.children = children
    if kind in ROLE_AT_HOME and house.someone is not None:
        joined(world.home.family, ROLE_AT_HOME[kind], house.someone)
    assert house.account is not None
    world.accounts[kind] = house.account
    known = world.feeds.get(SITS.get(kind, ""))
    world.feeds[kind] = known or opened(house.account, f"kalender-{kind}")
    return house


def _children(world: World, kind: str, small: Person) -> list[Person]:
    """The two this reader reads about: of the age that makes a parent what the table calls them."""
    home, lina = world.home, world.persons["young_person"]
    if kind == "parent_below":
        return [home.noor, small]
    if kind in ("parent_able", "trusted_person"):
        return [home.younes, lina]
    return [home.noor, home.younes]


def is_of_age(kind: str) -> bool:
    """Whether the table says of this reader what they read about themself."""
    return kind in OWN_AGE
