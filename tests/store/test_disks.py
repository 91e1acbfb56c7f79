"""Whether a place is on this laptop decides whether locking may wait for it."""

import pytest

from welfare_app.store import disks
from welfare_app.store.disks import near, same_disk


@pytest.fixture
def mounts(tmp_path, monkeypatch):
    """What the system says of the disk that a test writes to."""

    def say(kind):
        written = tmp_path / "mounts"
        point = str(tmp_path / "a stick").replace(" ", "\\040")
        written.write_text(
            "21 1 0:99 / / rw - ext4 /dev/sda rw\n"
            f"36 35 0:42 / {point} rw,noatime shared:1 - {kind} //server/share rw\n"
        )
        real = disks._kind_of
        monkeypatch.setattr(disks, "_kind_of", lambda place: real(place, written))
        return tmp_path / "a stick" / "backups"

    return say


@pytest.mark.parametrize("kind", ["ext4", "vfat", "exfat", "ntfs3", "fuseblk", "btrfs"])
def test_a_disk_or_a_stick_is_near(mounts, kind):
    assert near(mounts(kind))


@pytest.mark.parametrize("kind", ["cifs", "smb3", "nfs4", "fuse.sshfs", "9p", "unheard-of"])
def test_a_share_or_what_nobody_knows_is_not(mounts, kind):
    assert not near(mounts(kind))


def test_where_nothing_says_what_is_mounted_nothing_is_near(tmp_path, monkeypatch):
    real = disks._kind_of
    monkeypatch.setattr(disks, "_kind_of", lambda place: real(place, tmp_path / "gone"))
    assert not near(tmp_path)


def test_what_is_not_there_is_not_on_the_same_disk(tmp_path):
    assert not same_disk(tmp_path, tmp_path / "gone")
    assert same_disk(tmp_path, tmp_path)
