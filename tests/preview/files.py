"""Files as strangers hand them over, and what only looks like such files. All invented."""

import io
import struct
import zipfile
import zlib

from PIL import Image
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from reportlab.pdfgen.canvas import Canvas


def photo(width=400, height=300, *, told=True, turned=False):
    """A JPEG as a telephone makes one: with the place, its owner and its make inside."""
    exif = Image.Exif()
    if told:
        exif[0x010F], exif[0x0110], exif[0x013B] = "Example", "Phone 5", "A. Example"
        place = exif.get_ifd(0x8825)
        place[1], place[2] = "N", (52.0, 30.0, 0.0)
        place[3], place[4] = "W", (0.0, 7.0, 30.0)
    if turned:
        exif[0x0112] = 6
    made = io.BytesIO()
    Image.new("RGB", (width, height), "firebrick").save(made, "JPEG", exif=exif)
    return made.getvalue()


def picture(width=400, height=300):
    """A PNG with nothing else inside."""
    made = io.BytesIO()
    Image.new("RGBA", (width, height), (0, 0, 0, 0)).save(made, "PNG")
    return made.getvalue()


def vast_picture():
    """A PNG of a few hundred bytes that says it is 60,000 pixels wide and high."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


def heic():
    """The first bytes of a photo of a newer telephone."""
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)


def pdf(pages=3, *, author="A. Example", size=(595, 842)):
    """A PDF of so many pages."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size)
    canvas.setAuthor(author)
    for at in range(pages):
        canvas.drawString(20, 20, f"Page {at + 1}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def locked_pdf():
    """A PDF that opens only with a password."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("gravel teapot", algorithm="AES-256")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def slow_pdf(lines=4_000_000):
    """A PDF of one page with so much on it that nobody waits for it."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf(1)))
    writer.add_annotation(0, FreeText(text="x", rect=(0, 0, 9, 9)))
    page = writer.pages[0]
    stream = page.get_contents()
    stream.set_data(b"0 0 m 595 842 l S\n" * lines)
    page.replace_contents(stream.flate_encode())
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def word(author="A. Example"):
    """A Word file that says who wrote it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("word/document.xml", "<w/>")
        parts.writestr("docProps/core.xml", f"<c><dc:creator>{author}</dc:creator></c>")
    return made.getvalue()
