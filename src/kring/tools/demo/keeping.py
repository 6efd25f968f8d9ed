"""What Nele of the cast keeps of the offer: a search with something new in it, and a service."""

from kring.offer.directory.models import Service
from kring.offer.directory.search.documents import Answer, Hit, Query
from kring.offer.saved.actions import add_bookmark, save_search
from kring.offer.saved.models import HowOften
from kring.tools.demo.cast import Stage
from kring.tools.demo.stories import actor_of
from kring.tools.demo.unrolling import Story

NEW = 2
"""So many playgroups came after she kept the search."""


def kept_by_nele(stage: Stage) -> Story:
    """A few days ago; the search itself is not asked, there is no index while the demo is made."""
    yield (at := stage.ago(3, 9))
    nele = stage.workers["Nele Wouters"]
    by, account = actor_of(nele, stage.desks["Geel"]), nele.account
    playgroups = list(Service.objects.filter(name__nl__startswith="Speelgroep").order_by("pk"))
    if account is None or not playgroups:
        return
    known = [Hit(key=str(one.key), km=None, remote=False, reasons=()) for one in playgroups[:-NEW]]
    save_search(
        account=account,
        name="Speelgroepen",
        query=Query(text="speelgroep"),
        place="",
        how_often=HowOften.WEEK,
        answer=Answer(hits=tuple(known), total=len(known)),
        by=by,
        at=at,
    )
    add_bookmark(account=account, service=playgroups[0], by=by, at=at)
