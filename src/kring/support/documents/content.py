"""What a file is, by its content, and what is kept of it. Whatever is not sure is refused."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

import puremagic
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.support.documents.packages import NotTrusted, kind_of_package
from kring.support.documents.pictures import NotAPicture, made_anew
from kring.support.documents.sounds import SOUND_TYPES, kind_of_sound

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    **SOUND_TYPES,
}
ENDINGS = {kind: ending for ending, kind in CONTENT_TYPES.items()}
ACCEPTED = ",".join(f".{ending}" for ending in (*CONTENT_TYPES, "jpg", "oga", "weba", "3ga"))
HEAD = 1024
TAIL = 1024
LONGEST_NAME = 200
PAGE = re.compile(rb"<(!doctype html|html|script|svg|body|iframe|\?xml)", re.IGNORECASE)
ACTIVE_PDF = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)\b"
)
BAD_NAME = re.compile(r"[/\\\x00-\x1f\u202a-\u202e\u2066-\u2069]|^\.\.?$")


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be kept: its content and its type, as it was found and not as it was told."""

    content: bytes
    content_type: str


def check_name(name: str) -> None:
    """A name is a name and no way through folders; raises ValidationError."""
    if BAD_NAME.search(name) or len(name) > LONGEST_NAME:
        raise ValidationError(_("De naam van dit bestand klopt niet. Geef het een korte, gewone naam."))


def checked(content: bytes) -> Checked:
    """The file as it may be kept; raises ValidationError with one sentence that says what to do."""
    if not content:
        raise ValidationError(_("Dit bestand is leeg."))
    for look in (_picture, _pdf, _package, _sound):
        found = look(content)
        if found is not None:
            _check_knows(found.content)
            return found
    raise ValidationError(
        _("Dit soort bestand bewaren we niet. Gebruik PDF, een foto, Word, ODT of een geluidsopname.")
    )


def _picture(content: bytes) -> Checked | None:
    try:
        fresh, kind = made_anew(content)
    except NotAPicture:
        return None
    return Checked(fresh, CONTENT_TYPES[kind])


def _pdf(content: bytes) -> Checked | None:
    if not content.startswith(b"%PDF-"):
        return None
    ends = content.rfind(b"%%EOF", -TAIL)
    after = content[ends + len(b"%%EOF") :]
    two_faced = _is_also_a_package(content) or PAGE.search(content[:HEAD])
    if ends < 0 or after.strip(b"\r\n\t \x00") or two_faced:
        raise ValidationError(_("Deze PDF is niet heel. Bewaar ze opnieuw als PDF en probeer nog eens."))
    if ACTIVE_PDF.search(content):
        raise ValidationError(
            _("In deze PDF zit een programma of een bijlage. Druk ze af naar een nieuwe PDF.")
        )
    return Checked(content, CONTENT_TYPES["pdf"])


def _package(content: bytes) -> Checked | None:
    if not content.startswith(b"PK"):
        return None
    try:
        return Checked(content, CONTENT_TYPES[kind_of_package(content)])
    except NotTrusted as error:
        raise ValidationError(
            _("Dit bestand is geen gewoon Word- of ODT-document. Bewaar het als PDF en probeer opnieuw.")
        ) from error


def _sound(content: bytes) -> Checked | None:
    kind = kind_of_sound(content)
    if not kind or _is_also_a_package(content) or PAGE.search(content[:HEAD]):
        return None
    return Checked(content, CONTENT_TYPES[kind])


def _is_also_a_package(content: bytes) -> bool:
    return zipfile.is_zipfile(BytesIO(content))


def _check_knows(content: bytes) -> None:
    """A second opinion from the list of file marks: what it does not know is not kept."""
    try:
        known = {match.extension for match in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        known = set()
    if not known & KNOWN_MARKS:
        raise ValidationError(_("Dit bestand is niet heel. Maak het opnieuw en probeer nog eens."))


KNOWN_MARKS = {".pdf", ".png", ".jpg", ".jpeg", ".webp", ".docx", ".odt", ".zip", ".m4a", ".mp4", ".ogg"}
KNOWN_MARKS |= {".oga", ".opus", ".ogv", ".ogx", ".mp1", ".mp2", ".mp3", ".aac", ".amr", ".wav"}
KNOWN_MARKS |= {".3ga", ".3gp", ".webm"}
