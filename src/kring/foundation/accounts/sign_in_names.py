"""Names to sign in with, for who has no mail address of their own.

Stored as an address of a domain that exists nowhere, so that an account keeps one way to be found.
"""

from kring.foundation.keys.sealing import new_code

DOMAIN = "naam.invalid"
LENGTH = 8


def new_sign_in_name() -> str:
    """A name nobody has, as the address it is stored by."""
    code = new_code()[:LENGTH].lower()
    return f"{code[:4]}-{code[4:]}@{DOMAIN}"


def as_address(typed: str) -> str:
    """What somebody typed to sign in, as the address of an account."""
    typed = typed.strip()
    return typed if "@" in typed or not typed else f"{typed.lower()}@{DOMAIN}"


def as_name(address: str) -> str:
    """The address of an account as its owner types it."""
    return address.removesuffix(f"@{DOMAIN}")
