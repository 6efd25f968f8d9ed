"""A question as an item: whom it is about, told by whom, and whose it is now."""

from datetime import datetime

from django.db.models import Q

from kring.foundation.classes.facts import DataClass
from kring.support.requests.models import AskerKind, Request
from kring.trust.access.items import class_item, hand_over
from kring.trust.access.models import Item, ToldBy

ITEM_KIND = "question"


def new_item(request: Request, *, at: datetime) -> Item | None:
    """How a question that is being laid down is classed; one of nobody known is about nobody.

    It is about who asks it. What a young person asked alone no parent reads, and she herself does,
    also below the age from which she decides.
    """
    asker = request.asker
    if asker is None:
        return None
    by_worker = request.referred_by_id is not None or request.asker_kind == AskerKind.PROFESSIONAL
    item = class_item(
        kind=ITEM_KIND,
        about=[asker],
        data_class=DataClass(request.data_class),
        told_by=ToldBy.WORKER if by_worker else ToldBy.SELF,
        domain=request.topic,
        owner=request.desk.organisation,
        alone=_alone(request),
        at=at,
    )
    if item.alone:
        hand_over(item, asker)
    return item


def keep_item(request: Request, *, at: datetime) -> None:
    """Bring the item in step with an asker or a family the question got; part of a larger deed."""
    if request.item_id is None:
        request.item = new_item(request, at=at)
        request.save(update_fields=["item"])
        return
    alone = _alone(request)
    Item.objects.filter(pk=request.item_id).update(alone=alone)
    if alone and request.item is not None and request.asker is not None:
        hand_over(request.item, request.asker)


def follow_desk(request: Request) -> None:
    """Let the question, and what was joined to it, belong to the organisation of its desk."""
    lying_there = Q(question=request.pk) | Q(question__joined_to=request.pk)
    items = Item.objects.filter(lying_there).values("pk")
    Item.objects.filter(pk__in=items).update(owner=request.desk.organisation_id)


def follow_topic(request: Request) -> None:
    """Let the item be about what the question is about: an agreement may hold for that alone."""
    Item.objects.filter(question=request.pk).update(domain=request.topic)


def _alone(request: Request) -> bool:
    return request.asker_kind == AskerKind.YOUNG_PERSON and request.family_id is None
