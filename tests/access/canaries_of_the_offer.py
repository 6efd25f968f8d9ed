"""The canaries of who says something to the directory or keeps a search, and of whom an outreach
team met."""

from kring.foundation.journal.actor import VISITOR
from kring.offer.directory.actions import sign_up
from kring.offer.directory.models import SignUp, WrongReport
from kring.offer.houses.models import Nickname
from kring.offer.saved.models import SavedSearch
from tests.access.canaries import word
from tests.access.keepers import morning_of
from tests.access.world import NOW, World


def plant_offer(world: World) -> None:
    """A canary in what somebody says of themselves when they sign up, and of what is wrong."""
    service, date = world.offer, morning_of(world.offer)
    words = {name: word(f"{SignUp._meta.label}.{name}") for name in ("name", "reach_by")}
    sign_up(date=date, people=1, by=VISITOR, at=NOW, **words)
    told = word(f"{WrongReport._meta.label}.words")
    WrongReport.objects.filter(service=service).update(words=told)
    nickname = word(f"{Nickname._meta.label}.nickname")
    Nickname.objects.filter(desk=world.network.counter).update(nickname=nickname)
    kept = {name: word(f"{SavedSearch._meta.label}.{name}") for name in ("name", "asked", "place")}
    SavedSearch.objects.update(**kept | {"asked": {"text": kept["asked"]}})
