"""Text messages through a gateway of the installation's choice.

A gateway is a class named in ``KRING_SMS_GATEWAY`` with the two methods of ``Sender``; it is
handed the Message-ID so that it can recognise a letter it already took.
"""

import json
import logging
from datetime import UTC

from django.conf import settings
from django.utils.module_loading import import_string

from kring.foundation.outbox.sending import Letter, NotDelivered, Sender

log = logging.getLogger(__name__)


def sms_sender() -> Sender:
    """The gateway of this installation; raises NotDelivered when it has none."""
    if not settings.SMS_GATEWAY:
        raise NotDelivered("no_sms_gateway", outage=True)
    sender: Sender = import_string(settings.SMS_GATEWAY)()
    return sender


class FileGateway:
    """Each text message as one JSON file, and a line in the log that says nothing about whom."""

    def send(self, letter: Letter) -> None:
        settings.SMS_DIR.mkdir(parents=True, exist_ok=True)
        name = letter.message_id.strip("<>").partition("@")[0]
        told = {
            "to": letter.to,
            "words": f"{letter.sentence} {letter.link}",
            "at": letter.at.astimezone(UTC).isoformat(),
        }
        file = settings.SMS_DIR / f"{name}.json"
        file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        log.info("text message %s written to a file", name)

    def close(self) -> None:
        """Nothing is held open."""
