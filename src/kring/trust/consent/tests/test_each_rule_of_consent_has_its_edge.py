"""Each rule of an answer at its edge, with the field beside which its words stand."""

import pytest
from django.core.exceptions import ValidationError

from kring.trust.consent.rules import (
    check_decides,
    check_interpreter,
    check_reason,
    check_why_without_consent,
    may_decide,
)

ALLOWED = frozenset({"none", "professional"})
REFUSED = [
    (lambda: check_reason("x" * 9 + " "), "because"),
    (lambda: check_reason(""), "because"),
    (lambda: check_why_without_consent("no", "x" * 9), "without_consent_because"),
    (lambda: check_why_without_consent("not_possible", " " * 20), "without_consent_because"),
    (lambda: check_interpreter("child", ALLOWED), "interpreter"),
]


@pytest.mark.parametrize(("check", "field"), REFUSED)
def test_what_is_too_little_is_refused_beside_its_field(check, field) -> None:
    with pytest.raises(ValidationError) as refused:
        check()
    assert set(refused.value.message_dict) == {field}
    assert refused.value.messages != ["None"]


def test_what_is_enough_passes() -> None:
    check_reason("x" * 10)
    check_why_without_consent("no", "x" * 10)
    check_why_without_consent("yes", "")
    check_interpreter("", ALLOWED)
    check_interpreter("none", ALLOWED)


def test_only_who_decides_answers() -> None:
    check_decides(1, frozenset({1, 2}))
    assert [may_decide(who, frozenset({1, 2})) for who in (1, 2, 3)] == [True, True, False]
    with pytest.raises(ValidationError) as refused:
        check_decides(3, frozenset({1, 2}))
    assert refused.value.messages != ["None"]
