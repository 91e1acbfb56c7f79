"""How one folder's disk lies to another's: the same one, and whether it is on this laptop."""

import re
import sys
from contextlib import suppress
from pathlib import Path

_LOCAL = frozenset(
    {
        *("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "zfs", "tmpfs", "overlay"),
        *("vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "hfsplus", "apfs"),
    }
)
_OCTAL = re.compile(r"\\([0-7]{3})")
"""How spaces are written in a mount point."""
_FIXED, _REMOVABLE = 3, 2
"""What Windows calls disks of this laptop (winbase.h, GetDriveType)."""


def same_disk(one: Path, other: Path) -> bool:
    """Whether both are on one file system, as far as the system says."""
    with suppress(OSError):
        return one.stat().st_dev == other.stat().st_dev
    return False


def near(place: Path) -> bool:
    """Whether a folder is surely on a disk of this laptop. Where nobody can tell, it is not.

    The folder itself is not touched: one on a share that has gone away would never answer.
    """
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - its windll is only there on Windows

        drive = ctypes.windll.kernel32.GetDriveTypeW(f"{place.absolute().anchor}")
        return drive in {_FIXED, _REMOVABLE}
    with suppress(OSError, ValueError, IndexError):
        return _kind_of(place.absolute()) in _LOCAL
    return False


def _kind_of(place: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """The kind of file system a path is on: of the longest mount point it lies under (proc(5))."""
    longest, kind = Path(), ""
    for line in mounts.read_text("utf-8", "surrogateescape").splitlines():
        before, _, after = line.partition(" - ")
        point = Path(_OCTAL.sub(lambda code: chr(int(code.group(1), 8)), before.split()[4]))
        if place.is_relative_to(point) and len(point.parts) >= len(longest.parts):
            longest, kind = point, after.split()[0]
    return kind
