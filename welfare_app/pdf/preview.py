"""Pictures of a PDF's pages for the screen, made in memory and never written to disk.

PDFium is not made for threads: call these from one thread at a time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2

from welfare_app.domain.errors import Unavailable

BYTES_IN_PIXEL = 4


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels: `pixels` holds rows of `stride` bytes; each pixel is R, G, B, A."""

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)


def page_count(pdf: bytes, passphrase: str | None = None) -> int:
    """How many pages a PDF has."""
    with _opened(pdf, passphrase) as document:
        return len(document)


def page_image(pdf: bytes, number: int, width: int, passphrase: str | None = None) -> PageImage:
    """Page `number` (from 1) drawn `width` pixels wide, on white."""
    with _opened(pdf, passphrase) as document:
        if not 1 <= number <= len(document):
            message = f"there is no page {number}"
            raise IndexError(message)
        page = document[number - 1]
        scale = width / page.get_width()
        bitmap = page.render(
            scale=scale, rev_byteorder=True, prefer_bgrx=True, may_draw_forms=False
        )
        image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
        return image


@contextmanager
def _opened(pdf: bytes, passphrase: str | None) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(pdf, password=passphrase)
        len(document)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Unavailable("pdf.wrong-passphrase" if locked else "pdf.unreadable") from error
    try:
        yield document
    finally:
        document.close()
