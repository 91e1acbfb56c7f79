"""Whether a place is on this laptop decides whether locking may wait for it."""

import os

import pytest

from welfare_app.store import disks
from welfare_app.store.disks import near, same_disk


@pytest.fixture
def mounts(tmp_path, monkeypatch):
    """What the system says of the disk that a test writes to."""
    number = (tmp_path / "mounts").parent.stat().st_dev

    def say(kind):
        written = tmp_path / "mounts"
        device = f"{os.major(number)}:{os.minor(number)}"
        written.write_text(
            "21 1 0:99 / /proc rw - proc proc rw\n"
            f"36 35 {device} / /mnt rw,noatime shared:1 - {kind} //server/share rw\n"
        )
        real = disks._kind_of
        monkeypatch.setattr(disks, "_kind_of", lambda place: real(place, written))

    return say


@pytest.mark.parametrize("kind", ["ext4", "vfat", "exfat", "ntfs3", "fuseblk", "btrfs"])
def test_a_disk_or_a_stick_is_near(mounts, tmp_path, kind):
    mounts(kind)
    assert near(tmp_path)


@pytest.mark.parametrize("kind", ["cifs", "smb3", "nfs4", "fuse.sshfs", "9p", "unheard-of"])
def test_a_share_or_what_nobody_knows_is_not(mounts, tmp_path, kind):
    mounts(kind)
    assert not near(tmp_path)


def test_what_is_not_there_is_neither_near_nor_on_the_same_disk(tmp_path):
    assert not near(tmp_path / "gone")
    assert not same_disk(tmp_path, tmp_path / "gone")
    assert same_disk(tmp_path, tmp_path)
