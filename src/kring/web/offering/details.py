"""From the details of a service to their form and back, so that what the form cannot say stays."""

from collections.abc import Iterable, Mapping
from typing import Any

from kring.foundation.records.local_text import in_language
from kring.offer.directory.models import Part, RequiredDocument, Service, ServiceArea, TypeModule
from kring.offer.directory.rules import LANGUAGES, NIS
from kring.registry.places.models import Municipality

TEXTS = {
    "cost": "fees_description",
    "how": "application_process",
    "wait": "wait_time",
    "interpreter": "interpretation_services",
    "alert": "alert",
}
"""Texts of a service by their name on the form, where they stand in Dutch."""
OTHERWISE = ("for_whom", "cost", "how")
"""Texts that the form asks for in the other languages too."""
MODULE = ("function", "code", "frequency", "intensity", "duration")


def details_of(service: Service) -> dict[str, Any]:
    """What stands in the directory, as the form shows it; give a service that was read ``whole``."""
    module = getattr(service, "typemodule", None)
    given = {f"module_{name}": getattr(module, name, "") for name in MODULE}
    for name, field in TEXTS.items():
        given |= in_each_language(name, getattr(service, field))
    given["papers"] = "\n".join(_dutch(one.document) for one in service.required_documents.all())
    given["areas"] = "\n".join(town.name_nl for _area, town in areas_said(service))
    return given


def in_each_language(name: str, text: Mapping[str, str]) -> dict[str, str]:
    """A text as its fields on the form have it."""
    if name not in OTHERWISE:
        return {name: _dutch(text)}
    others = {f"{name}_{one}": text.get(one, "") for one in LANGUAGES if one != "nl"}
    return {name: text.get("nl", "")} | others


def text_of(given: Mapping[str, Any], name: str, before: Mapping[str, str]) -> dict[str, str]:
    """A text in its languages; where only the Dutch is asked, other Dutch makes the others old."""
    dutch = str(given[name]).strip()
    if name in OTHERWISE:
        others = {one: str(given[f"{name}_{one}"]).strip() for one in LANGUAGES if one != "nl"}
        return {one: words for one, words in {"nl": dutch, **others}.items() if words}
    if _dutch(before) == dutch:
        return dict(before)
    return {"nl": dutch} if dutch else {}


def texts_of(given: Mapping[str, Any], service: Service) -> dict[str, dict[str, str]]:
    """The texts of a service, by its fields."""
    return {field: text_of(given, name, getattr(service, field)) for name, field in TEXTS.items()}


def module_of(given: Mapping[str, Any]) -> TypeModule | None:
    """The typemodule that was typed."""
    if not given["module_function"]:
        return None
    return TypeModule(**{name: given[f"module_{name}"].strip() for name in MODULE})


def papers_of(given: Mapping[str, Any], service: Service) -> list[Part]:
    """The papers to bring; one that stood there keeps its other languages."""
    known = {_dutch(one.document): one for one in service.required_documents.all()}
    return [known.get(one) or RequiredDocument(document={"nl": one}) for one in given["papers"]]


def areas_of(given: Mapping[str, Any], service: Service) -> list[Part]:
    """Whose families may come: the municipalities that were typed, and what the form cannot say."""
    said = {town.nis: area for area, town in areas_said(service)}
    shown = {area.pk for area in said.values()}
    kept: list[Part] = [one for one in service.service_areas.all() if one.pk not in shown]
    return kept + [said.get(town.nis) or _area(town) for town in given["areas"]]


def areas_said(service: Service) -> Iterable[tuple[ServiceArea, Municipality]]:
    """The areas of a service that are a municipality of now, with which one that is."""
    areas = {one.extent: one for one in service.service_areas.all() if one.extent_type == NIS}
    towns = Municipality.objects.filter(nis__in=areas, successor=None).order_by("name_nl", "pk")
    return [(areas[town.nis], town) for town in towns if not town.merged_away]


def _area(town: Municipality) -> ServiceArea:
    name = {"nl": town.name_nl, "fr": town.name_fr or town.name_nl}
    return ServiceArea(name=name, extent=town.nis, extent_type=NIS)


def _dutch(text: Mapping[str, str]) -> str:
    return in_language(dict(text), "nl") if text else ""
