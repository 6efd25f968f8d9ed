import pytest


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"age": 35, "text": "peuter"}, {"play", "care"}),
        ({"age": 36, "text": "peuter"}, set()),
        ({"age": -1, "text": "kraamhulp"}, {"birth"}),
        ({"age": 3, "text": "kraamhulp"}, set()),
        ({"languages": frozenset({"tr", "ar"})}, {"debt"}),
        ({"open_on": frozenset({3, 4})}, {"books"}),
        ({"open_on": frozenset({4})}, set()),
        ({"domains": frozenset({"leisure"})}, {"books"}),
        ({"free_now": True}, {"birth"}),
        ({"specific_need": True}, {"swim"}),
        ({"areas": frozenset({"11002"}), "text": "zwemlessen"}, set()),
        ({"areas": frozenset({"44021"}), "text": "zwemlessen"}, {"swim"}),
        ({"reach": "universal"}, set()),
    ],
)
def test_a_filter_lets_through_only_what_fits(search, asked, found):
    assert set(search(**asked)) == found
