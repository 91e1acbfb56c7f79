"""A drawn referral of several pages, a made-up organisation, and a pack sealed for real."""

import shutil
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import shake_128
from io import BytesIO

import pytest
from pyhanko.pdf_utils.generic import BooleanObject, DictionaryObject, NameObject, pdf_string
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from reportlab.pdfgen import canvas

from welfare_app.domain.seal import Attachment, PackContents
from welfare_app.seal.checker import PdfSealChecker
from welfare_app.seal.identity import new_identity
from welfare_app.seal.sealer import PdfSealer

from .receiver import Receiver

NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
WORDS = "plum oven tin cedar mop kite ash"


def drawn_pdf(pages=4, title="Referral WA-0001"):
    """A plain PDF with a title, a language and the root of a structure tree."""
    drawing = BytesIO()
    page = canvas.Canvas(drawing, lang="en-GB")
    page.setTitle(title)
    for number in range(1, pages + 1):
        page.drawString(72, 720, f"Case WA-0001, page {number}")
        page.showPage()
    page.save()
    writer = copy_into_new_writer(PdfFileReader(BytesIO(drawing.getvalue())))
    tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
    writer.root["/StructTreeRoot"] = writer.add_object(tree)
    writer.root["/MarkInfo"] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
    writer.root["/Lang"] = pdf_string("en-GB")
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def noise(seed, size):
    """Bytes that look random and are always the same."""
    return shake_128(bytes([seed])).digest(size)


@contextmanager
def refusing(kind, code):
    """Passes if the block raises this kind of error with exactly this code."""
    with pytest.raises(kind) as caught:
        yield
    assert caught.value.code == code


def contents(**changes):
    given = {
        "case": "WA-0001",
        "title": "Referral WA-0001",
        "variant": "adult",
        "referral_pdf": drawn_pdf(),
        "referral_json": b'{"language": "Romanian"}',
        "attachments": (
            Attachment("photo.jpg", "image/jpeg", noise(1, 40_000), "A door", "2026-04"),
            Attachment("Photo.jpg", "image/jpeg", noise(2, 9_000), "A bus"),
            Attachment("../../umowa ż.txt", "text/plain", b"Wages are kept. " * 40, "A contract"),
        ),
        "audit_head": "5e" * 32,
        "versions": (("program", "0.1.0"), ("form", "nrm-referral 1")),
    }
    return PackContents(**(given | changes))


@pytest.fixture(scope="session")
def identity():
    return new_identity("Orchard Example Labour Ltd", "Site laptop 3", NOON)


@pytest.fixture(scope="session")
def root(identity):
    return identity.root_certificate


@pytest.fixture(scope="session")
def pack(identity):
    return PdfSealer().seal(contents(), identity, WORDS, NOON)


@pytest.fixture(scope="session")
def receiver(tmp_path_factory):
    """Someone with the page alone; nobody where there is no node to open it in."""
    if shutil.which("node") is None:
        yield None
        return
    receiver = Receiver(tmp_path_factory.mktemp("receiver"))
    yield receiver
    receiver.leave()


@pytest.fixture
def check(root, receiver):
    """A check of a pack, with the right words and root unless told otherwise.

    The page that receivers have is asked too, and must say the same.
    """

    def checking(data, passphrase=WORDS, root=root, revoked=b""):
        report = PdfSealChecker().check(data, passphrase, root, revoked=revoked)
        if receiver:
            receiver.agrees(report, data, passphrase, root, revoked)
        return report

    return checking
