"""An encrypted ZIP of one file that 7-Zip and WinZip open with a passphrase (WinZip AE-2, AES-256).

Written here because the standard library cannot encrypt a ZIP, and a court has no tool of ours. The
format asks PBKDF2 with 1,000 rounds only: so the passphrase is made by us, with 119 bits.
Source: the AES encryption specification of WinZip, version AE-2.
"""

import hashlib
import hmac
import secrets
import struct
import zlib
from datetime import datetime

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

ROUNDS = 1000
SALT_BYTES, CHECK_BYTES, KEY_BYTES, BLOCK, SIGN_BYTES = 16, 2, 32, 16, 10
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
WORDS, SIGNS = 6, 4
AES_EXTRA = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, 8)
ENCRYPTED_UTF8, METHOD_AES, NEEDS = 0x0801, 99, 51


def new_passphrase() -> str:
    """Six groups of four signs without look-alikes, to be read aloud or typed over."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(SIGNS)) for _ in range(WORDS))
    return "-".join(groups)


def sealed_zip(name: str, content: bytes, passphrase: str, at: datetime) -> bytes:
    """One file in an encrypted ZIP; ``at`` is its date."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = _sealed(packer.compress(content) + packer.flush(), passphrase)
    label = name.encode()
    sizes = struct.pack("<III", 0, len(data), len(content))
    head = struct.pack("<HHHHH", NEEDS, ENCRYPTED_UTF8, METHOD_AES, _time(at), _date(at)) + sizes
    lengths = struct.pack("<HH", len(label), len(AES_EXTRA))
    local = b"PK\x03\x04" + head + lengths + label + AES_EXTRA + data
    central = b"PK\x01\x02" + struct.pack("<H", NEEDS) + head + lengths
    central += struct.pack("<HHHII", 0, 0, 0, 0, 0) + label + AES_EXTRA
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def _sealed(data: bytes, passphrase: str) -> bytes:
    salt = secrets.token_bytes(SALT_BYTES)
    keys = hashlib.pbkdf2_hmac("sha1", passphrase.encode(), salt, ROUNDS, 2 * KEY_BYTES + CHECK_BYTES)
    secret, signing, check = keys[:KEY_BYTES], keys[KEY_BYTES : 2 * KEY_BYTES], keys[2 * KEY_BYTES :]
    hidden = keystream_xor(secret, data)
    sign = hmac.new(signing, hidden, hashlib.sha1).digest()[:SIGN_BYTES]
    return salt + check + hidden + sign


def keystream_xor(secret: bytes, data: bytes) -> bytes:
    """AES in counter mode with the counter of this format: from one, lowest byte first."""
    blocks = -(-len(data) // BLOCK)
    counters = b"".join(number.to_bytes(BLOCK, "little") for number in range(1, blocks + 1))
    encryptor = Cipher(algorithms.AES(secret), modes.ECB()).encryptor()  # noqa: S305 - makes the counter mode
    stream = encryptor.update(counters)[: len(data)]
    return (int.from_bytes(data) ^ int.from_bytes(stream)).to_bytes(len(data)) if data else b""


def _time(at: datetime) -> int:
    return at.hour << 11 | at.minute << 5 | at.second // 2


def _date(at: datetime) -> int:
    return (at.year - 1980) << 9 | at.month << 5 | at.day
