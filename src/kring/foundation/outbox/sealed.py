"""The link of a message is sealed: it may lead to somebody's answer."""

from kring.foundation.keys.columns import SealedField, register_column
from kring.foundation.outbox.models import Message

register_column(SealedField("message.link", Message, "sealed_link", lambda message: message.link_row))
