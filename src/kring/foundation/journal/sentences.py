"""The sentence that goes with each verb, so that people read what happened and not a code."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Text = str | Promise

SENTENCES: dict[str, Text] = {}


def register(sentences: dict[str, Text]) -> None:
    """Add the verbs of a room; a verb has one sentence, in the past tense, starting with the deed."""
    twice = SENTENCES.keys() & sentences.keys()
    if twice:
        raise ValueError(f"verbs told twice: {sorted(twice)}")
    SENTENCES.update(sentences)


register(
    {
        "read": _("bekeek dit"),
        "journal.erased": _("wiste gegevens uit het logboek"),
    }
)
