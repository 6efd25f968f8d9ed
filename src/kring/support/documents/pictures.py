"""Pictures are made anew from what they show: place, device and whatever else hangs on them is gone."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_PIXELS = 40_000_000
FORMATS = {"PNG": "png", "JPEG": "jpeg", "WEBP": "webp"}
QUALITY = 88


class NotAPicture(Exception):
    """It does not open as one of the formats, or is far too large when it does."""


def made_anew(content: bytes) -> tuple[bytes, str]:
    """The same picture with nothing beside it, upright, and its format."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=list(FORMATS)) as found:
                if found.width * found.height > MOST_PIXELS:
                    raise NotAPicture
                kind = found.format or ""
                upright = ImageOps.exif_transpose(found)
                return _written(upright, kind), FORMATS[kind]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise NotAPicture from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotAPicture from error


def _written(picture: Image.Image, kind: str) -> bytes:
    """A new picture of the same points: nothing else of the old file comes along."""
    mode = "RGBA" if kind != "JPEG" and picture.has_transparency_data else "RGB"
    plain = picture.convert(mode)
    fresh = Image.new(mode, plain.size)
    fresh.paste(plain)
    out = BytesIO()
    fresh.save(out, format=kind, quality=QUALITY)
    return out.getvalue()
