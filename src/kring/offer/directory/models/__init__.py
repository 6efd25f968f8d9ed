from kring.offer.directory.models.activities import Activity, ActivityDate, SignUp
from kring.offer.directory.models.codes import (
    HelpFunction,
    LifeDomain,
    LocationType,
    Pillar,
    Reach,
    Repeats,
    Situation,
    WayIn,
)
from kring.offer.directory.models.details import (
    Contact,
    CostOption,
    Language,
    Phone,
    RequiredDocument,
    Schedule,
)
from kring.offer.directory.models.index import ToIndex
from kring.offer.directory.models.keeping import (
    ConfirmLink,
    Outcome,
    SaidBy,
    WrongAbout,
    WrongReport,
)
from kring.offer.directory.models.linked import LinkedOffer, LinkProposal
from kring.offer.directory.models.locations import Accessibility, Address, Location
from kring.offer.directory.models.organizations import Organization
from kring.offer.directory.models.parts import Part
from kring.offer.directory.models.services import (
    Eligibility,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceDomain,
    ServiceSituation,
    TypeModule,
)
from kring.offer.directory.models.sources import Entry, Source
from kring.offer.directory.models.terms import ForeignTaxonomy, ForeignTerm, ServiceTerm

__all__ = [
    "Accessibility",
    "Activity",
    "ActivityDate",
    "Address",
    "ConfirmLink",
    "Contact",
    "CostOption",
    "Eligibility",
    "Entry",
    "ForeignTaxonomy",
    "ForeignTerm",
    "HelpFunction",
    "Language",
    "LifeDomain",
    "LinkProposal",
    "LinkedOffer",
    "Location",
    "LocationType",
    "Organization",
    "Outcome",
    "Part",
    "Phone",
    "Pillar",
    "Reach",
    "Repeats",
    "RequiredDocument",
    "SaidBy",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceDomain",
    "ServiceSituation",
    "ServiceTerm",
    "SignUp",
    "Situation",
    "Source",
    "ToIndex",
    "TypeModule",
    "WayIn",
    "WrongAbout",
    "WrongReport",
]
