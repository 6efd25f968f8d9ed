"""How meetings go with their family, and with the last person they are about."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.retention.erasing import register_release
from kring.support.meetings.actions.planning import ITEM_KIND
from kring.support.meetings.actions.talking import MINUTES_KIND
from kring.support.meetings.models import Invitee, Meeting, Minutes
from kring.trust.access.items import going_with
from kring.trust.access.models import Item


def let_go_of_meetings(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete what is only about these persons, and that they were invited elsewhere."""
    items = [
        pk
        for kind in (ITEM_KIND, MINUTES_KIND)
        for pk in going_with(keys, kind).order_by("pk").values_list("pk", flat=True)
    ]
    minutes = Minutes.objects.filter(Q(item__in=items) | Q(meeting__item__in=items))
    counts = _let_go(minutes, Meeting.objects.filter(item__in=items), by=by, at=at)
    counts["invitee"] = Invitee.objects.filter(person__key__in=keys).delete()[0]
    return counts


def let_go_of_family_meetings(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the meetings of these families with their minutes; the journal forgets them."""
    meetings = Meeting.objects.filter(plan__family__key__in=keys)
    return _let_go(Minutes.objects.filter(meeting__in=meetings), meetings, by=by, at=at)


def _let_go(
    minutes: QuerySet[Minutes], meetings: QuerySet[Meeting], *, by: Actor, at: datetime
) -> Counter[str]:
    items: list[int] = []
    counts: Counter[str] = Counter()
    for name, rows in (("minutes", minutes), ("meeting", meetings)):
        for key in list(rows.order_by("pk").values_list("key", flat=True)):
            erase_subject(by=by, at=at, key=key)
        items += rows.order_by("pk").values_list("item", flat=True)
        counts[name] = rows.delete()[0]
    Item.objects.filter(pk__in=items).delete()
    return counts


register_release("person", let_go_of_meetings)
register_release("family", let_go_of_family_meetings)
