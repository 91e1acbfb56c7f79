"""Sealing a referral, each step a type of its own that offers only the next."""

import secrets
from codecs import BOM_UTF16_BE
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

from cryptography import x509
from pyhanko.pdf_utils.embed import EmbeddedFileObject, EmbeddedFileParams, FileSpec, embed_file
from pyhanko.pdf_utils.generic import NameObject, encode_pdfdocencoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer

from welfare_app.domain.errors import Refused, Tampered
from welfare_app.domain.seal import Attachment, Identity, PackContents
from welfare_app.seal.filenames import safe_names
from welfare_app.seal.manifest import (
    ANSWERS_NAME,
    MANIFEST_NAME,
    REFERRAL_NAME,
    read_manifest,
    write_manifest,
)
from welfare_app.seal.passphrase import LONGEST
from welfare_app.seal.signing import certify
from welfare_app.services.jobs import Progress, no_progress

LARGEST_REFERRAL = 26_214_399  # bytes: the online form takes files under 25 MB
STEPS = 4
RELATIONSHIPS = {REFERRAL_NAME: "/Alternative", ANSWERS_NAME: "/Data"}
COPY_IS = "The same pages, opened by anyone: upload this one"
ANSWERS_ARE = "The answers for a computer: not to upload"
LIST_IS = "The list of these files for a check: not to upload"
"""What readers show beside the files of ours."""

WORTH_COMPRESSING = ("text/", "application/json")


class PdfSealer:
    """Seals packs as PDF files."""

    def seal(
        self,
        contents: PackContents,
        identity: Identity,
        passphrase: str,
        at: datetime,
        progress: Progress = no_progress,
    ) -> bytes:
        """One locked and certified PDF holding the referral and all that goes with it.

        `at` is aware, and is what the pack will claim. Progress is counted in steps.

        Raises:
            Refused: "seal.too-large" if the unlocked copy is 25 MB or more,
                "seal.list-unfit" if a check would not believe its list,
                "seal.passphrase-unfit" if common readers would not take the passphrase,
                "seal.certificate-ended" or "seal.root-ended" if it is out of date at `at`,
                "seal.certificate-dates" if that is before either was made.
        """
        fit(passphrase)
        in_date(identity, at)
        progress(0, STEPS)
        signed = DrawnReferral.of(contents, identity, at).sign()
        progress(1, STEPS)
        loaded = signed.load()
        progress(2, STEPS)
        locked = loaded.lock(passphrase)
        progress(3, STEPS)
        pack = locked.certify()
        progress(STEPS, STEPS)
        return pack


@dataclass(frozen=True, slots=True)
class DrawnReferral:
    """A referral as it was drawn. It can be signed."""

    contents: PackContents
    identity: Identity
    at: datetime
    reader: PdfFileReader = field(repr=False)

    @classmethod
    def of(cls, contents: PackContents, identity: Identity, at: datetime) -> "DrawnReferral":
        """What was drawn, read once for both copies that are made of it."""
        return cls(contents, identity, at, PdfFileReader(BytesIO(contents.referral_pdf)))

    def sign(self) -> "SignedReferral":
        """Make the copy that opens without a passphrase, ready to be uploaded."""
        writer = copied(self.reader)
        copy = certify(writer, self.identity, self.at)
        if len(copy) > LARGEST_REFERRAL:
            raise Refused("seal.too-large", size=len(copy), largest=LARGEST_REFERRAL)
        return SignedReferral(self, copy)


@dataclass(frozen=True, slots=True)
class SignedReferral:
    """A drawn referral with its signed copy. It can be loaded with what goes with it."""

    drawn: DrawnReferral
    copy: bytes = field(repr=False)

    def load(self) -> "LoadedPack":
        """Bring the files together under safe names, and list them."""
        contents = self.drawn.contents
        names = safe_names(
            [each.name for each in contents.attachments],
            (REFERRAL_NAME, ANSWERS_NAME, MANIFEST_NAME),
        )
        files = (
            Attachment(REFERRAL_NAME, "application/pdf", self.copy, COPY_IS),
            Attachment(ANSWERS_NAME, "application/json", contents.referral_json, ANSWERS_ARE),
            *(
                Attachment(name, each.media_type, each.data, each.description, each.dated)
                for name, each in zip(names, contents.attachments, strict=True)
            ),
        )
        manifest = write_manifest(contents, self.drawn.identity, files, self.drawn.at)
        must_be_believed(manifest, contents)
        listed = Attachment(MANIFEST_NAME, "application/json", manifest, LIST_IS)
        return LoadedPack(self.drawn, (*files, listed))


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """A referral and every file that travels with it. It can be locked."""

    drawn: DrawnReferral
    files: tuple[Attachment, ...]

    def lock(self, passphrase: str) -> "LockedPack":
        """Encrypt with AES-256 (ISO 32000-2, revision 6) and a MAC (ISO/TS 32004).

        The owner password is thrown away: the pack opens with the passphrase and nothing else.
        """
        writer = copied(self.drawn.reader)
        owner = secrets.token_hex(16)
        writer.encrypt(owner, passphrase, pdf_mac=True)  # type: ignore[no-untyped-call]
        attach(writer, self.files, self.drawn.at)
        writer.root["/PageMode"] = NameObject("/UseAttachments")  # a reader opens with them shown
        return LockedPack(self.drawn, writer)


@dataclass(frozen=True, slots=True)
class LockedPack:
    """A locked pack that nobody has vouched for yet. It can be certified, once."""

    drawn: DrawnReferral
    writer: PdfFileWriter = field(repr=False)

    def certify(self) -> bytes:
        """Put the laptop's seal over the whole file."""
        return certify(self.writer, self.drawn.identity, self.drawn.at)


def copied(reader: PdfFileReader) -> PdfFileWriter:
    """What our own renderer drew, tags and all, ready to be written again.

    PDF 2.0 keeps the title in XMP, so it is carried there even where it was only in Info.
    """
    writer = copy_into_new_writer(reader)
    writer.document_meta.title = reader.document_meta_view.title
    return writer


def attach(writer: PdfFileWriter, files: Iterable[Attachment], at: datetime) -> None:
    """Attach files, in the order a name tree must have (ISO 32000-2, 7.9.6)."""
    params = EmbeddedFileParams(embed_checksum=False, creation_date=at)
    for file in sorted(files, key=lambda each: written(each.name)):
        data = EmbeddedFileObject.from_file_data(
            writer,
            data=file.data,
            compress=file.media_type.startswith(WORTH_COMPRESSING),
            params=params,
            mime_type=file.media_type,
        )
        relationship = RELATIONSHIPS.get(file.name, "/Supplement")
        embed_file(
            writer,
            FileSpec(
                file_spec_string=file.name,
                file_name=file.name,
                embedded_data=data,
                description=file.description or None,
                af_relationship=NameObject(relationship),
            ),
        )


def written(name: str) -> bytes:
    """A name as the bytes pyHanko writes for it, by which a name tree is ordered."""
    try:
        return bytes(encode_pdfdocencoding(name))  # type: ignore[no-untyped-call]
    except UnicodeEncodeError:
        return BOM_UTF16_BE + name.encode("utf-16-be")


def must_be_believed(manifest: bytes, contents: PackContents) -> None:
    """Refuse to seal a list that our own check would not take, or would read otherwise."""
    try:
        listed = read_manifest(manifest).recordings
    except Tampered as error:
        raise Refused("seal.list-unfit") from error
    if listed != contents.recordings:
        raise Refused("seal.list-unfit")


def fit(passphrase: str) -> None:
    """Refuse a passphrase that some common reader would not take."""
    printable = passphrase.isascii() and passphrase.isprintable()
    if not passphrase.strip() or not printable or len(passphrase) > LONGEST:
        raise Refused("seal.passphrase-unfit", longest=LONGEST)


def in_date(identity: Identity, at: datetime) -> None:
    """Refuse to seal at a time when no check would accept the certificate."""
    ended = {identity.root_certificate: "seal.root-ended"}
    for pem in (identity.root_certificate, identity.device_certificate):
        certificate = x509.load_pem_x509_certificate(pem)
        if at < certificate.not_valid_before_utc:
            raise Refused("seal.certificate-dates")
        if at > certificate.not_valid_after_utc:
            raise Refused(ended.get(pem, "seal.certificate-ended"))
