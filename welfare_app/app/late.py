"""Tools too heavy to load before the first picture: each is loaded when first asked for."""

from collections.abc import Collection, Iterator
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from welfare_app.domain.courier import Card, CaseContents, CourierKeys
from welfare_app.domain.document import Document
from welfare_app.domain.exhibit import Photograph, Picture, Seen
from welfare_app.domain.folded_sheet import FoldedSheet
from welfare_app.domain.ids import SignerId
from welfare_app.domain.recordings import Recording
from welfare_app.domain.seal import Identity, PackContents, SealReport, Stamp
from welfare_app.domain.second_signature import SecondSignature, SecondSigner, SignerFacts
from welfare_app.domain.standing import CertificateFacts, Standing
from welfare_app.services.couriers import KeepFile, Opened, ReadFile
from welfare_app.services.jobs import Progress, no_progress

if TYPE_CHECKING:
    from welfare_app.courier.courier import SodiumCourier
    from welfare_app.pdf.preview import PageImage
    from welfare_app.pdf.renderer import PdfRenderer
    from welfare_app.seal.age import AgeKey
    from welfare_app.seal.passphrase import Passphrase
    from welfare_app.seal.renewing import Certifier
    from welfare_app.seal.second_signature import CmsSecondSignatures
    from welfare_app.services.tools import Strength


class LateRenderer:
    """Draws documents."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts

    @cached_property
    def _renderer(self) -> "PdfRenderer":
        from welfare_app.pdf.renderer import PdfRenderer  # noqa: PLC0415

        return PdfRenderer(self._fonts)

    def render(self, document: Document) -> bytes:
        """The document as PDF."""
        return self._renderer.render(document)

    def fold(self, sheet: FoldedSheet) -> bytes:
        """The sheet as PDF."""
        return self._renderer.fold(sheet)


class LateSealer:
    """Seals packs."""

    def seal(
        self,
        contents: PackContents,
        identity: Identity,
        passphrase: str,
        at: datetime,
        progress: Progress,
    ) -> bytes:
        """The sealed pack."""
        from welfare_app.seal.sealer import PdfSealer  # noqa: PLC0415

        return PdfSealer().seal(contents, identity, passphrase, at, progress)


class LateChecker:
    """Checks packs."""

    def check(
        self,
        pack: bytes,
        passphrase: str,
        root: bytes,
        progress: Progress = no_progress,
        revoked: bytes = b"",
    ) -> SealReport:
        """What can be said of a file."""
        from welfare_app.seal.checker import PdfSealChecker  # noqa: PLC0415

        return PdfSealChecker().check(pack, passphrase, root, progress, revoked)


class LateCertifier:
    """Looks after certificates."""

    @cached_property
    def _certifier(self) -> "Certifier":
        from welfare_app.seal.renewing import Certifier  # noqa: PLC0415

        return Certifier()

    def standing(self, identity: Identity) -> Standing:
        """How everything an identity holds stands."""
        return self._certifier.standing(identity)

    def root(self, certificate: bytes) -> CertificateFacts:
        """What a root certificate says."""
        return self._certifier.root(certificate)

    def renew(self, identity: Identity, at: datetime) -> Identity:
        """A new certificate for the laptop."""
        return self._certifier.renew(identity, at)

    def succeed(self, identity: Identity, at: datetime) -> Identity:
        """Another root."""
        return self._certifier.succeed(identity, at)

    def distrust(
        self, identity: Identity, fingerprint: str, since: datetime, at: datetime
    ) -> Identity:
        """A certificate declared lost."""
        return self._certifier.distrust(identity, fingerprint, since, at)

    def take_list(self, identity: Identity, given: bytes, at: datetime) -> Identity:
        """What another laptop declared lost."""
        return self._certifier.take_list(identity, given, at)


class LateRecordingLocks:
    """Locks recordings that go beside a pack."""

    def new_key(self) -> "AgeKey":
        """A fresh key."""
        from welfare_app.seal.age import AgeLocks  # noqa: PLC0415

        return AgeLocks().new_key()

    def in_pack(self, pack: bytes, passphrase: str) -> "tuple[AgeKey, tuple[Recording, ...]]":
        """The key in a pack."""
        from welfare_app.seal.age import AgeLocks  # noqa: PLC0415

        return AgeLocks().in_pack(pack, passphrase)


class LateStamps:
    """Asks time services, and reads their answers."""

    def request(self, pack: bytes) -> bytes:
        """What to send to a time service."""
        from welfare_app.seal.timestamp import stamp_request  # noqa: PLC0415

        return stamp_request(pack)

    def read(self, answer: bytes, pack: bytes, authority: bytes = b"") -> Stamp:
        """What an answer says of a pack."""
        from welfare_app.seal.timestamp import read_stamp  # noqa: PLC0415

        return read_stamp(answer, pack, authority)


class LateSecondSignatures:
    """Signs packs with a provider's certificate."""

    @cached_property
    def _signatures(self) -> "CmsSecondSignatures":
        from welfare_app.seal.second_signature import CmsSecondSignatures  # noqa: PLC0415

        return CmsSecondSignatures()

    def read(self, data: bytes, password: str, id: SignerId, at: datetime) -> SecondSigner:
        """What is in a provider's file."""
        return self._signatures.read(data, password, id, at)

    def facts(self, signer: SecondSigner) -> SignerFacts:
        """What its certificate says, which Home asks: without what signs."""
        from welfare_app.seal.provider_facts import facts_of_pem  # noqa: PLC0415

        return facts_of_pem(signer.certificate)

    def sign(self, pack: bytes, signer: SecondSigner, at: datetime) -> bytes:
        """A signature over a pack."""
        return self._signatures.sign(pack, signer, at)

    def check(self, signature: bytes, pack: bytes, authority: bytes = b"") -> SecondSignature:
        """What a signature says of a pack."""
        return self._signatures.check(signature, pack, authority)


class LateCourier:
    """Locks cases for colleagues and opens theirs."""

    @cached_property
    def _courier(self) -> "SodiumCourier":
        from welfare_app.courier.courier import SodiumCourier  # noqa: PLC0415

        return SodiumCourier()

    def new_keys(
        self, name: str, organisation: str, laptop: str, vault: str, *, practice: bool
    ) -> CourierKeys:
        """Make this laptop's own pair."""
        return self._courier.new_keys(name, organisation, laptop, vault, practice=practice)

    def write_card(self, keys: CourierKeys) -> bytes:
        """Our card, as a file."""
        return self._courier.write_card(keys)

    def read_card(self, data: bytes) -> Card:
        """The card in a file."""
        return self._courier.read_card(data)

    def pack(
        self, case: CaseContents, read_file: ReadFile, keys: CourierKeys, to: Card
    ) -> Iterator[bytes]:
        """A case locked for one colleague, in pieces."""
        return self._courier.pack(case, read_file, keys, to)

    def open(
        self,
        path: Path,
        keys: CourierKeys,
        known: Collection[str],
        keep_file: KeepFile,
        progress: Progress,
    ) -> Opened:
        """Read a parcel to its end."""
        return self._courier.open(path, keys, known, keep_file, progress)


class LateExaminer:
    """Looks at files that strangers made, in a process apart."""

    def see(self, data: bytes, progress: Progress = no_progress, /) -> Seen:
        """What a file is, and what it tells."""
        from welfare_app.preview.apart import Apart  # noqa: PLC0415

        return Apart().see(data, progress)

    def draw(
        self, data: bytes, page: int, width: int, progress: Progress = no_progress, /
    ) -> Picture:
        """One page as pixels."""
        from welfare_app.preview.apart import Apart  # noqa: PLC0415

        return Apart().draw(data, page, width, progress)


def new_identity(organisation: str, device: str, at: datetime, /) -> Identity:
    """A root certificate, and a laptop's own under it."""
    from welfare_app.seal.identity import new_identity as made  # noqa: PLC0415

    return made(organisation, device, at)


def new_words() -> "Passphrase":
    """Seven words to read out."""
    from welfare_app.seal.passphrase import new_passphrase  # noqa: PLC0415

    return new_passphrase()


def strength(passphrase: str, known: tuple[str, ...] = (), /) -> "Strength":
    """How long a passphrase would last."""
    from welfare_app.keys.strength import strength as judged  # noqa: PLC0415

    return judged(passphrase, known)


def is_phone(number: str, /) -> bool:
    """Whether it is a number someone could hold."""
    from welfare_app.content.phones import is_phone as judged  # noqa: PLC0415

    return judged(number)


def to_print(picture: Picture, room: int) -> Photograph:
    """A picture small enough to be printed by the dozen."""
    from welfare_app.pdf.photographs import to_print as scaled  # noqa: PLC0415

    return scaled(picture, room)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from welfare_app.pdf.preview import page_count as counted  # noqa: PLC0415

    return counted(pdf)


def page_image(pdf: bytes, number: int, width: int) -> "PageImage":
    """One page of a PDF as a picture."""
    from welfare_app.pdf.preview import page_image as drawn  # noqa: PLC0415

    return drawn(pdf, number, width)
