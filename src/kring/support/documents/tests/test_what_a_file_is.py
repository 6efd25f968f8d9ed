"""What is kept follows from the content; whatever is not sure is refused with a sentence."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from kring.support.documents.content import check_name, checked
from kring.support.documents.tests.files_as_people_send_them import (
    PDF,
    docx,
    odt,
    package,
    picture,
)
from kring.support.documents.tests.voices import (
    AAC,
    AMR,
    AMR_WIDE,
    FILM,
    M4A,
    MP3,
    OGG,
    THREE_GP,
    WAV,
    WEBM,
    spoken_mp4,
    webm,
)

KEPT = {
    "application/pdf": PDF,
    "image/png": picture("PNG"),
    "image/jpeg": picture("JPEG"),
    "image/webp": picture("WEBP"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": docx(),
    "application/vnd.oasis.opendocument.text": odt(),
    "audio/mp4": M4A,
    "audio/3gpp": THREE_GP,
    "audio/amr": AMR,
    "audio/aac": AAC,
    "audio/ogg": OGG,
    "audio/webm": WEBM,
    "audio/wav": WAV,
    "audio/mpeg": MP3,
}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
TEMPLATE = b'<R Type="attachedTemplate" Target="http://x" TargetMode="External"/>'
HUGE = {
    "word/document.xml": b"0" * 60_000_000,
    "[Content_Types].xml": b"x",
    "more.xml": b"0" * 60_000_000,
}


def bomb_picture() -> bytes:
    """A PNG of a few bytes that says it is 60,000 by 60,000 points."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


REFUSED = {
    "an svg with a script": SVG,
    "an svg behind a declaration": b"<?xml version='1.0'?>" + SVG,
    "a web page": HTML,
    "a program": b"MZ\x90\x00" + b"\x00" * 400,
    "a script": b"#!/bin/sh\nrm -rf /\n",
    "a gif": b"GIF89a" + b"\x01\x00\x01\x00\x80\x00\x00" + b"\x00" * 30,
    "plain text": b"Dag Sofia",
    "nothing": b"",
    "a pdf that is a package too": PDF[:-6] + package({"a.txt": b"x"}) + b"%%EOF\n",
    "a pdf with a package behind it": PDF + package({"a.txt": b"x"}),
    "a web page that is a pdf too": HTML + PDF,
    "a pdf with a web page at its head": b"%PDF-1.7\n" + HTML + PDF,
    "a pdf with a program": PDF.replace(b"/Type", b"/OpenAction <</S /JavaScript /JS (x)>> /Type"),
    "a pdf that starts something": PDF.replace(b"/Type", b"/Launch /Type"),
    "a pdf with a file inside": PDF.replace(b"/Type", b"/EmbeddedFiles /Type"),
    "a pdf cut off": PDF[:-10],
    "a package that is no document": package({"a.txt": b"x"}),
    "a document with a way out": docx(**{"..__..__etc__passwd": b"x"}),
    "a document with an absolute way": package(
        {"[Content_Types].xml": b"x", "word/document.xml": b"x", "/etc/x": b"x"}
    ),
    "a document with macros": docx(**{"word__vbaProject_dot_bin": b"x"}),
    "a document with a template from outside": docx(
        **{"word___rels__settings_dot_xml_dot_rels": TEMPLATE}
    ),
    "a document with a web page behind it": docx() + HTML,
    "a document before which something stands": b"x" + docx(),
    "a bomb": package(HUGE),
    "many members": package(
        {"[Content_Types].xml": b"x", "word/document.xml": b"x", **{f"{n}": b"" for n in range(2_001)}}
    ),
    "a picture that is a bomb": bomb_picture(),
    "a picture cut off": picture("JPEG")[:200],
    "a film": FILM,
    "a film without sound": spoken_mp4(b"3gp4", b"vide"),
    "a film of a browser": webm(b"V_VP8") + webm(),
    "a matroska": webm(doctype=b"matroska"),
    "a webm without a voice": webm(b"S_TEXT/UTF8"),
    "a wave of no known kind": WAV[:20] + b"\x99\x99" + WAV[22:],
    "a film in riff": b"RIFF\x00\x01\x00\x00AVI LIST" + b"\x00" * 200,
    "an amr with no frame": b"#!AMR\n\xff" + b"\x00" * 40,
    "an aac of one mark": b"\xff\xf1" + b"\x00" * 40,
    "a wave with a web page at its head": WAV[:44] + HTML + WAV,
    "an amr that is a package too": AMR + package({"a.txt": b"x"}),
    "a sound that is a package too": MP3 + package({"a.txt": b"x"}),
    "a sound with a web page at its head": MP3[:20] + HTML + MP3,
}


@pytest.mark.parametrize("content_type", KEPT)
def test_what_is_on_the_list_is_kept(content_type: str) -> None:
    assert checked(KEPT[content_type]).content_type == content_type


def test_a_wide_voice_of_a_telephone_is_kept_too() -> None:
    assert checked(AMR_WIDE).content_type == "audio/amr"


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_sure_is_refused(name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        checked(REFUSED[name])
    assert refused.value.messages[0].endswith(".")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_says_no_longer_where_it_was_taken(kind: str) -> None:
    sent = picture(kind, place=True)
    kept = checked(sent).content
    assert b"Kerkstraat" in sent
    assert b"Kerkstraat" not in kept
    with Image.open(BytesIO(kept)) as shown:
        assert (shown.size, shown.getexif()) == ((30, 20), {})


def test_nothing_that_hangs_behind_a_picture_is_kept() -> None:
    kept = checked(picture("PNG") + package({"a.txt": b"x"}) + HTML).content
    assert b"PK" not in kept
    assert b"<script" not in kept


def test_a_package_that_lies_about_its_size_is_refused() -> None:
    sent = bytearray(docx())
    where = sent.rfind(b"PK\x01\x02") + 24
    sent[where : where + 4] = struct.pack("<I", 3)
    with pytest.raises(ValidationError):
        checked(bytes(sent))


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a/b.pdf", "a\\b.pdf", "..", "a\x00.pdf", "a\u202efdp.exe", "x" * 300]
)
def test_a_name_that_is_a_way_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="naam"):
        check_name(name)


def test_a_plain_name_is_fine() -> None:
    check_name("Verslag van 3 mei (Noor).pdf")
