"""What every door asks of a question in the same words: on the web, at a counter, by a colleague."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from kring.foundation.ui.words_field import words_field
from kring.support.requests.models import HomeSafe

MOST_SIGNS = 5_000
"""A question is a story of two pages at most; the rest is told to a person."""
SAFE = (
    (HomeSafe.YES.value, _("Ja")),
    (HomeSafe.NO.value, _("Nee")),
    (HomeSafe.UNKNOWN.value, _("Weet niet")),
)
question_words = partial(words_field, most=MOST_SIGNS)
"""A box for the words of a question; each door says what to do where they are too long."""
