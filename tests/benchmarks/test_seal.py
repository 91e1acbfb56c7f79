"""Sealing the sample case, against bare reportlab and pyHanko on the same words and files."""

import io

import pikepdf
import pytest
from PIL import Image
from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import fields, signers
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate
from reportlab.platypus import Image as PlatypusImage

from tests.benchmarks.timing import turn_about
from welfare_app.app.toolbox import toolbox
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.desk import set_up
from welfare_app.services.practice import open_practice
from welfare_app.services.sample_case import HANDING
from welfare_app.services.shift import Shift

PHOTOS = 20
PIXELS = (4000, 3000)
PRINTED = (1300, 800)
"""Most pixels of a photograph on a page, as ours prints them."""


@pytest.fixture
def desk(tmp_path):
    tools = toolbox(secrets=NoSecrets())
    opened = open_practice(tools, tmp_path / "practice")
    shift = Shift(opened.vault, opened.staff, tools.now, tools.new_id, lambda _: None)
    yield set_up(tools, shift, opened.organisation)
    opened.vault.close()


def keep_photographs(desk, pack, folder, count) -> int:
    """Take in photographs of 12 million pixels; how many bytes they are together."""
    size = 0
    for number in range(count):
        taken = folder / f"van-{number}.jpg"
        noise = Image.effect_noise(PIXELS, 30 + number).convert("RGB")
        noise.save(taken, quality=80)
        desk.evidence.keep(pack, taken)
        size += taken.stat().st_size
    return size


@pytest.mark.parametrize(("photographs", "times"), [(0, 7), (PHOTOS, 3)])
def test_sealing_costs_little_more_than_its_bare_engines(
    desk, tmp_path, capsys, photographs, times
):
    [pack] = desk.around.look().open_packs
    referral = desk.referrals.of(pack.id)
    keep_photographs(desk, pack.id, tmp_path, photographs)
    document = desk.seal.document(referral.id, HANDING)
    with desk.shift.work() as work:
        identity = work.register.identity()
        files = [
            (one.attached, b"".join(work.evidence.read(one.id)))
            for one in work.evidence.of(pack.id)
        ]
    signer = _signer(identity, tmp_path)

    opened_by = [""]

    def ours() -> None:
        sealed = desk.seal.seal(referral.id, HANDING, tmp_path / "ours.pdf")
        opened_by[0] = sealed.words.text

    def bare() -> None:
        (tmp_path / "bare.pdf").write_bytes(_bare(document, files, signer))

    ours()
    bare()
    line = turn_about(ours, bare, times)
    size, parts = _weighed(tmp_path / "ours.pdf", opened_by[0])
    with capsys.disabled():
        print(f"\nsealing the sample case with {len(files)} photographs: {line} (aim 2)")
        print(f"its {size:,} bytes are {size / parts:.3f} times its parts (aim 1.05)")
    assert parts > sum(len(data) for _, data in files)


def _weighed(path, words) -> tuple[int, int]:
    """The size of a pack, and of all it holds: its pages and everything attached, the copy too."""
    with pikepdf.open(path, password=words) as pack:
        attached = {
            name: len(one.get_file().read_bytes()) for name, one in pack.attachments.items()
        }
    return path.stat().st_size, sum(attached.values()) + attached["referral.pdf"]


def _signer(identity, folder):
    paths = []
    for name in ("device_key", "device_certificate", "root_certificate"):
        paths.append(folder / name)
        paths[-1].write_bytes(getattr(identity, name))
    return signers.SimpleSigner.load(paths[0], paths[1], ca_chain_files=(paths[2],))


def _bare(document, files, signer) -> bytes:
    """The same words and photographs, drawn plainly, signed, attached, locked and certified."""
    style = getSampleStyleSheet()["BodyText"]
    drawn = io.BytesIO()
    story = [
        Paragraph(line.text.replace("&", "&amp;").replace("<", "&lt;"), style)
        for line in document.lines()
    ]
    story += [_printed(data) for _, data in files]
    SimpleDocTemplate(drawn).build(story)
    copy = _signed(copy_into_new_writer(PdfFileReader(drawn)), signer)
    writer = copy_into_new_writer(PdfFileReader(drawn))
    for name, data in (("referral.pdf", copy), *files):
        embedded = EmbeddedFileObject.from_file_data(writer, data=data)
        embed_file(writer, FileSpec(file_spec_string=name, embedded_data=embedded))
    writer.encrypt("owner words", "seven plain words", pdf_mac=True)
    return _signed(writer, signer)


def _printed(data) -> Flowable:
    """A photograph made small by Pillow, in this process."""
    with Image.open(io.BytesIO(data)) as image:
        image.draft("RGB", PRINTED)
        small = image.convert("RGB")
    small.thumbnail(PRINTED)
    jpeg = io.BytesIO()
    small.save(jpeg, "JPEG", quality=82)
    width, height = small.size
    return PlatypusImage(jpeg, width / 3, height / 3)


def _signed(writer, signer) -> bytes:
    meta = signers.PdfSignatureMetadata(
        field_name="Seal",
        certify=True,
        subfilter=fields.SigSeedSubFilter.PADES,
        md_algorithm="sha256",
    )
    out = io.BytesIO()
    signers.PdfSigner(meta, signer, timestamper=None).sign_pdf(writer, output=out)
    return out.getvalue()
