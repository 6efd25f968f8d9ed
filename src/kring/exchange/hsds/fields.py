"""Which property of HSDS 3.0 is which field of the directory."""

from collections.abc import Mapping

from kring.exchange.hsds.fitting import (
    LONGEST_NAME,
    Convert,
    Spec,
    day,
    email,
    hour,
    line,
    link,
    money,
    number,
    objects,
    one_of,
    text,
    whole_number,
)
from kring.offer.directory.models import (
    Accessibility,
    Address,
    Contact,
    CostOption,
    Language,
    LocationType,
    Part,
    Phone,
    Repeats,
    RequiredDocument,
    Schedule,
    ServiceArea,
)
from kring.offer.directory.rules import WEEKDAYS

SMALL = 32_767


def _same(convert_by_name: Mapping[str, Convert]) -> dict[str, tuple[str, Convert]]:
    """Properties that are called the same here."""
    return {name: (name, convert) for name, convert in convert_by_name.items()}


ORGANIZATION: Spec = _same(
    {
        "name": text(LONGEST_NAME),
        "alternate_name": text(),
        "description": text(),
        "email": email,
        "website": link,
        "logo": link,
        "uri": link,
    }
)
LOCATION: Spec = _same(
    {
        "location_type": one_of(LocationType.values),
        "name": text(LONGEST_NAME),
        "alternate_name": text(),
        "description": text(),
        "transportation": text(),
        "url": link,
        "latitude": number(-SMALL, SMALL),
        "longitude": number(-SMALL, SMALL),
    }
)
SERVICE: Spec = _same(
    {
        "name": text(LONGEST_NAME),
        "alternate_name": text(),
        "description": text(),
        "url": link,
        "email": email,
        "application_process": text(),
        "fees_description": text(),
        "wait_time": text(),
        "interpretation_services": text(),
        "alert": text(),
    }
) | {"assurer_email": ("confirmed_by", email)}

PARTS: dict[str, tuple[type[Part], Spec]] = {
    "addresses": (
        Address,
        _same(
            {
                "address_type": one_of(LocationType.values),
                "attention": line(200),
                "address_1": line(200),
                "address_2": line(200),
                "city": line(120),
                "region": line(120),
                "state_province": line(120),
                "postal_code": line(20),
                "country": line(2),
            }
        ),
    ),
    "accessibility": (
        Accessibility,
        _same({"description": text(), "details": text(), "url": link}),
    ),
    "schedules": (
        Schedule,
        _same(
            {
                "valid_from": day,
                "valid_to": day,
                "dtstart": day,
                "until": day,
                "count": whole_number(1, SMALL),
                "freq": one_of(Repeats.values),
                "interval": whole_number(1, SMALL),
                "wkst": one_of(WEEKDAYS),
                "byday": line(120),
                "byweekno": line(200),
                "bymonthday": line(120),
                "byyearday": line(200),
                "opens_at": hour,
                "closes_at": hour,
                "description": text(),
                "notes": text(),
                "schedule_link": link,
                "attending_type": line(120),
            }
        ),
    ),
    "languages": (Language, _same({"code": line(12), "name": line(80), "note": text()})),
    "cost_options": (
        CostOption,
        _same(
            {
                "valid_from": day,
                "valid_to": day,
                "option": text(),
                "currency": line(3),
                "amount": money,
                "amount_description": text(),
            }
        ),
    ),
    "required_documents": (RequiredDocument, _same({"document": text(), "uri": link})),
    "service_areas": (
        ServiceArea,
        _same(
            {
                "name": text(),
                "description": text(),
                "extent": line(200_000),
                "extent_type": line(40),
                "uri": link,
            }
        ),
    ),
    "contacts": (
        Contact,
        _same(
            {
                "name": line(200),
                "title": text(),
                "department": line(200),
                "email": email,
                "phones": objects,
            }
        ),
    ),
    "phones": (
        Phone,
        _same(
            {
                "number": line(60),
                "extension": whole_number(0, 2_147_483_647),
                "type": line(40),
                "description": text(),
            }
        ),
    ),
}
MUST_SAY = {"addresses": ("address_1", "city", "postal_code"), "phones": ("number",)}
"""What a part without which says nothing."""
