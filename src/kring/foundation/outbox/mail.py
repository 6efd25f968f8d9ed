"""Mail over SMTP, with a time-out on every step; without a server, as files in a folder."""

import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings

from kring.foundation.outbox.sending import Letter, NotDelivered, Sender

PERMANENT = 500
SERVER_CLOSES = 421
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def mail_sender() -> Sender:
    """The sender of ``KRING_SMTP_URL``: ``smtp``, ``smtp+starttls``, ``smtps`` or ``file``."""
    url = urlsplit(settings.SMTP_URL)
    if url.scheme == "file":
        return MailFiles(Path(url.path))
    if url.scheme in PORTS:
        return SmtpSender(url)
    raise NotDelivered("no_mail_server", outage=True)


def compose(letter: Letter) -> EmailMessage:
    """The mail itself: no name in any header, one sentence and the link as its body, and the way out."""
    mail = EmailMessage(policy=SMTP_POLICY)
    mail["From"] = settings.MAIL_FROM
    mail["To"] = letter.to
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(letter.at)
    mail["Message-ID"] = letter.message_id
    mail["Auto-Submitted"] = "auto-generated"
    told = f"{letter.sentence}\n\n{letter.link}\n"
    if letter.way_out is not None:
        words, address = letter.way_out
        told += f"\n{words}\n{address}\n"
        # RFC 8058: the button of the mail reader itself ends this mail, in one click
        mail["List-Unsubscribe"] = f"<{address}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(told)
    if letter.enclosure is not None:
        kind, _, subtype = letter.enclosure.media_type.partition("/")
        name = letter.enclosure.name
        mail.add_attachment(letter.enclosure.raw, maintype=kind, subtype=subtype, filename=name)
    return mail


class SmtpSender:
    """One connection for a round of sending, opened at the first letter, again after a failure."""

    def __init__(self, url: SplitResult) -> None:
        self._url = url
        self._server: smtplib.SMTP | None = None

    def send(self, letter: Letter) -> None:
        try:
            mail = compose(letter)
        except ValueError as error:
            raise NotDelivered("bad_address", refused=True) from error
        try:
            self._connected().send_message(mail, settings.MAIL_FROM, [letter.to])
        except (OSError, smtplib.SMTPException) as error:
            failure = _not_delivered(error)
            if failure.outage:
                self.close()
            raise failure from error

    def close(self) -> None:
        if self._server is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._server.quit()
            self._server.close()
            self._server = None

    def _connected(self) -> smtplib.SMTP:
        if self._server is not None:
            return self._server
        host = self._url.hostname or "localhost"
        port = self._url.port or PORTS[self._url.scheme]
        timeout = settings.SMTP_TIMEOUT
        context = None if self._url.scheme == "smtp" else ssl.create_default_context()
        if self._url.scheme == "smtps":
            self._server = smtplib.SMTP_SSL(host, port, timeout=timeout, context=context)
        else:
            self._server = smtplib.SMTP(host, port, timeout=timeout)
        if self._url.scheme == "smtp+starttls":
            self._server.starttls(context=context)
        if self._url.username:
            self._server.login(unquote(self._url.username), unquote(self._url.password or ""))
        return self._server


def _not_delivered(error: Exception) -> NotDelivered:
    """What an SMTP failure means: only a recipient or content turned away is this letter's own."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = max((code for code, _ in error.recipients.values()), default=0)
        return _answered("recipient", code)
    if isinstance(error, smtplib.SMTPDataError):
        return _answered("data", error.smtp_code)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return NotDelivered("address_not_supported", refused=True)
    if isinstance(error, smtplib.SMTPResponseException):
        return NotDelivered(f"server_{error.smtp_code}", outage=True)
    return NotDelivered(type(error).__name__, outage=True)


def _answered(step: str, code: int) -> NotDelivered:
    problem = f"{step}_{code}"
    return NotDelivered(problem, outage=code == SERVER_CLOSES, refused=code >= PERMANENT)


class MailFiles:
    """Each mail as a file, for the demo and for machines that may not reach a server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, letter: Letter) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        name = letter.message_id.strip("<>").partition("@")[0]
        (self._folder / f"{name}.eml").write_bytes(compose(letter).as_bytes())

    def close(self) -> None:
        """Nothing is held open."""
