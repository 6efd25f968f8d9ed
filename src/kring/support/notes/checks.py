"""What must always be true of notes."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef

from kring.foundation.classes.facts import DataClass
from kring.foundation.records.checking import check
from kring.support.notes.models import ITEM_KIND, Note
from kring.trust.access.models import HarmGround, Item, ItemSubject

AT_MOST = 21


@check("every note is about somebody")
def notes_are_about_somebody(_at: datetime) -> Iterable[str]:
    """Its item, of the kind of notes, has at least one person it is about."""
    subjects = ItemSubject.objects.filter(item=OuterRef("item"), aside=False)
    right = Exists(subjects.filter(item__kind=ITEM_KIND))
    lost = Note.objects.exclude(right).order_by("pk").values_list("key", flat=True)
    return [f"Note {key} is about nobody." for key in lost[:AT_MOST]]


@check("what is kept back because of harm says why")
def harm_has_a_ground(_at: datetime) -> Iterable[str]:
    grounds = HarmGround.objects.filter(item=OuterRef("pk"))
    bare = Item.objects.filter(kind=ITEM_KIND, data_class=DataClass.HARM).exclude(Exists(grounds))
    keys = bare.order_by("pk").values_list("key", flat=True)[:AT_MOST]
    return [f"Item {key} is kept back and nothing says why." for key in keys]
