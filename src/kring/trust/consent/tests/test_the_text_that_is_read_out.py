"""What was read out when consent was asked is a known text, worded for who hears it."""

import pytest

from kring.trust.consent.models import Consent
from kring.trust.consent.texts import LANGUAGES, Audience, audience_of, text_for, texts

PURPOSES = (Consent.Purpose.SHARE, Consent.Purpose.READ_ALONG, Consent.Purpose.TO_COURT)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_wording_is_there_in_every_language(purpose, audience, language) -> None:
    text = text_for(purpose, audience, language)
    assert text is not None
    assert texts()[text.name] == text
    assert len(text.name) <= Consent._meta.get_field("text_read").max_length


@pytest.mark.parametrize(
    ("age", "for_another", "heard"),
    [
        (6, False, Audience.UNDER_12),
        (11, False, Audience.UNDER_12),
        (12, False, Audience.FROM_12),
        (17, False, Audience.FROM_12),
        (18, False, Audience.PARENT),
        (None, False, Audience.PARENT),
        (16, True, Audience.PARENT),
    ],
)
def test_who_hears_which_wording(age, for_another, heard) -> None:
    assert audience_of(age, for_another=for_another) is heard


def test_another_language_hears_the_dutch_text() -> None:
    text = text_for(Consent.Purpose.SHARE, Audience.PARENT, "ar")
    assert text is not None
    assert text.language == "nl"


def test_every_wording_says_that_help_goes_on() -> None:
    goes_on = {"nl": ("hulp gaat", "blijven je helpen"), "fr": ("aide",), "en": ("help",)}
    for text in texts().values():
        assert any(words in text.words for words in goes_on[text.language])


def test_a_newer_version_leaves_no_sentence_out() -> None:
    for text in texts().values():
        newest = text_for(text.purpose, text.audience, text.language)
        assert newest is not None
        assert newest.words == text.words


def test_it_is_read_in_short_pieces_under_headings() -> None:
    for purpose in PURPOSES:
        for audience in Audience:
            text = text_for(purpose, audience, "nl")
            assert text is not None
            assert len(text.parts) >= 3
            for part in text.parts:
                assert part.heading
                assert "|" not in part.heading + part.words
                assert len(part.words) < 260


def test_the_first_version_is_one_piece() -> None:
    first = texts()["share.parent.1.nl"]
    assert [part.heading for part in first.parts] == [""]


def test_a_child_of_the_family_is_no_interpreter() -> None:
    assert set(Consent.Interpreter.values) == {"none", "professional", "by_phone", "adult"}
