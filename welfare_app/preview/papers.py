"""PDF and Word files: how a page looks, and who they say made them."""

import io
import math
import re
import zipfile
from html import unescape

import pypdfium2

from welfare_app.domain.exhibit import Picture, Seen, Told, Trace
from welfare_app.preview.answers import LONGEST, MOST_DRAWN
from welfare_app.preview.kinds import WORD

_SAID = {
    "Author": Trace.AUTHOR,
    "CreationDate": Trace.TAKEN,
    "Creator": Trace.PROGRAM,
    "Title": Trace.REMARK,
    "Subject": Trace.REMARK,
    "Keywords": Trace.REMARK,
}
_MAKERS = re.compile(rb"<(?:dc:creator|cp:lastModifiedBy)>([^<]{1,400})<")
_CORE = "docProps/core.xml"
_LONGEST_CORE = 65_536


def pdf_seen(data: bytes, media_type: str) -> Seen:
    """What a PDF is and tells."""
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        return Seen(media_type, 0, (), "preview.locked" if locked else "preview.broken")
    found = document.get_metadata_dict(skip_empty=True)
    told = tuple(
        Told(trace, says) for name, trace in _SAID.items() if (says := _plain(found.get(name, "")))
    )
    return Seen(media_type, pages, told, "" if pages else "preview.broken")


def pdf_drawn(data: bytes, number: int, width: int) -> Picture:
    """Page `number` (from 1) on white, so many pixels wide or as near as its shape allows."""
    document = pypdfium2.PdfDocument(data)
    page = document[number - 1]
    wide, high = max(page.get_width(), 1), max(page.get_height(), 1)
    scale = min(width / wide, math.sqrt(MOST_DRAWN / (wide * high)))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True, may_draw_forms=False)
    return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def word_seen(data: bytes, media_type: str) -> Seen:
    """What a Word file tells. No picture is drawn of one."""
    told: tuple[Told, ...] = ()
    if media_type == WORD:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as parts, parts.open(_CORE) as core:
                names = _MAKERS.findall(core.read(_LONGEST_CORE))
            told = tuple(Told(Trace.AUTHOR, _plain(unescape(_read(one)))) for one in set(names))
        except (OSError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile):
            told = ()
    return Seen(media_type, 0, told, "preview.no-picture")


def _read(name: bytes) -> str:
    return name.decode("utf-8", "replace")


def _plain(said: str) -> str:
    plain = "".join(one if one.isprintable() else " " for one in said)
    return " ".join(plain.split())[:LONGEST]
