from kring.registry.network.models.desks import Desk, DeskArea, Duty, OpeningHours
from kring.registry.network.models.organisations import Organisation, Pause, Sector, Site
from kring.registry.network.models.partnerships import (
    Partnership,
    PartnershipArea,
    PartnershipKind,
    PartnershipMember,
    Recognition,
)
from kring.registry.network.models.workers import (
    Absence,
    RoleLabel,
    RoleType,
    Worker,
    WorkerRole,
)

__all__ = [
    "Absence",
    "Desk",
    "DeskArea",
    "Duty",
    "OpeningHours",
    "Organisation",
    "Partnership",
    "PartnershipArea",
    "PartnershipKind",
    "PartnershipMember",
    "Pause",
    "Recognition",
    "RoleLabel",
    "RoleType",
    "Sector",
    "Site",
    "Worker",
    "WorkerRole",
]
