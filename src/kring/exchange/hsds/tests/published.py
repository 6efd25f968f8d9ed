"""The schemas of HSDS 3.0 as they are published, and what of an answer is not as they say."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FOLDER = Path(__file__).parent / "data/schema"
PUBLISHED = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/"
OPENAPI: dict[str, Any] = json.loads((FOLDER / "openapi.json").read_text())
LISTS = ("service", "organization", "service_at_location")


def _resources() -> dict[str, Resource[Any]]:
    """Each schema at the addresses where it is published, alone and compiled, and as a list has it."""
    found: dict[str, Any] = {path.name: json.loads(path.read_text()) for path in FOLDER.glob("*.json")}
    found |= {f"{name}_list.json": {"$ref": f"{name}.json"} for name in LISTS}
    return {
        f"{PUBLISHED}{where}{name}": Resource.from_contents(schema, DRAFT202012)
        for where in ("", "compiled/")
        for name, schema in found.items()
    } | {"urn:openapi": Resource.from_contents(OPENAPI, DRAFT202012)}


REGISTRY: Registry[Any] = Registry().with_resources(_resources().items())


def faults(path: str, said: Any) -> list[str]:
    """What of an answer of this path of the description its schema has something against."""
    inside = path.replace("~", "~0").replace("/", "~1")
    schema = f"urn:openapi#/paths/{inside}/get/responses/200/content/application~1json/schema"
    validator = Draft202012Validator({"$ref": schema}, registry=REGISTRY)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(said)]
