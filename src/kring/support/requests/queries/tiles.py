"""The figures above the worklist."""

from kring.foundation.records.prepared import Prepared
from kring.support.requests.models import RegionTiles


def tiles_of(region_id: int) -> RegionTiles | None:
    """The figures of a region as last counted; None before the first count."""
    found: RegionTiles | None = _TILES.first(region=region_id)
    return found


_TILES = Prepared(lambda region: RegionTiles.objects.filter(region=region).order_by("pk")[:1])
