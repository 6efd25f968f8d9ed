"""What must always be true of help."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, F, OuterRef

from kring.foundation.records.checking import check
from kring.support.deployments.models import Deployment
from kring.trust.access.models import ItemSubject

AT_MOST = 21


@check("all help is for somebody, and for one family")
def help_is_for_somebody(_at: datetime) -> Iterable[str]:
    subjects = ItemSubject.objects.filter(item=OuterRef("item"), aside=False)
    nobodys = Deployment.objects.exclude(Exists(subjects)).order_by("pk")
    for key in nobodys.values_list("key", flat=True)[:AT_MOST]:
        yield f"Deployment {key} is for nobody."
    for path in ("plan__family", "goal__plan__family", "request__family"):
        known = Deployment.objects.filter(**{f"{path}__isnull": False})
        strayed = known.exclude(**{path: F("family")}).order_by("pk")
        for key in strayed.values_list("key", flat=True)[:AT_MOST]:
            yield f"Deployment {key} and its {path.partition('__')[0]} are of two families."
