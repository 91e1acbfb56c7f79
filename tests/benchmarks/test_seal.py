"""Sealing the sample case, against bare reportlab and pyHanko on the same words and files."""

import io

from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import fields, signers
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from tests.benchmarks.timing import turn_about
from welfare_app.app.toolbox import toolbox
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.desk import set_up
from welfare_app.services.practice import open_practice
from welfare_app.services.sample_case import HANDING
from welfare_app.services.shift import Shift

TIMES = 7


def test_sealing_costs_little_more_than_its_bare_engines(tmp_path, capsys):
    tools = toolbox(secrets=NoSecrets())
    opened = open_practice(tools, tmp_path / "practice")
    shift = Shift(opened.vault, opened.staff, tools.now, tools.new_id, lambda _: None)
    desk = set_up(tools, shift, opened.organisation)
    [pack] = desk.around.look().open_packs
    referral = desk.referrals.of(pack.id)
    document = desk.seal.document(referral.id, HANDING)
    with shift.work() as work:
        identity = work.register.identity()
        picture = b"".join(work.evidence.read(work.evidence.of(pack.id)[0].id))
    signer = _signer(identity, tmp_path)

    def ours() -> None:
        desk.seal.seal(referral.id, HANDING, tmp_path / "ours.pdf")

    def bare() -> None:
        (tmp_path / "bare.pdf").write_bytes(_bare(document, picture, signer))

    ours()
    bare()
    line = turn_about(ours, bare, TIMES)
    opened.vault.close()
    with capsys.disabled():
        print(f"\nsealing the sample case: {line} (aim 2)")
    assert (tmp_path / "ours.pdf").stat().st_size > 100_000


def _signer(identity, folder):
    paths = []
    for name in ("device_key", "device_certificate", "root_certificate"):
        paths.append(folder / name)
        paths[-1].write_bytes(getattr(identity, name))
    return signers.SimpleSigner.load(paths[0], paths[1], ca_chain_files=(paths[2],))


def _bare(document, picture, signer) -> bytes:
    """The same words, drawn plainly, signed unlocked, then attached, locked and certified."""
    style = getSampleStyleSheet()["BodyText"]
    drawn = io.BytesIO()
    story = [
        Paragraph(line.text.replace("&", "&amp;").replace("<", "&lt;"), style)
        for line in document.lines()
    ]
    SimpleDocTemplate(drawn).build(story)
    copy = _signed(copy_into_new_writer(PdfFileReader(drawn)), signer)
    writer = copy_into_new_writer(PdfFileReader(drawn))
    for name, data in (("referral.pdf", copy), ("rota.png", picture)):
        embedded = EmbeddedFileObject.from_file_data(writer, data=data)
        embed_file(writer, FileSpec(file_spec_string=name, embedded_data=embedded))
    writer.encrypt("owner words", "seven plain words", pdf_mac=True)
    return _signed(writer, signer)


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
