"""What must always be true of messages."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef

from kring.foundation.records.checking import check
from kring.support.messages.models import FamilyMessage
from kring.trust.access.models import ItemSubject

AT_MOST = 21


@check("every message is about whose talk it is")
def messages_are_about_their_person(_at: datetime) -> Iterable[str]:
    subjects = ItemSubject.objects.filter(item=OuterRef("item"), person=OuterRef("person"))
    lost = FamilyMessage.objects.exclude(Exists(subjects)).order_by("pk")
    return [f"Message {key} is about nobody." for key in lost.values_list("key", flat=True)[:AT_MOST]]
