"""The address of a kept search, and the one on which its mail is ended without signing in.

The second is in the mail only. It carries a signature instead of a stored token: all it can do is
end the mail of that search, so it may work as long as the mail lies in a mailbox.
"""

from uuid import UUID

from django.core.signing import BadSignature, Signer

SEARCH_PAGE = "/aanbod/zoektocht/"
NO_MAIL_PAGE = "/aanbod/geen-mail/"
SIGNER = Signer(salt="saved.way_out")


def way_out_of(link: str) -> str | None:
    """The path on which the mail with this link is ended; None when it links to no kept search."""
    try:
        key = UUID(link.removeprefix(SEARCH_PAGE))
    except ValueError:
        return None
    return f"{NO_MAIL_PAGE}{SIGNER.sign(str(key))}"


def key_of(token: str) -> UUID | None:
    """Of which search the mail is ended; None for a token that is not ours."""
    try:
        return UUID(SIGNER.unsign(token))
    except (BadSignature, ValueError):
        return None
