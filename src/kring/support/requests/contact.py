"""Reading how somebody wants to be reached from what they typed in one box."""

from kring.registry.people.models import ContactChannel
from kring.registry.people.rules import check_channel


def read_contact(text: str) -> tuple[str, str]:
    """The kind of channel and its value as stored; two empty texts for an empty box.

    Raises ValidationError when it is neither a telephone number nor an e-mail address.
    """
    text = text.strip()
    if not text:
        return "", ""
    kind = ContactChannel.Kind.EMAIL if "@" in text else ContactChannel.Kind.PHONE
    return str(kind), check_channel(kind, text)
