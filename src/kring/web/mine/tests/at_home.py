"""Persons with an own access, signed in, for the tests of the own pages."""

from datetime import date, timedelta

from django.test import Client
from django.utils import timezone
from tests.cast import LONG_AGO, Network, PeetersElAmrani, acting, person

from kring.registry.people.models import FamilyMembership, Person
from kring.trust.access.actions import open_access
from kring.trust.access.models import ParentSafety


def client_of(who: Person, network: Network) -> Client:
    """A browser in which this person reads their own part."""
    at = timezone.now() - timedelta(hours=2)
    opened = open_access(person=who, opened_by=network.nele, by=acting(network.nele), at=at)
    client = Client()
    client.force_login(opened.access.account)
    return client


def second_parent(home: PeetersElAmrani, network: Network, *, safe: bool) -> Person:
    """Jan came later into the family; the first parent was asked alone about him."""
    jan = person("Jan", "Peeters", date(1986, 1, 2))
    joined = LONG_AGO + timedelta(days=90)
    FamilyMembership.objects.create(family=home.family, person=jan, role="parent", starts_at=joined)
    for child in (home.younes, home.noor):
        ParentSafety.objects.create(
            child=child,
            asked=home.sofia,
            parent=jan,
            asked_alone=True,
            safe=safe,
            asked_by=network.nele,
            starts_at=LONG_AGO,
        )
    return jan
