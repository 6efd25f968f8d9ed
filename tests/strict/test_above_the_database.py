import pytest

from tests.strict.above_the_database import asks_a_database, is_above


def test_a_test_without_a_database_is_above_it(request: pytest.FixtureRequest) -> None:
    assert not asks_a_database(request.node)
    assert is_above(request.node)


@pytest.mark.django_db
def test_a_test_with_a_database_is_not(request: pytest.FixtureRequest) -> None:
    assert asks_a_database(request.node)
    assert not is_above(request.node)


def test_a_fixture_that_opens_one_counts(request: pytest.FixtureRequest, db: None) -> None:
    assert not is_above(request.node)


@pytest.mark.starts_its_own
def test_a_process_of_its_own_counts(request: pytest.FixtureRequest) -> None:
    assert not is_above(request.node)


@pytest.mark.django_db
@pytest.mark.above_the_database
def test_the_mark_leaves_a_test_to_sqlite(request: pytest.FixtureRequest) -> None:
    assert is_above(request.node)
