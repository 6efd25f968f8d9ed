"""A breath of silence as each kind of telephone records it, built part by part."""

import struct
import wave
from io import BytesIO

SILENCE = b"\x00" * 160


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", 8 + len(body)) + kind + body


def spoken_mp4(brand: bytes, handler: bytes = b"soun") -> bytes:
    """An MP4 of this brand with one track, of sound unless told otherwise."""
    told = _box(b"hdlr", b"\x00" * 8 + handler + b"\x00" * 12 + b"SoundHandler\x00")
    track = _box(b"trak", _box(b"mdia", told))
    mark = _box(b"ftyp", brand + b"\x00\x00\x02\x00" + brand + b"isom")
    return mark + _box(b"moov", track) + _box(b"mdat", SILENCE)


def _element(mark: bytes, body: bytes) -> bytes:
    return mark + struct.pack(">I", len(body) | 0x10000000) + body


def webm(codec: bytes = b"A_OPUS", doctype: bytes = b"webm") -> bytes:
    """A WebM with one track in this codec, as a browser records it."""
    head = b"\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08"
    head += b"\x42\x82" + bytes([0x80 | len(doctype)]) + doctype + b"\x42\x87\x81\x04\x42\x85\x81\x02"
    kind = b"\x01" if codec.startswith(b"V") else b"\x02"
    entry = b"\xd7\x81\x01\x83\x81" + kind + b"\x86" + bytes([0x80 | len(codec)]) + codec
    tracks = _element(b"\x16\x54\xae\x6b", b"\xae" + bytes([0x80 | len(entry)]) + entry)
    cluster = _element(b"\x1f\x43\xb6\x75", b"\xe7\x81\x00\xa3\x85\x81\x00\x00\x80\xf8")
    segment = b"\x18\x53\x80\x67\x01" + b"\xff" * 7
    return b"\x1a\x45\xdf\xa3" + bytes([0x80 | len(head)]) + head + segment + tracks + cluster


def wav() -> bytes:
    """A recording in whole samples, as a computer makes it."""
    out = BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8_000)
        made.writeframes(SILENCE)
    return out.getvalue()


def ogg(voice: bytes = b"OpusHead\x01\x01\x38\x01\x80\xbb\x00\x00\x00\x00\x00") -> bytes:
    """The first page of an Ogg file; the checksum is not looked at."""
    page = b"OggS\x00\x02" + b"\x00" * 8 + b"\x01\x00\x00\x00" + b"\x00" * 8
    return page + b"\x01" + bytes([len(voice)]) + voice


M4A = spoken_mp4(b"M4A ")
THREE_GP = spoken_mp4(b"3gp4")
AMR = b"#!AMR\n" + (b"\x3c" + b"\x00" * 31) * 5
AMR_WIDE = b"#!AMR-WB\n" + (b"\x44" + b"\x00" * 60) * 5
AAC = (b"\xff\xf1\x50\x80\x01\x7f\xfc" + b"\x00" * 4) * 5
OGG = ogg()
WEBM = webm()
WAV = wav()
MP3 = b"ID3\x03\x00\x00\x00\x00\x00\x00" + (b"\xff\xfb\x10\xc4" + b"\x00" * 100) * 3
FILM = spoken_mp4(b"mp42") + spoken_mp4(b"mp42", b"vide")
