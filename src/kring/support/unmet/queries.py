"""Reads of unmet need."""

from datetime import datetime

from kring.registry.network.models import Partnership
from kring.support.unmet.models import UnmetNeed


def unmet_count(region: Partnership, since: datetime, until: datetime) -> int:
    """Families and nameless questions without help in ``[since, until)``; a family counts once."""
    rows = UnmetNeed.objects.filter(region=region, starts_at__gte=since, starts_at__lt=until)
    families = rows.filter(family__isnull=False).values("family").distinct().count()
    return families + rows.filter(family__isnull=True).count()
