"""Reference texts in the languages of the screen."""

from django.utils.translation import get_language

type LocalText = dict[str, str]


def in_language(text: LocalText, language: str | None = None) -> str:
    """The text in the asked language, else Dutch, else whatever there is."""
    wanted = (language or get_language() or "nl")[:2]
    return text.get(wanted) or text.get("nl") or next(iter(text.values()), "")
