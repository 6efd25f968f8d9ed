"""What must always be true of the Houses."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F

from kring.foundation.records.checking import check
from kring.offer.houses.models import House, Nickname, PillarPartner
from kring.registry.network.models import PartnershipKind, PartnershipMember

AT_MOST = 21


@check("a House is a partnership of the kind Huis van het Kind")
def houses_are_of_their_kind(_at: datetime) -> Iterable[str]:
    rows = House.objects.exclude(partnership__kind=PartnershipKind.HOUSE_OF_THE_CHILD).order_by("pk")
    for key in rows.values_list("key", flat=True)[:AT_MOST]:
        yield f"House {key} stands on a partnership of another kind."


@check("who carries a pillar takes part in the House")
def pillars_are_carried_by_partners(at: datetime) -> Iterable[str]:
    members = set(
        PartnershipMember.objects.running(at)
        .filter(partnership__house__isnull=False)
        .order_by("pk")
        .values_list("partnership", "organisation")
    )
    rows = PillarPartner.objects.running(at).order_by("pk")
    pairs = rows.values_list("key", "house__partnership", "organisation")
    wrong = [key for key, house, organisation in pairs if (house, organisation) not in members]
    for key in wrong[:AT_MOST]:
        yield f"Pillar partner {key} takes no part in its House."


@check("a nickname was last met on its last meeting")
def nicknames_know_their_last_meeting(_at: datetime) -> Iterable[str]:
    rows = Nickname.objects.filter(last_met_at__lt=F("first_met_at")).order_by("pk")
    for key in rows.values_list("key", flat=True)[:AT_MOST]:
        yield f"Nickname {key} was last met before it was first met."
