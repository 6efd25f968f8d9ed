from kring.offer.directory.search.documents import Query, Reason, Why
from kring.offer.directory.search.tests.conftest import GHENT


def test_a_mistyped_word_says_what_it_was_read_as(engine):
    answer = engine.search(Query(text="kinderopfang", near=GHENT, age=10))
    assert answer.read_as == {"kinderopfang": "kinderopvang"}
    assert answer.hits[0].reasons == (
        Reason(Why.TYPO, "kinderopfang", "kinderopvang"),
        Reason(Why.NEAR, km=0.0),
        Reason(Why.AGE, months=(0, 36)),
    )


def test_a_synonym_and_a_word_of_the_name_say_so(engine):
    first = engine.search(Query(text="budgetbegeleiding gent")).hits[0]
    assert [reason.code for reason in first.reasons] == [Why.SYNONYM, Why.IN_NAME]


def test_a_word_that_is_missing_is_named(engine):
    first = engine.search(Query(text="zwemles olifanten")).hits[0]
    assert first.reasons[1] == Reason(Why.WITHOUT, "olifanten")


def test_what_was_not_asked_is_no_reason(engine):
    assert engine.search(Query(text="zwemlessen")).hits[0].reasons == (
        Reason(Why.IN_NAME, "zwemlessen", "zwemlessen"),
    )


def test_help_at_a_distance_says_so(engine):
    line = engine.search(Query(text="opvoedingslijn", near=GHENT)).hits[0]
    assert line.remote
    assert Reason(Why.REMOTE) in line.reasons
