"""Nothing grows into a hall: the tail of the sizes is held, tests included."""

import ast

from tests.architecture.source import functions_in, none_of, python_files, said, templates

FILE_WARNS, FILE_FAILS = 300, 400
FUNCTION, VIEW, TEMPLATE = 40, 20, 120
NO_NAME = {"utils", "helpers", "common", "misc", "lib", "libraries"}


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from its ``def`` to its end, its docstring left out."""
    whole = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        whole -= (first.end_lineno or first.lineno) - first.lineno + 1
    return whole


def test_files():
    sizes = {said(path): len(path.read_text().splitlines()) for path in python_files()}
    for name, size in sizes.items():
        if FILE_WARNS < size <= FILE_FAILS:
            print(f"{name}: {size} lines, {FILE_WARNS} is the measure")
    none_of(f"{name}: {size} lines" for name, size in sizes.items() if size > FILE_FAILS)


def test_functions():
    offenders = {
        f"{said(path)}:{node.lineno} {node.name}": lines(node)
        for path in python_files()
        for node in functions_in(path)
        if lines(node) > FUNCTION
    }
    none_of(f"{where}: {size} lines" for where, size in offenders.items())


def test_views():
    offenders = {
        f"{said(path)}:{node.lineno} {node.name}": lines(node)
        for path in python_files()
        if path.stem == "views" or path.parent.name == "views"
        for node in functions_in(path)
        if lines(node) > VIEW and not node.name.startswith("_")
    }
    none_of(f"{where}: {size} lines" for where, size in offenders.items())


def test_templates():
    sizes = {said(path): len(path.read_text().splitlines()) for path in templates()}
    none_of(f"{name}: {size} lines" for name, size in sizes.items() if size > TEMPLATE)


def test_names_say_what_is_inside():
    offenders = [
        said(path)
        for path in python_files()
        if NO_NAME & {path.stem, *path.relative_to(path.anchor).parts[-4:-1]}
    ]
    none_of(offenders)
