"""What happened to an agreement, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "consent.recorded": _("schreef op wat deze persoon goedvindt"),
        "consent.ability_judged": _("schreef op of deze jongere zelf beslist"),
        "consent.quiet_word": _("liet in stilte iets weten"),
        "consent.quiet_word_heard": _("hoorde wat in stilte gezegd was"),
        "consent.shared": _("schreef op wat met wie gedeeld werd"),
    }
)
