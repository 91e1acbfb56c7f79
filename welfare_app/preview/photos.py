"""Photos and scans: how they look, and what they tell of where, when and with what."""

import io
import math
from collections.abc import Iterator
from typing import Any

from PIL import ExifTags, Image, ImageOps

from welfare_app.domain.exhibit import Picture, Seen, Told, Trace
from welfare_app.preview.answers import LONGEST, MOST_DRAWN

MOST_PIXELS = 60_000_000
"""The largest photo that is drawn. A telephone makes 12 to 50 million."""

Image.MAX_IMAGE_PIXELS = None  # the limit is ours, and told in words

_NAMED = {
    ExifTags.Base.Artist: Trace.AUTHOR,
    ExifTags.Base.Copyright: Trace.AUTHOR,
    ExifTags.Base.XPAuthor: Trace.AUTHOR,
    ExifTags.Base.DateTimeOriginal: Trace.TAKEN,
    ExifTags.Base.Software: Trace.PROGRAM,
    ExifTags.Base.ImageDescription: Trace.REMARK,
    ExifTags.Base.XPComment: Trace.REMARK,
}


def seen(data: bytes, media_type: str) -> Seen:
    """What a photo is and tells."""
    try:
        image = _opened(data)
    except (OSError, ValueError, SyntaxError):
        return Seen(media_type, 0, (), "preview.broken")
    with image:
        fault = "preview.too-large" if image.width * image.height > MOST_PIXELS else ""
        try:
            told = tuple(dict.fromkeys(_told(image)))
        except (OSError, ValueError, SyntaxError, TypeError, ArithmeticError, KeyError):
            told = ()
        return Seen(media_type, 0 if fault else 1, told, fault)


def drawn(data: bytes, width: int) -> Picture:
    """A photo the right way up, so many pixels wide or as wide as it is sharp."""
    with _opened(data) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError
        image.draft("RGB", (width, width))
        upright = ImageOps.exif_transpose(image)
        wide = min(width, upright.width)
        high = max(1, round(upright.height * wide / upright.width))
        if wide * high > MOST_DRAWN:
            smaller = math.sqrt(MOST_DRAWN / (wide * high))
            wide, high = max(1, int(wide * smaller)), max(1, int(high * smaller))
        paper = Image.new("RGB", (wide, high), "white")
        small = upright.convert("RGBA").resize((wide, high), Image.Resampling.LANCZOS)
        paper.paste(small, mask=small.getchannel("A"))
        pixels = paper.convert("RGBX").tobytes()
        return Picture(wide, high, 4 * wide, pixels)


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))


def _told(image: Image.Image) -> Iterator[Told]:
    exif = image.getexif()
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if ExifTags.GPS.GPSLatitude in place and ExifTags.GPS.GPSLongitude in place:
        north = _degrees(place[ExifTags.GPS.GPSLatitude], place.get(ExifTags.GPS.GPSLatitudeRef))
        east = _degrees(place[ExifTags.GPS.GPSLongitude], place.get(ExifTags.GPS.GPSLongitudeRef))
        yield Told(Trace.PLACE, f"{north:.5f}, {east:.5f}")
    both = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    camera = [_text(both.get(tag)) for tag in (ExifTags.Base.Make, ExifTags.Base.Model)]
    if any(camera):
        yield Told(Trace.CAMERA, " ".join(one for one in camera if one))
    for tag, trace in _NAMED.items():
        if says := _text(both.get(tag)):
            yield Told(trace, says)
    for name, value in image.info.items():
        if isinstance(value, str) and isinstance(name, str) and (says := _text(value)):
            named = {"author": Trace.AUTHOR, "software": Trace.PROGRAM}
            if not name.startswith("XML:"):
                yield Told(named.get(name.lower(), Trace.REMARK), says)


def _degrees(parts: Any, side: Any) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    whole = degrees + minutes / 60 + seconds / 3600
    return -whole if _text(side) in {"S", "W"} else whole


def _text(value: Any) -> str:
    """What a tag says in words, on one line and no longer than can be read."""
    if isinstance(value, bytes):
        value = value.decode("utf-16-le" if b"\0" in value else "utf-8", "replace")
    if not isinstance(value, str):
        return ""
    plain = "".join(one if one.isprintable() else " " for one in value)
    return " ".join(plain.split())[:LONGEST]
