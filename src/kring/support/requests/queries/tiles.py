"""The figures above the worklist."""

from kring.support.requests.models import RegionTiles


def tiles_of(region_id: int) -> RegionTiles | None:
    """The figures of a region as last counted; None before the first count."""
    return RegionTiles.objects.filter(region_id=region_id).first()
