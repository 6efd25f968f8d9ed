"""What must always be true of thresholds."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef

from kring.foundation.records.checking import check
from kring.support.thresholds.kinds import all_kinds
from kring.support.thresholds.models import MetBy, Threshold
from kring.trust.access.models import ItemSubject

AT_MOST = 21


@check("every threshold has a kind of the list, and who met it is somebody")
def thresholds_are_of_a_known_kind(_at: datetime) -> Iterable[str]:
    known = [kind.code for kind in all_kinds()]
    strange = Threshold.objects.exclude(kind__in=known).order_by("pk")
    for key, kind in strange.values_list("key", "kind")[:AT_MOST]:
        yield f"Threshold {key} is of no known kind: {kind}."
    subjects = ItemSubject.objects.filter(item=OuterRef("item"), aside=False)
    nobodys = MetBy.objects.exclude(Exists(subjects)).order_by("pk")
    for key in nobodys.values_list("threshold__key", flat=True)[:AT_MOST]:
        yield f"Threshold {key} was met by nobody of its family."
