"""The courier, as services may use it."""

from collections.abc import Collection, Iterator
from pathlib import Path

from welfare_app.courier import cards, parcel
from welfare_app.domain.courier import Card, CaseContents, CourierKeys
from welfare_app.services.couriers import KeepFile, Opened, ReadFile
from welfare_app.services.jobs import Progress


class SodiumCourier:
    """Locks cases for colleagues and opens theirs, with libsodium."""

    def new_keys(
        self, name: str, organisation: str, laptop: str, vault: str, *, practice: bool
    ) -> CourierKeys:
        """Make this laptop's own pair."""
        return cards.new_keys(name, organisation, laptop, vault, practice=practice)

    def write_card(self, keys: CourierKeys) -> bytes:
        """Our card, as a file."""
        return cards.write_card(keys)

    def read_card(self, data: bytes) -> Card:
        """The card in a file."""
        return cards.read_card(data)

    def pack(
        self, case: CaseContents, read_file: ReadFile, keys: CourierKeys, to: Card
    ) -> Iterator[bytes]:
        """A case locked for one colleague, in pieces."""
        return parcel.pack(case, read_file, keys, to)

    def open(
        self,
        path: Path,
        keys: CourierKeys,
        known: Collection[str],
        keep_file: KeepFile,
        progress: Progress,
    ) -> Opened:
        """Read a parcel to its end."""
        return parcel.open_parcel(path, keys, known, keep_file, progress)
