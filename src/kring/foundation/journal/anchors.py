"""Signed heads of the chains, kept in a file outside the database.

A chain alone cannot show that its tail was cut. Once a day the heads are appended to
``anchors.jsonl`` in ``settings.ANCHOR_DIR``, each line signed and bound to the line before. Copy
that file to where the administrator of the database cannot write, and a cut tail is found up to
the last line.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from kring.foundation.journal.chain import keyed_hash
from kring.foundation.journal.models import ChainHead

FILE_NAME = "anchors.jsonl"

type Head = tuple[int, str]


class BadAnchor(Exception):
    """A line of the anchor file was changed, or a line before it is gone."""


@dataclass(frozen=True)
class Anchor:
    """What one line remembers: per chain the last sequence and its mac, at a moment (ISO, UTC)."""

    at: str
    heads: dict[int, Head]
    signature: str


def write_anchor(*, at: datetime) -> bool:
    """Append the heads of today, once a (local) day; returns whether a line was written.

    Raises BadAnchor when the lines so far do not hold: nothing is built on a bent file.
    """
    with _anchor_file() as descriptor:
        anchors = list(_parse(_whole_lines(descriptor)))
        if anchors and _day(anchors[-1].at) == timezone.localdate(at):
            return False
        heads = {
            str(head.chain): [head.sequence, head.mac] for head in ChainHead.objects.order_by("chain")
        }
        if not heads:
            return False
        previous = anchors[-1].signature if anchors else ""
        signed: dict[str, object] = {"at": at.isoformat(), "heads": heads, "previous": previous}
        line = json.dumps({**signed, "signature": _signature(signed)}) + "\n"
        os.write(descriptor, line.encode())
        os.fsync(descriptor)
    return True


def read_anchors() -> list[Anchor]:
    """Every anchor, oldest first; raises BadAnchor naming the first bad line."""
    path = _path()
    if not path.exists():
        return []
    return list(_parse(_complete(path.read_text())))


def any_signed() -> bool:
    """Whether the key of the anchors signed at least one line, or there are none yet."""
    path = _path()
    lines = _complete(path.read_text()) if path.exists() else []
    return not lines or any(_is_signed(line) for line in lines)


def _is_signed(line: str) -> bool:
    try:
        found = json.loads(line)
        return bool(found.pop("signature") == _signature(found))
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def _parse(lines: list[str]) -> Iterator[Anchor]:
    previous = ""
    for number, line in enumerate(lines, start=1):
        try:
            found = json.loads(line)
            signature = found.pop("signature")
            heads = {int(chain): (int(head[0]), str(head[1])) for chain, head in found["heads"].items()}
            honest = signature == _signature(found) and found["previous"] == previous
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            raise BadAnchor(f"Line {number} of {FILE_NAME} cannot be read") from error
        if not honest:
            raise BadAnchor(f"Line {number} of {FILE_NAME} was changed, or the line before it is gone")
        yield Anchor(found["at"], heads, signature)
        previous = signature


def _signature(signed: Mapping[str, object]) -> str:
    return keyed_hash("anchor", signed, purpose="anchor")


def _day(moment: str) -> object:
    parsed = parse_datetime(moment)
    return timezone.localdate(parsed) if parsed else None


def _path() -> Path:
    return Path(settings.ANCHOR_DIR) / FILE_NAME


def _complete(text: str) -> list[str]:
    """A last line without its end was being written when the power went: it never counted."""
    return text.split("\n")[:-1]


@contextmanager
def _anchor_file() -> Iterator[int]:
    """The file opened for appending by one writer at a time."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)


def _whole_lines(descriptor: int) -> list[str]:
    with os.fdopen(os.dup(descriptor), "rb") as file:
        file.seek(0)
        content = file.read()
    os.ftruncate(descriptor, content.rfind(b"\n") + 1)
    return _complete(content.decode())
