"""``{% spoken "plan" %}``: a sentence read aloud, where a recording of it in this language is there.

Recordings are files ``mine/spoken/<language>/<key>.mp3`` among the static files; none are shipped.
An installation lays its own in a folder of ``STATICFILES_DIRS``. Without a file there is no button.
"""

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def spoken(key: str) -> SafeString | str:
    """The player of a recording, or nothing."""
    path = f"mine/spoken/{get_language() or 'nl'}/{key}.mp3"
    if finders.find(path) is None:
        return ""
    player = '<audio class="spoken" controls preload="none" src="{}" aria-label="{}"></audio>'
    return format_html(player, static(path), _("Luister naar deze tekst"))
