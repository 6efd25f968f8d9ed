"""Office documents are packages: ZIP files, looked into before one is kept."""

import re
import zipfile
import zlib
from io import BytesIO

MOST_MEMBERS = 2_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_TIMES = 200
"""So many times its size may a part become: text packs well, a bomb packs far better."""
PIECE = 64 * 1024
END_OF_ZIP = 22
ODT = b"application/vnd.oasis.opendocument.text"
MACROS = re.compile(r"(vbaproject\.bin|^basic/|^scripts/|activex|\.exe$|\.dll$|\.js$)", re.IGNORECASE)
TEMPLATE_FROM_OUTSIDE = re.compile(rb"attachedTemplate[^>]*TargetMode=.External", re.IGNORECASE)


UNREADABLE = (zipfile.BadZipFile, OSError, RuntimeError, ValueError, EOFError, zlib.error)


class NotTrusted(Exception):
    """The package is not what it says, or holds what no letter holds."""


def kind_of_package(content: bytes) -> str:
    """``docx`` or ``odt``; raises NotTrusted for any other, and for a bomb, a macro or a bad name."""
    if not content.startswith(b"PK\x03\x04") or content[-END_OF_ZIP : -END_OF_ZIP + 4] != b"PK\x05\x06":
        raise NotTrusted
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _check_members(package)
            kind = _kind(package)
            _unpack_all(package)
    except UNREADABLE as error:
        raise NotTrusted from error
    return kind


def _check_members(package: zipfile.ZipFile) -> None:
    members = package.infolist()
    names = [member.filename for member in members]
    if len(members) > MOST_MEMBERS or len(set(names)) != len(names):
        raise NotTrusted
    for name in names:
        parts = name.replace("\\", "/").split("/")
        if name.startswith("/") or ".." in parts or ":" in name or MACROS.search(name):
            raise NotTrusted
    told = sum(member.file_size for member in members)
    swollen = any(member.file_size > MOST_TIMES * max(member.compress_size, PIECE) for member in members)
    if told > MOST_UNPACKED or swollen:
        raise NotTrusted


def _kind(package: zipfile.ZipFile) -> str:
    names = set(package.namelist())
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        return "docx"
    if "mimetype" in names and "content.xml" in names and package.read("mimetype").strip() == ODT:
        return "odt"
    raise NotTrusted


def _unpack_all(package: zipfile.ZipFile) -> None:
    """Read every part, also where the package lies about its size; a checksum that fails raises."""
    left = MOST_UNPACKED
    for member in package.infolist():
        links = member.filename.endswith(".rels")
        text = b""
        with package.open(member) as part:
            while piece := part.read(PIECE):
                left -= len(piece)
                if left < 0:
                    raise NotTrusted
                text += piece if links else b""
        if TEMPLATE_FROM_OUTSIDE.search(text):
            raise NotTrusted
