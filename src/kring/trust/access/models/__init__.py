from kring.trust.access.models.circle import OwnCircle, ParentSafety, PersonAccess
from kring.trust.access.models.doors import BrokenGlass, JoinAsked
from kring.trust.access.models.involvement import Involvement, KnownCheck
from kring.trust.access.models.items import HarmGround, Item, ItemHidden, ItemNamed, ItemSubject, ToldBy
from kring.trust.access.models.unusual import UnusualLook

__all__ = [
    "BrokenGlass",
    "HarmGround",
    "Involvement",
    "Item",
    "ItemHidden",
    "ItemNamed",
    "ItemSubject",
    "JoinAsked",
    "KnownCheck",
    "OwnCircle",
    "ParentSafety",
    "PersonAccess",
    "ToldBy",
    "UnusualLook",
]
