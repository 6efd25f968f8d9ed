"""Applies to every test, wherever it lies: the rules of ``tests/strict``."""

pytest_plugins = [
    "tests.strict.unordered",
    "tests.strict.sockets",
    "tests.strict.pages",
    "tests.strict.second_step",
    "tests.strict.reference_data",
    "tests.strict.language",
    "tests.strict.above_the_database",
]
