"""What a recording is, by its first bytes: what telephones and computers make of a voice.

Nothing is played or taken apart here. What names a picture that moves is a film, and no sound.
"""

import re
from collections.abc import Callable

SOUND_TYPES = {
    "m4a": "audio/mp4",
    "3gp": "audio/3gpp",
    "amr": "audio/amr",
    "aac": "audio/aac",
    "ogg": "audio/ogg",
    "webm": "audio/webm",
    "wav": "audio/wav",
    "mp3": "audio/mpeg",
}
UNPLAYED = frozenset({"audio/3gpp", "audio/amr"})
"""What old telephones record and no browser plays: it is fetched, and heard on the telephone."""
HEAD = 1024
AAC_HEAD = 7
TRACKS = 64 * 1024
"""Within so much a WebM recording names its tracks: they stand before the sound itself."""
OGG_VOICES = (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")
WEBM = b"\x1a\x45\xdf\xa3"
WEBM_VOICES = (b"A_OPUS", b"A_VORBIS")
WEBM_FILMS = (b"V_VP8", b"V_VP9", b"V_AV1", b"V_MPEG")
MP4_VOICE = re.compile(rb"hdlr.{8}soun", re.DOTALL)
MP4_FILM = re.compile(rb"hdlr.{8}vide", re.DOTALL)
AMR = re.compile(rb"#!AMR(-WB)?\n[\x00-\x7f]")
AAC = re.compile(rb"\xff[\xf0\xf1\xf8\xf9]")
WAVE_CODES = (1, 3, 6, 7, 17, 0xFFFE)
"""Whole samples, floats, the two codes of the telephone, ADPCM, and "told further on"."""


def kind_of_sound(content: bytes) -> str:
    """The ending that fits a recording; empty where it is none."""
    return next((kind for kind, is_one in _SOUNDS.items() if is_one(content)), "")


def is_sound(content_type: str) -> bool:
    """Whether a file is something to listen to."""
    return content_type.startswith("audio/")


def plays_on_a_page(content_type: str) -> bool:
    """Whether browsers play it."""
    return is_sound(content_type) and content_type not in UNPLAYED


def _is_spoken_mp4(content: bytes) -> bool:
    return bool(content[4:8] == b"ftyp" and MP4_VOICE.search(content)) and not MP4_FILM.search(content)


def _is_3gp(content: bytes) -> bool:
    return content[8:10] == b"3g" and _is_spoken_mp4(content)


def _is_m4a(content: bytes) -> bool:
    return content[8:10] != b"3g" and _is_spoken_mp4(content)


def _is_amr(content: bytes) -> bool:
    """Each frame begins with its kind, whose first bit is never set (RFC 4867, section 5)."""
    return AMR.match(content) is not None


def _is_aac(content: bytes) -> bool:
    """Two frames after each other, each with the mark of ADTS; the first says how long it is."""
    if not AAC.match(content):
        return False
    length = (content[3:4] + content[4:6]).ljust(3, b"\x00")
    size = (length[0] & 0x03) << 11 | length[1] << 3 | length[2] >> 5
    return size >= AAC_HEAD and AAC.match(content, size) is not None


def _is_ogg(content: bytes) -> bool:
    return content.startswith(b"OggS") and any(voice in content[:HEAD] for voice in OGG_VOICES)


def _is_webm(content: bytes) -> bool:
    tracks = content[:TRACKS]
    spoken = any(voice in tracks for voice in WEBM_VOICES)
    film = any(picture in tracks for picture in WEBM_FILMS)
    return content.startswith(WEBM) and b"webm" in content[:64] and spoken and not film


def _is_wav(content: bytes) -> bool:
    """A RIFF file of waves, whose first part tells how a sample is written."""
    if content[:4] != b"RIFF" or content[8:16] != b"WAVEfmt ":
        return False
    return int.from_bytes(content[20:22], "little") in WAVE_CODES


def _is_mp3(content: bytes) -> bool:
    """Begins with a tag or a frame of MPEG audio, layer III."""
    frame = content[:1] == b"\xff" and content[1:2] in {b"\xfb", b"\xfa", b"\xf3", b"\xf2"}
    return content.startswith(b"ID3") or frame


_SOUNDS: dict[str, Callable[[bytes], bool]] = {
    "m4a": _is_m4a,
    "3gp": _is_3gp,
    "amr": _is_amr,
    "aac": _is_aac,
    "ogg": _is_ogg,
    "webm": _is_webm,
    "wav": _is_wav,
    "mp3": _is_mp3,
}
