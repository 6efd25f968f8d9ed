"""What somebody kept of the offer: a search to hear what is new, and a service to find again."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.accounts.models import Account
from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.offer.directory.models import Service

LONGEST_NAME = 80


class HowOften(models.TextChoices):
    """How often a saved search looks for what is new, and mails it."""

    DAY = "day", _("elke dag")
    WEEK = "week", _("elke week")
    NEVER = "never", _("geen mail")


class SavedSearch(Keyed):
    """A question to the directory that an account keeps.

    ``asked`` holds the plain values of the ``Query`` that are not the usual ones, ``place`` the name
    of the municipality it stands around. ``seen`` are the keys of the services its owner knows of,
    ``told`` those of which a mail went since. ``look_on`` is the day of the next look, empty when
    there is none; ``touched_at`` the last deed of its owner, from which it is kept for a term.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=LONGEST_NAME)
    asked = models.JSONField()
    place = models.CharField(max_length=LONGEST_NAME, blank=True)
    how_often = models.CharField(max_length=10, choices=HowOften.choices)
    look_on = models.DateField(null=True, blank=True, db_index=True)
    seen = models.JSONField(default=list, blank=True)
    told = models.JSONField(default=list, blank=True)
    saved_at = models.DateTimeField()
    touched_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of_choices("saved_search", "how_often", HowOften.values),
            models.CheckConstraint(condition=~Q(name=""), name="saved_search_has_a_name"),
            models.CheckConstraint(
                condition=Q(how_often=HowOften.NEVER, look_on__isnull=True)
                | (~Q(how_often=HowOften.NEVER) & Q(look_on__isnull=False)),
                name="saved_search_looks_when_it_mails",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "saved_search"
        privacy = {
            "key": Privacy.TECHNICAL,
            "account": Privacy.LINK,
            "name": Privacy.CONTENT,
            "asked": Privacy.CONTENT,
            "place": Privacy.PLACE,
            "how_often": Privacy.TECHNICAL,
            "look_on": Privacy.TECHNICAL,
            "seen": Privacy.CONTENT,
            "told": Privacy.CONTENT,
            "saved_at": Privacy.TECHNICAL,
            "touched_at": Privacy.TECHNICAL,
        }


class Bookmark(Keyed):
    """A service that an account keeps to find it again."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="bookmarks")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="bookmarks")
    marked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "service"], name="bookmark_once"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "account"
        privacy = {
            "key": Privacy.TECHNICAL,
            "account": Privacy.LINK,
            "service": Privacy.CONTENT,
            "marked_at": Privacy.TECHNICAL,
        }
