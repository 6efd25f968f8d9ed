"""Small manners of the code that keep it readable and safe."""

import ast
import io
import re

import pytest
from django.core.management import call_command
from django.urls import get_resolver

from tests.architecture.source import (
    FLOOR_ORDER,
    PACKAGE,
    functions_in,
    imports_in,
    none_of,
    product_files,
    python_files,
    said,
    templates,
    tree_of,
)

URL_TAG = re.compile(r"\{%\s*url\s+['\"]([\w:.-]+)['\"]")
BUILDS_ON = re.compile(r"\{%\s*(?:extends|include)\s+['\"]([\w/.-]+)['\"]")
VOUCHED_FOR = {"src/kring/foundation/ui/templatetags/ui.py": "drawings from the icon set, no data"}


def test_imports_stand_at_the_top():
    offenders = [
        f"{said(path)}:{node.lineno}"
        for path in python_files()
        for function in functions_in(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    none_of(offenders)


def test_only_the_foundation_hears_signals():
    offenders = [
        f"{said(path)} imports {name}"
        for path in product_files()
        if PACKAGE / "foundation" not in path.parents
        for name in imports_in(path)
        if name.startswith(("django.dispatch", "django.db.models.signals", "blinker"))
        or name.endswith("_signals")
    ]
    none_of(offenders)


def test_nobody_vouches_for_markup():
    calls = [
        f"{said(path)} imports {name}"
        for path in product_files()
        for name in imports_in(path)
        if name.startswith("django.utils.safestring.mark_safe") and said(path) not in VOUCHED_FOR
    ]
    filters = [
        said(path)
        for path in templates()
        if re.search(r"\|\s*safe\b|autoescape\s+off", path.read_text())
    ]
    none_of(calls + filters)


def test_saving_holds_no_logic():
    offenders = [
        f"{said(path)}:{node.lineno}"
        for path in product_files()
        if "models" in path.parts or path.stem == "models"
        for node in functions_in(path)
        if node.name in ("save", "delete", "clean")
    ]
    none_of(offenders)


def test_the_domain_does_not_read_the_clock():
    """Only the request, the timers and the measurements know what time it is."""
    knows_time = {"views", "middleware", "command", "bench", "demo", "check", "forms", "moment"}
    offenders = [
        f"{said(path)}:{node.lineno}"
        for path in product_files()
        if not knows_time & {path.stem, *path.parts}
        for node in ast.walk(tree_of(path))
        if reads_the_clock(node)
    ]
    none_of(offenders)


def reads_the_clock(node: ast.AST) -> bool:
    """``timezone.now``, called or handed on, and ``localdate()`` of no given moment."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in ("localdate", "localtime") and not (node.args or node.keywords)
    return (
        isinstance(node, ast.Attribute)
        and node.attr in ("now", "utcnow", "today")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("timezone", "datetime", "date")
    )


def route_names() -> set[str]:
    """Every URL name, with its namespace."""
    return _names(get_resolver(), "")


def _names(resolver, namespace: str) -> set[str]:
    found = {f"{namespace}{key}" for key in resolver.reverse_dict if isinstance(key, str)}
    for name, (_prefix, inner) in resolver.namespace_dict.items():
        found |= _names(inner, f"{namespace}{name}:")
    return found


def test_every_link_leads_somewhere():
    known = route_names()
    offenders = [
        f"{said(path)}: {name}"
        for path in templates()
        for name in URL_TAG.findall(path.read_text())
        if name not in known
    ]
    none_of(offenders)


def floor_of_template(path) -> int:
    return FLOOR_ORDER.index(path.relative_to(PACKAGE).parts[0])


def test_no_template_builds_on_a_higher_floor():
    by_name = {str(path).split("/templates/")[1]: path for path in templates()}
    offenders = [
        f"{said(path)} builds on {name}"
        for path in templates()
        for name in BUILDS_ON.findall(path.read_text())
        if name in by_name and floor_of_template(by_name[name]) < floor_of_template(path)
    ]
    none_of(offenders)


@pytest.mark.django_db
def test_the_migrations_are_complete():
    out = io.StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=out, stderr=out)
