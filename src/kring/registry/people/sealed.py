"""What is sealed of a person, and how a wrong key of the blind index shows."""

from kring.foundation.keys.columns import SealedField, register_column, register_probe
from kring.registry.people.models import Person
from kring.registry.people.queries import (
    address_row,
    national_number_of,
    number_index,
    number_row,
)


def index_fits() -> bool:
    """Whether the index of somebody's national number is the one this key makes."""
    person = Person.objects.exclude(national_number_index=None).order_by("-pk").first()
    return person is None or number_index(national_number_of(person)) == person.national_number_index


register_column(SealedField("person.national_number", Person, "sealed_national_number", number_row))
register_column(SealedField("person.address", Person, "sealed_address", address_row))
register_probe("index", index_fits)
