"""Places become dots in their right place, with a table that says the same."""

from kring.foundation.ui.dot_map import MapPoint, draw

GEEL = MapPoint(51.16, 4.99, "Geel", "3", "late")
OOSTENDE = MapPoint(51.23, 2.92, "Oostende", "1")
HASSELT = MapPoint(50.93, 5.34, "Hasselt", "", "still")


def test_west_is_left_and_north_is_up() -> None:
    found = {dot.label: dot for dot in draw([GEEL, OOSTENDE, HASSELT]).dots}
    assert found["Oostende"].x < found["Geel"].x < found["Hasselt"].x
    assert found["Oostende"].y < found["Geel"].y < found["Hasselt"].y


def test_every_dot_lies_within_the_drawing() -> None:
    drawing = draw([GEEL, OOSTENDE, HASSELT], radius=8)
    for dot in drawing.dots:
        assert dot.r <= dot.x <= drawing.width - dot.r
        assert dot.r <= dot.y <= drawing.height - dot.r


def test_the_table_names_what_says_something() -> None:
    assert [dot.label for dot in draw([OOSTENDE, HASSELT, GEEL]).named] == ["Geel", "Oostende"]


def test_a_map_without_places_is_empty() -> None:
    assert draw([]).dots == ()
