"""Small files of every kind that is kept, made as they come."""

import zipfile
from io import BytesIO

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"


def picture(kind: str, *, place: bool = False) -> bytes:
    """A red square; with ``place`` it says in its metadata where it was taken."""
    out = BytesIO()
    red = Image.new("RGB", (30, 20), "red")
    if place:
        exif = Image.Exif()
        exif[0x010E] = "Kerkstraat 12, Geel"
        red.save(out, kind, exif=exif, comment=b"Kerkstraat 12, Geel")
    else:
        red.save(out, kind)
    return out.getvalue()


def package(members: dict[str, bytes], *, packed: bool = True) -> bytes:
    """A ZIP with these members."""
    out = BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def docx(**more: bytes) -> bytes:
    """A Word document; ``more`` are members to add, with ``__`` for a slash and ``_dot_`` for a dot."""
    named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in more.items()}
    return package({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>", **named})


def odt() -> bytes:
    """An ODT document."""
    return package({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
