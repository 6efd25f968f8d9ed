"""How somebody who asked for it is called: on a number they called safe, and after their hour."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.foundation.outbox.recipients import Address, Channel, register_recipient
from kring.foundation.ui.words import moment_words
from kring.registry.people.queries import safe_phone
from kring.support.messages.models import CallAsked
from kring.support.messages.queries import CALL_BACK


def address_to_call(key: UUID, at: datetime) -> Address | None:
    """The number of the person with this key; None once there is none that is safe."""
    asked = CallAsked.objects.filter(person__key=key).select_related("person")
    last = asked.order_by("-asked_at", "-pk").first()
    phone = safe_phone(last.person, at) if last is not None else None
    if last is None or phone is None:
        return None
    after = _("vanaf %(moment)s") % {"moment": moment_words(last.after, at)}
    hours = ", ".join(word for word in (after, phone.hours) if word)
    language = last.person.preferred_language or "nl"
    return Address(Channel.CALL, phone.value, language, hours, phone.say_to_others)


register_recipient(CALL_BACK, address_to_call)
