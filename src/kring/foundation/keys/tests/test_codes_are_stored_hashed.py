"""Codes and indexes: equal values are found, the values themselves are not stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.foundation.keys.sealing import (
    CODE_ALPHABET,
    CODE_LENGTH,
    blind_index,
    hash_code,
    new_code,
    new_link_token,
    readable_code,
)


def test_a_code_has_no_look_alikes_and_reads_in_fours() -> None:
    code = new_code()
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(CODE_ALPHABET)
    assert not set("01OIL") & set(CODE_ALPHABET)
    assert readable_code("ABCDEFGHJKMN") == "ABCD-EFGH-JKMN"


@given(st.lists(st.sampled_from(list("- ")), max_size=6), st.booleans())
def test_however_a_code_is_typed_it_is_the_same_code(signs: list[str], lower: bool) -> None:  # noqa: FBT001
    code = "ABCDEFGHJKMN"
    typed = code[:5] + "".join(signs) + code[5:]
    assert hash_code(f" {typed.lower() if lower else typed}\n") == hash_code(code)


@pytest.mark.parametrize("other", ["ABCDEFGHJKMP", "ABCDEFGHJKM", ""])
def test_another_code_has_another_hash(other: str) -> None:
    assert hash_code(other) != hash_code("ABCDEFGHJKMN")
    assert "ABCD" not in hash_code("ABCDEFGHJKMN")


def test_a_link_token_is_taken_as_it_is() -> None:
    token = new_link_token()
    assert hash_code(token) == hash_code(token)
    assert hash_code("aBc-" + token) != hash_code("abc-" + token)


def test_equal_values_of_a_column_have_one_index_and_columns_do_not_match() -> None:
    number = "85073099933"
    index = blind_index(number, column="person.national_number")
    assert index == blind_index(number, column="person.national_number")
    assert index != blind_index(number, column="worker.national_number")
    assert index != blind_index("85073099934", column="person.national_number")
    assert number not in index
