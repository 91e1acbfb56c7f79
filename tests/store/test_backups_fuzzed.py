"""Whatever was done to a backup, it is never called proved, and nothing crashes or hangs."""

import json
import os
import random
import shutil
import time

import pytest

from tests.backups import Elsewhere, door_of, make_vault, names, restorer_of, talk
from tests.desks import ROSA, WORDS, quick_keys
from welfare_app.domain.errors import WelfareAppError
from welfare_app.services.jobs import no_progress

TORTURE = "WELFARE_APP_TORTURE" in os.environ
ROUNDS = 25_000 if TORTURE else 2_000
LONGEST = 20.0
"""Seconds for one on a machine that does other things; each takes some milliseconds."""

FILES = ("backup.json", "slots.json", "records.db")


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory):
    """A vault, open, with two backups of different days."""
    home = tmp_path_factory.mktemp("fuzzed")
    (home / "stick").mkdir()
    door = door_of(Elsewhere())
    vault = door.open(home / "vault", make_vault(door, home / "vault"))
    talk(vault, 1, how="by bus")
    one = vault.backups.make(home / "stick", "0.1.0", no_progress)
    talk(vault, 2, how="by van")
    other = vault.backups.make(home / "stick", "0.1.0", no_progress)
    shutil.copytree(home / "stick" / one.name, home / "sound")
    yield home, vault, one.name, other.name
    vault.close()


def flip(chance, content, _other):
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def cut(chance, content, _other):
    return content[: chance.randrange(len(content))]


def longer(chance, content, _other):
    return content + chance.randbytes(chance.choice((1, 4096, 70_000)))


def blank(chance, content, _other):
    at = chance.randrange(len(content))
    size = chance.choice((1, 16, 4096))
    return content[:at] + bytes(min(size, len(content) - at)) + content[at + size :]


def swapped(_chance, _content, other):
    return other


def rubbish(chance, content, _other):
    return chance.randbytes(len(content))


def odd(chance, content, _other):
    """Something JSON allows and we do not write."""
    try:
        said = json.loads(content)
    except ValueError:
        return b"[" * 100_000
    value = chance.choice(
        [10**400, -1, 2**63, 1e308, True, None, [], {}, "", "../..", "\ud800", "0" * 64, "x" * 9999]
    )
    said[chance.choice(sorted(said))] = value
    if chance.random() < 0.1:
        return b'{"size": ' + b"9" * 10_000 + b"}"
    if chance.random() < 0.1:
        return b"[" * 30_000
    return json.dumps(said, sort_keys=True, indent=1).encode()


WAYS = (flip, flip, cut, longer, blank, swapped, rubbish, odd)


def spoil(chance, folder, other):
    """Do one thing to one file; sometimes something other than bytes."""
    name = chance.choice(FILES)
    path = folder / name
    before = path.read_bytes()
    what = chance.random()
    if what < 0.02:
        path.unlink()
        return
    if what < 0.04:
        path.unlink()
        path.mkdir()
        return
    if what < 0.06:
        path.unlink()
        path.symlink_to(other / name)
        return
    if what < 0.08:
        path.unlink()
        os.mkfifo(path)
        return
    if what < 0.1:
        path.unlink()
        path.symlink_to("/dev/zero")
        return
    after = before
    while after == before:
        after = chance.choice(WAYS)(chance, before, (other / name).read_bytes())
    path.write_bytes(after)


def test_no_spoilt_backup_is_ever_called_proved(backed_up):
    home, vault, one, other = backed_up
    stick, sound = home / "stick", home / "sound"
    chance = random.Random(20261122)  # noqa: S311 - the same every time, on purpose
    proved, slow = [], []
    for number in range(ROUNDS):
        shutil.rmtree(stick / one)
        shutil.copytree(sound, stick / one)
        state = chance.getstate()
        spoil(chance, stick / one, stick / other)
        began = time.monotonic()
        try:
            vault.backups.prove(stick, one, no_progress)
            proved.append((number, state[1][:2]))
        except WelfareAppError:
            pass
        if time.monotonic() - began > LONGEST:
            slow.append(number)
    assert (proved, slow) == ([], [])
    assert names(home) == ["sound", "stick", "vault"]
    assert vault.examine().sound


def test_no_spoilt_backup_is_ever_brought_to_be_restored(backed_up):
    home, _, one, other = backed_up
    stick, target = home / "stick", home / "elsewhere" / "vault"
    target.parent.mkdir(exist_ok=True)
    sound = home / "sound"
    shutil.rmtree(stick / one)
    shutil.copytree(sound, stick / one)
    key = quick_keys(sound).unlock(ROSA.id, WORDS)
    restorer = restorer_of(Elsewhere())
    chance = random.Random(7)  # noqa: S311 - the same every time, on purpose
    for _ in range(ROUNDS // 10):
        shutil.rmtree(stick / one)
        shutil.copytree(sound, stick / one)
        spoil(chance, stick / one, stick / other)
        with pytest.raises(WelfareAppError):
            restorer.bring(stick / one, target, lambda _: key, no_progress)
    assert [one for one in names(target.parent) if one != ".vault.replacing"] == []
