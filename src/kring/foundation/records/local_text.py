"""Reference texts in the languages of the screen."""

from django.db.models import TextChoices
from django.utils.translation import get_language

type LocalText = dict[str, str]


def in_language(text: LocalText, language: str | None = None) -> str:
    """The text in the asked language, else Dutch, else whatever there is."""
    wanted = (language or get_language() or "nl")[:2]
    return text.get(wanted) or text.get("nl") or next(iter(text.values()), "")


def choice_words(choices: type[TextChoices], code: str) -> str:
    """The words of a coded choice in the language of the screen; an unknown code as it stands."""
    return str(dict(choices.choices).get(code, code))
