"""A reference text is shown in the language of the screen, else in Dutch."""

from django.utils.translation import override

from kring.foundation.records.local_text import in_language

TEXT = {"nl": "gezin", "fr": "famille"}


def test_the_language_of_the_screen_then_dutch_then_whatever_there_is() -> None:
    with override("fr"):
        assert in_language(TEXT) == "famille"
    with override("en"):
        assert in_language(TEXT) == "gezin"
    assert in_language({"de": "Familie"}, "fr") == "Familie"
    assert in_language({}, "fr") == ""
