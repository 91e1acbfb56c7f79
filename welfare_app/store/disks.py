"""How one folder's disk lies to another's: the same one, and whether it is on this laptop."""

import os
import sys
from contextlib import suppress
from pathlib import Path

_LOCAL = frozenset(
    {
        *("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "zfs", "tmpfs", "overlay"),
        *("vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "hfsplus", "apfs"),
    }
)
_FIXED, _REMOVABLE = 3, 2
"""What Windows calls disks of this laptop (winbase.h, GetDriveType)."""


def same_disk(one: Path, other: Path) -> bool:
    """Whether both are on one file system, as far as the system says."""
    with suppress(OSError):
        return one.stat().st_dev == other.stat().st_dev
    return False


def near(place: Path) -> bool:
    """Whether a folder is surely on a disk of this laptop. Where nobody can tell, it is not."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - its windll is only there on Windows

        drive = ctypes.windll.kernel32.GetDriveTypeW(f"{place.absolute().anchor}")
        return drive in {_FIXED, _REMOVABLE}
    with suppress(OSError, ValueError):
        return _kind_of(place) in _LOCAL
    return False


def _kind_of(place: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """The kind of file system (proc(5): the word after the dash), by its device number."""
    device = place.stat().st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    for line in mounts.read_text("utf-8", "replace").splitlines():
        before, _, after = line.partition(" - ")
        if before.split()[2] == number:
            return after.split()[0]
    return ""
