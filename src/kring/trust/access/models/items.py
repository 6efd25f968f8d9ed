"""What every personal item says of itself: about whom, told by whom, of which class, whose it is.

A note, a goal, a question, a document: each points to one ``Item``, so that one rule reads them all.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import DataClass, Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import exactly_one_of, one_of_choices
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person


class ToldBy(models.TextChoices):
    """Who told it: decides, with the class, whether it was given in confidence."""

    SELF = "self", _("wie het aangaat")
    FAMILY = "family", _("iemand uit het gezin")
    WORKER = "worker", _("een hulpverlener")
    THIRD = "third", _("iemand anders")
    COURT = "court", _("de rechtbank of het parket")


class Item(Keyed):
    """How one personal item is classed. The words themselves stand in the room that keeps it.

    ``owner`` is the organisation whose file it is: it keeps what it wrote, also after consent was
    withdrawn. ``private`` is a working note: its author alone reads it, whatever its class. ``alone`` is
    what a young person asked on their own: no parent reads it. ``between`` is what somebody and a helper
    write to each other: who takes part reads it, and who keeps that person. Ground: decree on the legal
    position of the minor, articles 20 to 23.
    """

    kind = models.CharField(max_length=30)
    data_class = models.CharField(max_length=20, choices=[(c.value, c.value) for c in DataClass])
    domain = models.CharField(max_length=30, blank=True)
    told_by = models.CharField(max_length=8, choices=ToldBy.choices)
    owner = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="items"
    )
    author = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="items"
    )
    private = models.BooleanField(default=False)
    alone = models.BooleanField(default=False)
    between = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of_choices("item", "data_class", [c.value for c in DataClass]),
            one_of_choices("item", "told_by", ToldBy.values),
            models.CheckConstraint(
                condition=models.Q(private=False) | models.Q(author__isnull=False),
                name="item_private_has_an_author",
            ),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "kind": Privacy.TECHNICAL,
            "data_class": Privacy.CONTENT,
            "domain": Privacy.CONTENT,
            "told_by": Privacy.CONTENT,
            "owner": Privacy.LINK,
            "author": Privacy.WORKER,
            "private": Privacy.TECHNICAL,
            "alone": Privacy.CONTENT,
            "between": Privacy.TECHNICAL,
            "made_at": Privacy.TECHNICAL,
        }


class ItemSubject(models.Model):
    """A person an item is about; with ``aside`` it only lies in their part, and is about others."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="subjects")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="items_about")
    aside = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="item_subject_once")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {"item": Privacy.LINK, "person": Privacy.LINK, "aside": Privacy.CONTENT}


class ItemNamed(models.Model):
    """A reader named on an item: handed over to them, or theirs to know.

    A worker is named ``under`` the organisation they work for: once their role there ended, the name
    counts no more. Without one it never counts.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="named")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    under = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            exactly_one_of("item_named", "person", "worker", "organisation"),
            models.CheckConstraint(
                condition=Q(under__isnull=True) | Q(worker__isnull=False),
                name="item_named_under_is_of_a_worker",
            ),
            *(
                models.UniqueConstraint(
                    fields=["item", reader],
                    condition=Q(**{f"{reader}__isnull": False}),
                    name=f"item_named_{reader}_once",
                )
                for reader in ("person", "worker", "organisation")
            ),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "item": Privacy.LINK,
            "person": Privacy.LINK,
            "worker": Privacy.LINK,
            "organisation": Privacy.LINK,
            "under": Privacy.LINK,
        }


class ItemHidden(models.Model):
    """A person from whom an item is hidden, whatever else they are: whom a safety agreement is about."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="hidden")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="item_hidden_once")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {"item": Privacy.LINK, "person": Privacy.LINK}


class HarmGround(models.Model):
    """Why an item is kept from somebody because reading it would harm them, and until when.

    The agogic exception: a reason, a colleague who looks at it again, and the day they do. Ground:
    decree on the legal position of the minor, article 22.
    """

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="harm_ground")
    reason = models.CharField(max_length=400)
    decided_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    reviewer = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="harm_to_review")
    review_on = models.DateField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="harm_ground_has_a_reason"),
            models.CheckConstraint(
                condition=~models.Q(reviewer=models.F("decided_by")),
                name="harm_ground_reviewed_by_another",
            ),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "item": Privacy.LINK,
            "reason": Privacy.CONTENT,
            "decided_by": Privacy.WORKER,
            "decided_at": Privacy.TECHNICAL,
            "reviewer": Privacy.WORKER,
            "review_on": Privacy.TECHNICAL,
        }
