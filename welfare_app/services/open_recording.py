"""Opening a recording that lies beside a pack, for a receiver who has this program."""

from dataclasses import dataclass
from pathlib import Path

from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.recordings import Recording
from welfare_app.services.check_pack import read_pack
from welfare_app.services.recording_ports import RecordingLocks
from welfare_app.services.streams import Hashing, ordinary
from welfare_app.services.tools import Disk


@dataclass(frozen=True, slots=True)
class OpenRecording:
    """Opens recordings. What does not fit its pack to the last byte is never left under a name."""

    locks: RecordingLocks
    disk: Disk

    def open(self, pack: Path, locked: Path, passphrase: str, to: Path) -> Recording:
        """Save it opened, and say which of the pack's recordings it is."""
        key, listed = self.locks.in_pack(read_pack(pack), passphrase)
        if to.exists():
            raise Refused("recording.there-already")
        try:
            source = ordinary(locked)
        except OSError as error:
            raise Unavailable("file.unreadable") from error
        with source, self.disk.writing(to) as sink:
            taking = Hashing(sink)
            key.open(source, taking)
            found = next((one for one in listed if one.digest == taking.digest.hexdigest()), None)
            if found is None:
                raise Refused("recording.not-listed")
        return found
