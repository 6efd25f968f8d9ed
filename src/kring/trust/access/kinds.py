"""The kinds of reader of the table, and what makes somebody one of them."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from kring.registry.network.models import Sector
from kring.registry.people.models import RelationType


class ReaderKind(StrEnum):
    """What a reader is to the person an item is about."""

    CHILD_BELOW = "child_below"
    CHILD_ABLE = "child_able"
    YOUNG_ADULT = "young_adult"
    ADULT = "adult"
    PARENT_BELOW = "parent_below"
    PARENT_ABLE = "parent_able"
    SECOND_PARENT = "second_parent"
    TRUSTED_PERSON = "trusted_person"
    FOSTER_PARENT = "foster_parent"
    OWN_CIRCLE = "own_circle"
    HELPER_OUTSIDE = "helper_outside"
    CLB = "clb"
    TEAM_MEMBER = "team_member"
    HOLDER = "holder"
    AUTHOR = "author"
    ANCHOR = "anchor"
    MANDATED_BODY = "mandated_body"
    MEDIATOR = "mediator"
    AGENCY = "agency"
    GLASS = "glass"


KIND_NAMES = {
    ReaderKind.CHILD_BELOW: _("kind dat nog niet zelf beslist"),
    ReaderKind.CHILD_ABLE: _("minderjarige die zelf beslist"),
    ReaderKind.YOUNG_ADULT: _("jongvolwassene"),
    ReaderKind.ADULT: _("volwassene over zichzelf"),
    ReaderKind.PARENT_BELOW: _("ouder van een kind dat nog niet zelf beslist"),
    ReaderKind.PARENT_ABLE: _("ouder van een minderjarige die zelf beslist"),
    ReaderKind.SECOND_PARENT: _("tweede ouder"),
    ReaderKind.TRUSTED_PERSON: _("vertrouwenspersoon"),
    ReaderKind.FOSTER_PARENT: _("pleegouder"),
    ReaderKind.OWN_CIRCLE: _("eigen kring, steunfiguur of vrijwilliger"),
    ReaderKind.HELPER_OUTSIDE: _("helper buiten de jeugdhulp"),
    ReaderKind.CLB: _("CLB"),
    ReaderKind.TEAM_MEMBER: _("lid van het team"),
    ReaderKind.HOLDER: _("wie de vraag houdt"),
    ReaderKind.AUTHOR: _("organisatie van wie het schreef"),
    ReaderKind.ANCHOR: _("vaste begeleider"),
    ReaderKind.MANDATED_BODY: _("gemandateerde voorziening"),
    ReaderKind.MEDIATOR: _("bemiddelaar"),
    ReaderKind.AGENCY: _("agentschap"),
    ReaderKind.GLASS: _("wie het glas brak"),
}

PARENT_KINDS = frozenset({ReaderKind.PARENT_BELOW, ReaderKind.PARENT_ABLE, ReaderKind.SECOND_PARENT})

OUTSIDE_YOUTH_HELP = frozenset({Sector.LOCAL_AUTHORITY, Sector.HOME_CARE, Sector.OTHER})
"""Sectors whose helpers hold no shared professional secrecy of youth help."""

KIND_OF_SECTOR: dict[str, ReaderKind] = {
    Sector.CLB: ReaderKind.CLB,
    Sector.MANDATED: ReaderKind.MANDATED_BODY,
    Sector.AGENCY: ReaderKind.AGENCY,
    **dict.fromkeys(OUTSIDE_YOUTH_HELP, ReaderKind.HELPER_OUTSIDE),
}
"""What a worker of a sector is in a team; every other sector is a member of the team."""

KIND_OF_TIE: dict[str, ReaderKind] = {
    RelationType.TRUSTED_PERSON: ReaderKind.TRUSTED_PERSON,
    RelationType.FOSTER_MOTHER: ReaderKind.FOSTER_PARENT,
    RelationType.FOSTER_FATHER: ReaderKind.FOSTER_PARENT,
}
"""What a tie makes of somebody; parents are worked out apart, every other tie is the own circle."""
