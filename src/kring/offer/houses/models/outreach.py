"""Young people an outreach team meets, by the name they give themselves."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.offer.houses.models.codes import Encounter
from kring.registry.network.models import Desk, Worker


class Nickname(Keyed):
    """A young person as one team knows them: a nickname and nothing else, and no person behind it.

    ``desk`` is the team: only who is on its list reads this. A question comes of it by the deed of
    the young person alone, with the code of their card, and nothing joins the two: ``asked_on`` is
    the first day of the month in which the card was used. Kept until a short term after they were
    last met.
    """

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="nicknames")
    nickname = models.CharField(max_length=40)
    code_hash = models.CharField(max_length=64, unique=True)
    first_met_at = models.DateTimeField()
    last_met_at = models.DateTimeField(db_index=True)
    asked_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(nickname=""), name="nickname_is_one"),
        ]
        indexes = [models.Index(fields=["desk", "last_met_at"], name="nickname_of_team")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "outreach"
        privacy = {
            "key": Privacy.TECHNICAL,
            "desk": Privacy.CONTENT,
            "nickname": Privacy.IDENTITY,
            "code_hash": Privacy.SECRET,
            "first_met_at": Privacy.TECHNICAL,
            "last_met_at": Privacy.TECHNICAL,
            "asked_on": Privacy.CONTENT,
        }


class OutreachContact(Keyed):
    """One time somebody of the team met them."""

    nickname = models.ForeignKey(Nickname, on_delete=models.CASCADE, related_name="contacts")
    where = models.CharField(max_length=10, choices=Encounter.choices)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    met_at = models.DateTimeField()

    class Meta:
        constraints = [one_of_choices("outreach_contact", "where", Encounter.values)]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "outreach"
        privacy = {
            "key": Privacy.TECHNICAL,
            "nickname": Privacy.LINK,
            "where": Privacy.CONTENT,
            "worker": Privacy.WORKER,
            "met_at": Privacy.TECHNICAL,
        }
