"""``{% spoken "plan" %}``: a sentence with a pictogram and read aloud, where those files are there.

Recordings are files ``mine/spoken/<language>/<key>.mp3`` among the static files, pictograms
``mine/pictograms/<key>.svg`` or ``.png``; none are shipped. An installation lays its own in a folder of
``STATICFILES_DIRS``. Without a file nothing stands there.
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
    """The pictogram and the player of a recording, those that are there."""
    return format_html("{}{}", _pictogram(key), _player(key))


def _pictogram(key: str) -> SafeString | str:
    """Beside words that say the same: a screen reader passes it by."""
    paths = (f"mine/pictograms/{key}.{ending}" for ending in ("svg", "png"))
    path = next((one for one in paths if finders.find(one) is not None), None)
    return format_html('<img class="pictogram" src="{}" alt="">', static(path)) if path else ""


def _player(key: str) -> SafeString | str:
    path = f"mine/spoken/{get_language() or 'nl'}/{key}.mp3"
    if finders.find(path) is None:
        return ""
    player = '<audio class="spoken" controls preload="none" src="{}" aria-label="{}"></audio>'
    return format_html(player, static(path), _("Luister naar deze tekst"))
