"""The bundle opens with its passphrase as any tool that knows the format opens it, and else not."""

import hashlib
import hmac
import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from pytest_django import Settings

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.retention.running import run
from kring.trust.legal.actions import answer, assess
from kring.trust.legal.articles import Gives
from kring.trust.legal.models import LegalBundle, LegalRequest
from kring.trust.legal.sealed_zip import keystream_xor, new_passphrase, sealed_zip
from kring.trust.legal.tests.a_legal_request import AT, WHY, scene

WORDS = "Lore Proef, hulp van CAW De Kempen. " * 50


class WrongPassphrase(Exception):
    pass


def opened(content: bytes, passphrase: str) -> bytes:
    """Open it by the specification, starting from what the archive says of itself."""
    info = zipfile.ZipFile(io.BytesIO(content)).infolist()[0]
    names, extras = struct.unpack("<HH", content[26:30])
    start = 30 + names + extras
    data = content[start : start + info.compress_size]
    salt, check, hidden, sign = data[:16], data[16:18], data[18:-10], data[-10:]
    keys = hashlib.pbkdf2_hmac("sha1", passphrase.encode(), salt, 1000, 66)
    right = hmac.new(keys[32:64], hidden, hashlib.sha1).digest()[:10]
    if keys[64:] != check or right != sign:
        raise WrongPassphrase
    return zlib.decompress(keystream_xor(keys[:32], hidden), -zlib.MAX_WBITS)


@pytest.mark.parametrize("words", ["", "x", "é" * 15, WORDS])
def test_it_opens_with_its_passphrase_only(words: str) -> None:
    passphrase = new_passphrase()
    content = sealed_zip("bundel.txt", words.encode(), passphrase, AT)
    assert opened(content, passphrase).decode() == words
    with pytest.raises(WrongPassphrase):
        opened(content, new_passphrase())
    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == ["bundel.txt"]


def test_a_changed_byte_is_seen() -> None:
    passphrase = new_passphrase()
    content = bytearray(sealed_zip("bundel.txt", WORDS.encode(), passphrase, AT))
    content[80] ^= 1
    with pytest.raises(WrongPassphrase):
        opened(bytes(content), passphrase)


@pytest.mark.django_db
def test_what_is_kept_cannot_be_read_and_goes_after_its_term(settings: Settings, tmp_path: Path) -> None:
    settings.ANCHOR_DIR = tmp_path
    cast = scene()
    request = cast.asks()
    assess(request=request, gives=Gives.BASIC, because=WHY, worker=cast.first, by=SYSTEM, at=AT)
    given = answer(request=request, text=WORDS, worker=cast.second, by=SYSTEM, at=AT)
    kept = bytes(LegalBundle.objects.get().content)
    assert b"Lore" not in kept
    assert hashlib.sha256(kept).hexdigest() == given.bundle.sha256
    assert opened(kept, given.passphrase).decode() == WORDS
    run(at=AT.replace(year=2027))
    assert LegalBundle.objects.exists()
    report = run(at=AT.replace(year=2027, day=25))
    assert report.failed == 0
    assert not LegalBundle.objects.exists()
    assert LegalRequest.objects.exists()
    assert run(at=AT.replace(year=2046)).failed == 0
    assert not LegalRequest.objects.exists()
