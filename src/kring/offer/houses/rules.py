"""Who keeps a House, counts its visitors and sees where something is missing."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.offer.houses.models import House, Nickname, PillarPartner
from kring.registry.network.models import Partnership, PartnershipArea, PartnershipKind
from kring.registry.network.models import PartnershipMember as Member
from kring.registry.network.rules import (
    AGENCY_FIGURES,
    DESK_WORK,
    NETWORK_MANAGE,
    REGION_COORDINATE,
)
from kring.registry.places.models import Municipality
from kring.trust.access.readers import Reader

MOST_SIGNS = 40


def partner_ids(house: House, at: datetime) -> set[int]:
    """The organisations that take part, for a pillar or otherwise."""
    members = Member.objects.running(at).filter(partnership=house.partnership_id)
    pillars = PillarPartner.objects.running(at).filter(house=house)
    return set(members.values_list("organisation", flat=True)) | set(
        pillars.values_list("organisation", flat=True)
    )


def may_keep_house(reader: Reader, house: House, at: datetime) -> bool:
    """With the grant, whoever leads the House, or keeps a region that holds its whole territory.

    A House over two regions keeps itself: else one region could change what the other relies on.
    """
    if not reader.may(NETWORK_MANAGE):
        return False
    leading = Member.objects.running(at).filter(partnership=house.partnership_id, role=Member.Role.LEAD)
    if leading.filter(organisation__in=reader.organisation_ids).exists():
        return True
    own = PartnershipArea.objects.running(at)
    here = set(own.filter(partnership=house.partnership_id).values_list("municipality", flat=True))
    regional = own.filter(partnership__in=reader.region_ids, municipality__in=here)
    return bool(here) and here == set(regional.values_list("municipality", flat=True))


def check_may_found_house(reader: Reader, municipalities: Iterable[Municipality], at: datetime) -> None:
    """With the grant, for families of the own region; raises ValidationError."""
    if not reader.may(NETWORK_MANAGE):
        raise ValidationError(_("Alleen wie het netwerk beheert, opent een Huis."))
    held = PartnershipArea.objects.running(at).filter(partnership__in=reader.region_ids)
    own = set(held.values_list("municipality", flat=True))
    beyond = [town.name_nl for town in municipalities if town.pk not in own]
    if beyond:
        said = _("Dit ligt niet in jouw regio: %(towns)s.") % {"towns": ", ".join(beyond)}
        raise ValidationError({"municipalities": said})


def may_found_house(reader: Reader) -> bool:
    """Whether this reader may open a House somewhere."""
    return reader.may(NETWORK_MANAGE) and bool(reader.region_ids)


def check_closes_later(last_day: date, at: datetime) -> None:
    """A House does not close in the past; raises ValidationError."""
    if last_day < local_day(at):
        raise ValidationError({"last_day": _("Deze dag is al voorbij.")})


def may_count(reader: Reader, house: House, at: datetime) -> bool:
    """Who helps people at one of its partners."""
    return reader.may(DESK_WORK) and bool(reader.organisation_ids & partner_ids(house, at))


def may_see_reach(reader: Reader, house: House, at: datetime) -> bool:
    """Its keepers, whoever counts there, and the agency: figures without small numbers."""
    return (
        reader.may(AGENCY_FIGURES) or may_count(reader, house, at) or may_keep_house(reader, house, at)
    )


def may_see_gaps(reader: Reader) -> bool:
    """Coordinators, keepers of the network and the agency."""
    return any(reader.may(grant) for grant in (REGION_COORDINATE, NETWORK_MANAGE, AGENCY_FIGURES))


def may_meet(reader: Reader) -> bool:
    """Who is on the list of a team and helps people."""
    return reader.may(DESK_WORK) and bool(reader.desk_ids)


def check_is_house(partnership: Partnership) -> None:
    """Only a partnership of this kind is a House; raises ValidationError."""
    if partnership.kind != PartnershipKind.HOUSE_OF_THE_CHILD:
        raise ValidationError(_("Dit samenwerkingsverband is geen Huis van het Kind."), code="kind")


def check_nickname(text: str) -> str:
    """A nickname in one form; raises ValidationError when it is empty or looks like more."""
    tidy = " ".join(text.split())
    if not tidy:
        raise ValidationError({"nickname": _("Schrijf hoe de jongere zich noemt.")})
    if len(tidy) > MOST_SIGNS or any(sign.isdecimal() for sign in tidy) or "@" in tidy:
        message = _("Alleen een roepnaam of bijnaam: geen familienaam, nummer of adres.")
        raise ValidationError({"nickname": message})
    return tidy


def check_card_works(card: Nickname | None) -> Nickname:
    """A card works once; raises ValidationError."""
    if card is None or card.asked_on is not None:
        message = _("Deze code werkt niet. Kijk ze na, of laat het vak leeg: je vraag komt ook dan aan.")
        raise ValidationError({"card": message}, code="card")
    return card
