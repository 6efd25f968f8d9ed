"""Each rule of a reason, a verdict and a sign-in at its edge, with the field its words stand beside."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from kring.trust.access.kinds import ReaderKind
from kring.trust.access.models import BrokenGlass
from kring.trust.access.rules import (
    check_agreed,
    check_glass_reason,
    check_join_reason,
    check_known_reason,
    check_may_ask,
    check_may_review,
    check_review_words,
    check_signed_in_lately,
    may_ask,
    may_check_known,
    may_review,
)
from kring.trust.access.table import Standing

REASONS = [
    (check_known_reason, 10, "reason"),
    (check_glass_reason, 20, "reason"),
    (check_join_reason, 20, "reason"),
    (check_review_words, 10, "words"),
]


@pytest.mark.parametrize(("check", "least", "field"), REASONS)
def test_a_reason_is_as_long_as_it_must_be_without_its_spaces(check, least, field) -> None:
    check("x" * least)
    for short in ("", "x" * (least - 1), " " * least + "x" * (least - 1) + " "):
        with pytest.raises(ValidationError) as refused:
            check(short)
        assert set(refused.value.message_dict) == {field}
        assert all(refused.value.messages)


def test_whether_and_check_of_a_known_reason_say_the_same() -> None:
    assert [may_check_known(text) for text in ("x" * 10, "x" * 9, " " * 9 + "x")] == [True, False, False]


@pytest.mark.parametrize(
    ("breaker", "done", "code"), [(1, False, "own"), (1, True, "own"), (2, True, "done"), (2, False, "")]
)
def test_another_reviews_and_once(breaker, done, code) -> None:
    reviewed = datetime(2026, 11, 2, tzinfo=UTC) if done else None
    glass = BrokenGlass(worker_id=breaker, reviewed_at=reviewed)
    assert may_review(glass, 1) is (code == "")
    if not code:
        check_may_review(glass, 1)
        return
    with pytest.raises(ValidationError) as refused:
        check_may_review(glass, 1)
    assert refused.value.code == code
    assert refused.value.messages != ["None"]


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (check_signed_in_lately, "sign_in"),
        (lambda well: check_agreed(agreed=well), "no_consent"),
    ],
)
def test_a_fact_that_must_be_so(check, code) -> None:
    check(True)  # noqa: FBT003 - a fact
    with pytest.raises(ValidationError) as refused:
        check(False)  # noqa: FBT003 - a fact
    assert refused.value.code == code


@pytest.mark.parametrize("kind", list(ReaderKind))
def test_who_takes_part_asks_and_nobody_of_the_own_circle(kind) -> None:
    asks = kind in {
        ReaderKind.ANCHOR,
        ReaderKind.HOLDER,
        ReaderKind.TEAM_MEMBER,
        ReaderKind.CLB,
        ReaderKind.HELPER_OUTSIDE,
        ReaderKind.MANDATED_BODY,
        ReaderKind.MEDIATOR,
    }
    standing = Standing(worker=5, kinds={1: frozenset({kind})})
    own = Standing(worker=5, kinds={1: frozenset({kind})}, blocked=frozenset({1}))
    assert may_ask(standing, 1) is asks
    assert not may_ask(standing, 2)
    assert not may_ask(own, 1)
    with pytest.raises(ValidationError):
        check_may_ask(own, 1)
    if asks:
        check_may_ask(standing, 1)
