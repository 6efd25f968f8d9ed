"""Each mutant is one small other program, in the function it names."""

import ast
from pathlib import Path

import pytest

from tests.mutation.__main__ import SCOPE, TRUST, equivalent
from tests.mutation.mutants import Mutant, code_of, mutants_of

SOURCE = '''
def decides(age: int, judged: bool | None) -> bool:
    """Words that are left alone."""
    if judged is not None:
        return judged
    return age >= 12


class Kept:
    def named(self, rows: list[int]) -> list[int]:
        return [row for row in rows if row > 0 and row != 7]


def words() -> str:
    return _("Dit blijft staan.")
'''


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "source.py"
    file.write_text(SOURCE)
    return file


def run(mutant: Mutant, *given: object) -> object:
    """Call the mutant of a function."""
    names: dict[str, object] = {"_": str}
    exec(compile(ast.parse(SOURCE), "source", "exec"), names)  # noqa: S102 - the words above
    owner = names["Kept"] if "." in mutant.function else None
    function = getattr(owner, "named") if owner else names[mutant.function]  # noqa: B009
    code = code_of(mutant)
    assert code is not None
    function.__code__ = code
    return function(*given)


def test_each_change_is_another_program(source: Path) -> None:
    every = mutants_of(source)
    assert len({str(mutant) for mutant in every}) == len(every)
    original = {code.co_code + repr(code.co_consts).encode() for code in _codes(source)}
    for mutant in every:
        code = code_of(mutant)
        assert code is not None, mutant
        assert code.co_code + repr(code.co_consts).encode() not in original, mutant


def test_the_edge_of_an_age_is_changed(source: Path) -> None:
    older = [mutant for mutant in mutants_of(source) if mutant.what == "12 one more"]
    assert [run(mutant, 12, None) for mutant in older] == [False]
    assert [run(mutant, 13, None) for mutant in older] == [True]


def test_a_condition_of_a_list_is_left_out(source: Path) -> None:
    wide = [mutant for mutant in mutants_of(source) if mutant.what.startswith("all without")]
    assert [run(mutant, None, [0, 7, 9]) for mutant in wide] == [[0, 7, 9]]


def test_words_of_a_screen_and_docstrings_are_left_alone(source: Path) -> None:
    said = " ".join(str(mutant) for mutant in mutants_of(source))
    assert "left alone" not in said
    assert "XXDit" not in said
    assert not any(m.what.startswith("'Dit") for m in mutants_of(source))


def test_the_lines_of_a_change_are_those_of_its_statement(source: Path) -> None:
    lines = {mutant.what: (mutant.line, mutant.lines) for mutant in mutants_of(source)}
    assert lines["`judged is not None` with Is"] == (4, range(4, 5))
    assert lines["12 one more"] == (6, range(6, 7))


def test_what_is_listed_as_changing_nothing_is_a_change_that_is_made() -> None:
    made = {mutant.name for name in SCOPE for mutant in mutants_of(TRUST / name)}
    assert equivalent() <= made


def _codes(source: Path) -> list:
    module = compile(source.read_text(), str(source), "exec")
    found = [code for code in module.co_consts if hasattr(code, "co_code")]
    return [*found, *(inner for code in found for inner in code.co_consts if hasattr(inner, "co_code"))]
