"""Small wrong changes of a function, one at a time: what a test should notice.

Each is a change of the syntax tree inside one function or method. The words of a screen (what
``_()`` wraps), docstrings, annotations and what stands outside functions are left alone.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
}
NAMES = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "filter": "exclude",
    "exclude": "filter",
}
NARROWS = {"filter", "exclude", "running"}
type Change = Callable[[ast.AST], ast.AST | None]


@dataclass(frozen=True)
class Mutant:
    """One change: in which function of which file, on which line, and what it is.

    ``lines`` are those of the statement it stands in; of a block those of its head.
    """

    file: Path
    function: str
    line: int
    what: str
    place: int
    number: int
    lines: range

    def __str__(self) -> str:
        return f"{self.file.parent.name}/{self.file.name}:{self.line} {self.function}: {self.what}"

    @property
    def name(self) -> str:
        """What it is without its line, so that a line more above it changes nothing."""
        return f"{self.file.parent.name}/{self.file.stem}.{self.function} {self.what}"


@cache
def _text(file: Path) -> str:
    """The words of a file as they were when a run began."""
    return file.read_text()


def mutants_of(file: Path) -> list[Mutant]:
    """Every mutant of a file, in its order."""
    tree = ast.parse(_text(file), str(file))
    return [
        Mutant(file, name, getattr(node, "lineno", lines.start), what, place, number, lines)
        for name, function in _functions(tree)
        for place, (node, lines) in enumerate(_inside(function))
        for number, (what, _change) in enumerate(_changes(node))
    ]


def code_of(mutant: Mutant) -> CodeType | None:
    """The function as the mutant has it; None where the change makes no program."""
    tree = ast.parse(_text(mutant.file), str(mutant.file))
    function = dict(_functions(tree))[mutant.function]
    node, _lines = _inside(function)[mutant.place]
    _what, change = list(_changes(node))[mutant.number]
    put = change(node)
    if put is not None:
        _swap(function, node, ast.copy_location(put, node))
    try:
        module = compile(ast.fix_missing_locations(tree), str(mutant.file), "exec")
    except (SyntaxError, ValueError):
        return None
    return dict(_codes(module, ""))[mutant.function]


def functions_of(file: Path) -> dict[str, CodeType]:
    """The code of each function and method of a file, unchanged, by its qualified name."""
    module = compile(_text(file), str(file), "exec")
    return dict(_codes(module, ""))


def _functions(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{prefix}{node.name}.")


def _codes(code: CodeType, prefix: str) -> Iterator[tuple[str, CodeType]]:
    for each in code.co_consts:
        if isinstance(each, CodeType) and each.co_name.startswith("<generic"):
            yield from _codes(each, prefix)
        elif isinstance(each, CodeType) and not each.co_name.startswith("<"):
            if each.co_flags & 0x1:  # CO_OPTIMIZED: a function, not the body of a class
                yield prefix + each.co_name, each
            else:
                yield from _codes(each, f"{prefix}{each.co_name}.")


def _inside(function: ast.FunctionDef) -> list[tuple[ast.AST, range]]:
    """The nodes of a body that may be changed, in a fixed order, with the lines of their statement."""
    body = function.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return [found for statement in body for found in _below(statement, range(0))]


def _below(node: ast.AST, lines: range) -> Iterator[tuple[ast.AST, range]]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
        return
    if isinstance(node, ast.stmt):
        lines = _lines_of(node)
    yield node, lines
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "decorator_list"):
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ast.AST):
                    yield from _below(each, lines)


def _lines_of(statement: ast.stmt) -> range:
    body = getattr(statement, "body", None)
    last = body[0].lineno - 1 if body else statement.end_lineno or statement.lineno
    return range(statement.lineno, max(last, statement.lineno) + 1)


def _swap(function: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for node in ast.walk(function):
        for name, value in ast.iter_fields(node):
            if value is old:
                setattr(node, name, new)
            elif isinstance(value, list) and any(each is old for each in value):
                setattr(node, name, [new if each is old else each for each in value])


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """What can be changed at a node, with its words."""
    for kind, offered in CHANGES.items():
        if isinstance(node, kind):
            yield from offered(node)


def _said(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())[:70]


def _compare(node: ast.Compare) -> Iterator[tuple[str, Change]]:
    for place, operator in enumerate(node.ops):
        other = COMPARISONS[type(operator)]

        def change(found: ast.Compare, place: int = place, other: type[ast.cmpop] = other) -> None:
            found.ops[place] = other()

        yield f"`{_said(node)}` with {other.__name__}", change


def _boolean(node: ast.BoolOp) -> Iterator[tuple[str, Change]]:
    other = ast.Or if isinstance(node.op, ast.And) else ast.And
    yield f"`{_said(node)}` with {other.__name__}", lambda found: setattr(found, "op", other())


def _unary(node: ast.UnaryOp) -> Iterator[tuple[str, Change]]:
    if isinstance(node.op, ast.Not | ast.Invert):
        yield f"`{_said(node)}` not turned round", lambda found: found.operand


def _binary(node: ast.BinOp | ast.AugAssign) -> Iterator[tuple[str, Change]]:
    other = OPERATORS.get(type(node.op))
    if other is not None:
        yield f"`{_said(node)}` with {other.__name__}", lambda found: setattr(found, "op", other())
    if isinstance(node, ast.BinOp) and other is not None:
        yield f"`{_said(node)}` without its right", lambda found: found.left
        yield f"`{_said(node)}` without its left", lambda found: found.right


def _constant(node: ast.Constant) -> Iterator[tuple[str, Change]]:
    value = node.value
    if isinstance(value, bool):
        yield f"{value} turned round", lambda _found: ast.Constant(not value)
    elif isinstance(value, int):
        yield f"{value} one more", lambda _found: ast.Constant(value + 1)
    elif isinstance(value, str) and value:
        yield f"{value!r} another", lambda _found: ast.Constant(f"XX{value}XX")


def _call(node: ast.Call) -> Iterator[tuple[str, Change]]:
    for place, given in enumerate(node.args):

        def without(found: ast.Call, place: int = place) -> None:
            del found.args[place]

        yield f"`{_said(node)}` without `{_said(given)}`", without
    for place, keyword in enumerate(node.keywords):

        def unnamed(found: ast.Call, place: int = place) -> None:
            del found.keywords[place]

        yield f"`{_said(node)}` without {keyword.arg or '**'}", unnamed
    if isinstance(node.func, ast.Attribute) and node.func.attr in NARROWS:
        yield f"`{_said(node)}` not narrowed", lambda found: found.func.value
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name in NAMES and not (isinstance(node.func, ast.Attribute) and name in ("min", "max")):
        field = "id" if isinstance(node.func, ast.Name) else "attr"
        yield (
            f"`{_said(node)}` as {NAMES[name]}",
            lambda found: setattr(found.func, field, NAMES[name]),
        )


def _condition(node: ast.If | ast.IfExp | ast.While) -> Iterator[tuple[str, Change]]:
    def negated(found: ast.If) -> None:
        found.test = ast.UnaryOp(ast.Not(), found.test)

    yield f"if not `{_said(node.test)}`", negated


def _comprehension(node: ast.comprehension) -> Iterator[tuple[str, Change]]:
    for place, condition in enumerate(node.ifs):

        def without(found: ast.comprehension, place: int = place) -> None:
            del found.ifs[place]

        yield f"all without `if {_said(condition)}`", without


def _statement(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        yield f"`{_said(node)}` left out", lambda _found: ast.Pass()


def _turned(node: ast.Continue | ast.Break) -> Iterator[tuple[str, Change]]:
    other = ast.Break if isinstance(node, ast.Continue) else ast.Continue
    yield f"{other.__name__} instead", lambda _found: other()


def _returned(node: ast.Return) -> Iterator[tuple[str, Change]]:
    if node.value is not None and not isinstance(node.value, ast.Constant):
        yield f"`{_said(node)}` of nothing", lambda _found: ast.Return(ast.Constant(None))


CHANGES: dict[type | tuple[type, ...], Callable[..., Iterator[tuple[str, Change]]]] = {
    ast.Compare: _compare,
    ast.BoolOp: _boolean,
    ast.UnaryOp: _unary,
    (ast.BinOp, ast.AugAssign): _binary,
    ast.Constant: _constant,
    ast.Call: _call,
    (ast.If, ast.IfExp, ast.While): _condition,
    ast.comprehension: _comprehension,
    (ast.Expr, ast.AugAssign, ast.Raise): _statement,
    (ast.Continue, ast.Break): _turned,
    ast.Return: _returned,
}
