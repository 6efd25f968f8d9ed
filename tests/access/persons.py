"""People with an own access around the family Peeters – El Amrani, each of another kind."""

from datetime import date, timedelta

from kring.foundation.accounts.models import Account, AccountKind
from kring.registry.people.models import FamilyMembership, Person, Relation, RelationType
from kring.trust.access.models import ParentSafety, PersonAccess
from tests.cast import LONG_AGO, PASSWORD, Network, PeetersElAmrani, person


def people_with_access(network: Network, home: PeetersElAmrani) -> dict[str, Person]:
    """Lina of fifteen, her mother Sofia, two other parents, and a neighbour she trusts.

    Jan came into the family later, and the mother calls him safe. Karim has authority over Noor
    alone, lives elsewhere, and was not called safe.
    """
    lina = person("Lina", "Peeters", date(2011, 3, 8))
    jan = person("Jan", "Peeters", date(1986, 1, 2))
    karim = person("Karim", "Haddad", date(1985, 5, 5))
    mia = person("Mia", "Buren", date(1970, 6, 6))
    later = LONG_AGO + timedelta(days=30)
    for who, role in ((lina, "child"), (jan, "parent")):
        FamilyMembership.objects.create(family=home.family, person=who, role=role, starts_at=later)
    _tie(karim, home.noor, RelationType.FATHER)
    _tie(mia, lina, RelationType.TRUSTED_PERSON)
    for child in (home.younes, home.noor, lina):
        _asked_alone(network, home, child, jan, safe=True)
    _asked_alone(network, home, home.noor, karim, safe=False)
    return {
        "young_person": lina,
        "first_parent": home.sofia,
        "second_parent": jan,
        "unsafe_parent": karim,
        "trusted_person": mia,
    }


def accounts_of(persons: dict[str, Person]) -> dict[str, Account | None]:
    """An account for each, opened by nobody of the cast."""
    made: dict[str, Account | None] = {}
    for name, who in persons.items():
        account = Account.objects.create_user(
            f"{name}@example.org", PASSWORD, name=name, kind=AccountKind.FAMILY, created_at=LONG_AGO
        )
        PersonAccess.objects.create(person=who, account=account, starts_at=LONG_AGO)
        made[name] = account
    return made


def _tie(who: Person, to: Person, kind: str) -> None:
    authority = True if kind == RelationType.FATHER else None
    Relation.objects.create(person=who, to=to, type=kind, authority=authority, starts_at=LONG_AGO)


def _asked_alone(
    network: Network, home: PeetersElAmrani, child: Person, parent: Person, *, safe: bool
) -> None:
    ParentSafety.objects.create(
        child=child,
        asked=home.sofia,
        parent=parent,
        asked_alone=True,
        safe=safe,
        asked_by=network.nele,
        starts_at=LONG_AGO,
    )
