"""Young people by the name they give themselves: read by their team alone."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from kring.foundation.keys.sealing import derived_code, hash_code
from kring.offer.houses.models import Nickname, OutreachContact


def nicknames_of(desk_ids: Iterable[int]) -> QuerySet[Nickname]:
    """Whom these teams met, last met first."""
    met = OutreachContact.objects.select_related("worker").order_by("-met_at", "-pk")
    rows = Nickname.objects.filter(desk__in=list(desk_ids)).select_related("desk")
    return rows.prefetch_related(Prefetch("contacts", met)).order_by("-last_met_at", "-pk")


def code_of(found: Nickname) -> str:
    """The code on the card, the same each time it is shown."""
    return derived_code(found.key, of="card")


def card_by_code(code: str) -> Nickname | None:
    """Whose card this is, used or not."""
    if not code.strip():
        return None
    return Nickname.objects.select_related("desk").filter(code_hash=hash_code(code)).first()
