import json
import os
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.keys.conftest import CHAMPION, CHAMPION_WORDS, LEAD, LEAD_WORDS, NEW_WORDS, stopped
from welfare_app.domain.errors import Tampered, Unavailable, WelfareAppError
from welfare_app.domain.people import Staff
from welfare_app.keys import slots_file
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import NoSecrets


def forge(made, change, *, checksum=True):
    """Edit the file as someone would who knows how it is made but not the vault key."""
    path = made.folder / "slots.json"
    plain = json.loads(path.read_text())
    plain.pop("checksum")
    change(plain)
    path.write_text(
        json.dumps({**plain, "checksum": slots_file._checksum(plain) if checksum else "0" * 64})
    )


def slot(plain, kind="passphrase", place=0):
    return [each for each in plain["slots"] if each["kind"] == kind][place]


def flipped(text):
    return ("1" if text[0] == "0" else "0") + text[1:]


def swap(key):
    def change(plain):
        first, second = slot(plain), slot(plain, place=1)
        first[key], second[key] = second[key], first[key]

    return change


ELSEWHERE = {
    "another person's role": lambda p: slot(p, place=1).update(role="lead"),
    "another person's name": lambda p: slot(p, place=1).update(name="Someone Else"),
    "another person's id": lambda p: slot(p, place=1).update(staff="someone-else"),
    "another person's slot id": lambda p: slot(p, place=1).update(id="another"),
    "another person switched off": lambda p: slot(p, place=1).update(enabled=False),
    "another person's cost": lambda p: slot(p, place=1)["argon2id"].update(passes=4),
    "another person's salt": lambda p: slot(p, place=1).update(salt="00" * 16),
    "another person's nonce": lambda p: slot(p, place=1).update(nonce="00" * 12),
    "another person's wrapped key": lambda p: slot(p, place=1).update(wrapped="00" * 48),
    "another person's device mark": lambda p: slot(p, place=1).update(device_mark="00" * 8),
    "another person removed": lambda p: p["slots"].remove(slot(p, place=1)),
    "a person added": lambda p: p["slots"].append({**slot(p), "id": "new", "staff": "new"}),
    "the order": lambda p: p["slots"].reverse(),
    "the recovery slot": lambda p: slot(p, "recovery").update(wrapped="00" * 48),
    "own name": lambda p: slot(p).update(name="Someone Else"),
    "the revision": lambda p: p.update(revision=p["revision"] + 1),
    "the tag": lambda p: p.update(tag=flipped(p["tag"])),
}

OWN = {
    "own role": lambda p: slot(p).update(role="auditor"),
    "own slot id": lambda p: slot(p).update(id="another"),
    "own cost": lambda p: slot(p)["argon2id"].update(lanes=3),
    "own salt": lambda p: slot(p).update(salt=flipped(slot(p)["salt"])),
    "own nonce": lambda p: slot(p).update(nonce=flipped(slot(p)["nonce"])),
    "own wrapped key": lambda p: slot(p).update(wrapped=flipped(slot(p)["wrapped"])),
    "wrapped keys swapped": swap("wrapped"),
    "everything wrapped swapped": lambda p: [
        swap(key)(p) for key in ("id", "salt", "nonce", "wrapped")
    ],
    "people swapped": swap("staff"),
    "the vault": lambda p: p.update(vault="another"),
}

MALFORMED = {
    "no slots": lambda p: p.update(slots=[]),
    "no recovery slot": lambda p: p["slots"].remove(slot(p, "recovery")),
    "two recovery slots": lambda p: p["slots"].append({**slot(p, "recovery"), "id": "new"}),
    "the same slot twice": lambda p: p["slots"].append(slot(p)),
    "a person with two slots": lambda p: p["slots"].append({**slot(p), "id": "new"}),
    "a role nobody has": lambda p: slot(p).update(role="owner"),
    "a kind nobody knows": lambda p: slot(p).update(kind="fingerprint"),
    "a key nobody knows": lambda p: slot(p).update(more=1),
    "a key missing": lambda p: slot(p).pop("salt"),
    "cheap guessing": lambda p: slot(p)["argon2id"].update(memory=8),
    "too few passes": lambda p: slot(p)["argon2id"].update(passes=1),
    "more memory than there is": lambda p: slot(p)["argon2id"].update(memory=2**40),
    "endless passes": lambda p: slot(p)["argon2id"].update(passes=10**9),
    "no cost at all": lambda p: slot(p).update(argon2id=None),
    "a truth for a number": lambda p: p.update(version=True),
    "a number for a truth": lambda p: slot(p).update(enabled=1),
    "half a character": lambda p: slot(p).update(name="\ud83d"),
    "a short salt": lambda p: slot(p).update(salt="00"),
    "a spaced salt": lambda p: slot(p).update(salt=slot(p)["salt"] + " "),
    "a recovery slot with a role": lambda p: slot(p, "recovery").update(role="lead"),
    "version nought": lambda p: p.update(version=0),
    "a later version than it needs": lambda p: p.update(version=2),
    "an earlier version than it needs": lambda p: slot(p).update(wrapped_for="auditor"),
    "a recovery slot wrapped for a role": lambda p: slot(p, "recovery").update(wrapped_for="lead"),
}


@pytest.mark.parametrize("change", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_a_forged_list_is_noticed_by_whoever_unlocks(made, change):
    forge(made, change)

    with stopped(Tampered, "key.slots-damaged"):
        made.cabinet.unlock(LEAD.id, LEAD_WORDS)


@pytest.mark.parametrize("change", OWN.values(), ids=OWN.keys())
def test_a_forged_slot_does_not_open(made, change):
    forge(made, change)

    with stopped(WelfareAppError, "key.wrong-passphrase", "key.slots-damaged"):
        made.cabinet.unlock(LEAD.id, LEAD_WORDS)


@pytest.mark.parametrize("change", OWN.values(), ids=OWN.keys())
def test_a_forged_slot_is_noticed_by_the_recovery_sheet(made, change):
    forge(made, change)

    with stopped(WelfareAppError, "key.wrong-recovery-code", "key.slots-damaged"):
        made.cabinet.recover(made.code)


@pytest.mark.parametrize("change", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_list_we_would_not_have_written_is_not_read(made, change):
    forge(made, change)

    with stopped(Tampered, "key.slots-damaged"):
        made.cabinet.people()


@pytest.mark.parametrize("change", [*ELSEWHERE.values(), *OWN.values()], ids=[*ELSEWHERE, *OWN])
def test_damage_is_noticed_before_any_passphrase_is_tried(made, change):
    forge(made, change, checksum=False)

    with stopped(Tampered, "key.slots-damaged"):
        made.cabinet.people()


def test_someone_let_in_again_by_an_edit_is_still_kept_out(made):
    made.cabinet.switch(made.key, CHAMPION.id, on=False)
    forge(made, lambda p: slot(p, place=1).update(enabled=True))

    with stopped(Tampered, "key.slots-damaged"):
        made.cabinet.unlock(CHAMPION.id, CHAMPION_WORDS)


def read_or_code(folder):
    try:
        return slots_file.read(folder)
    except WelfareAppError as error:
        return error.code


def test_a_single_flipped_bit_anywhere_is_never_taken_for_a_wrong_passphrase(made):
    path = made.folder / "slots.json"
    sound = path.read_bytes()
    meaning = json.loads(sound)
    for place in range(len(sound)):
        damaged = bytearray(sound)
        damaged[place] ^= 1 << (place % 8)
        path.write_bytes(damaged)
        outcome = read_or_code(made.folder)
        assert outcome == "key.slots-damaged" or json.loads(damaged) == meaning


@pytest.fixture(scope="session")
def spoilt(pattern, tmp_path_factory):
    """A folder for files to be spoilt in, and the sound file."""
    return tmp_path_factory.mktemp("spoilt"), (pattern.folder / "slots.json").read_bytes()


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_no_file_however_odd_is_more_than_damaged(spoilt, data):
    folder, sound = spoilt
    start = data.draw(st.integers(0, len(sound)))
    end = start + data.draw(st.integers(0, 200))
    odd = sound[:start] + data.draw(st.binary(max_size=200)) + sound[end:]
    (folder / "slots.json").write_bytes(odd)

    outcome = read_or_code(folder)
    assert outcome == "key.slots-damaged" or json.loads(odd) == json.loads(sound)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"[" * 200_000,
        b"9" * 5_000,
        b"\xff\xfe",
        b" " * 2_000_000,
        b'{"checksum": NaN}',
        b'{"checksum": "", "version": Infinity}',
    ],
    ids=range(10),
)
def test_nonsense_is_damage(made, data):
    (made.folder / "slots.json").write_bytes(data)

    with stopped(Tampered, "key.slots-damaged"):
        made.cabinet.unlock(LEAD.id, LEAD_WORDS)


def test_a_missing_file_is_not_damage_and_nothing_is_made_in_its_place(made):
    (made.folder / "slots.json").unlink()

    for attempt in (
        lambda: made.cabinet.unlock(LEAD.id, LEAD_WORDS),
        lambda: made.cabinet.recover(made.code),
        lambda: made.cabinet.replace_recovery(made.key),
    ):
        with stopped(Unavailable, "key.slots-missing"):
            attempt()
    assert not list(made.folder.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="a pipe with a name is a Unix thing")
def test_a_pipe_in_the_files_place_is_not_waited_for(made):
    (made.folder / "slots.json").unlink()
    os.mkfifo(made.folder / "slots.json")

    with stopped(Tampered, "key.slots-damaged"):
        made.cabinet.people()


@pytest.mark.skipif(sys.platform != "linux", reason="the file is Linux's own")
def test_a_file_the_disk_will_not_give_is_unreadable(made):
    path = made.folder / "slots.json"
    path.unlink()
    path.symlink_to("/proc/self/mem")

    with stopped(Unavailable, "key.slots-unreadable"):
        made.cabinet.people()


def test_a_list_from_a_newer_program_is_left_alone(made):
    forge(made, lambda p: p.update(version=3, more="to come"))
    before = (made.folder / "slots.json").read_bytes()

    with stopped(Unavailable, "key.slots-too-new") as caught:
        made.cabinet.unlock(LEAD.id, LEAD_WORDS)

    assert caught.value.facts == {"file": 3, "app": 2}
    assert (made.folder / "slots.json").read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its own lists of who may read")
def test_only_the_owner_can_read_the_file(made):
    made.cabinet.replace_recovery(made.key)

    assert (made.folder / "slots.json").stat().st_mode & 0o777 == 0o600


def test_an_unfinished_write_left_behind_does_no_harm_and_is_cleared(made):
    left = made.folder / ".slots-abc.tmp"
    left.write_bytes(b'{"version": 1, "slo')

    assert made.cabinet.unlock(LEAD.id, LEAD_WORDS) == made.key

    made.cabinet.replace_recovery(made.key)

    assert sorted(path.name for path in made.folder.iterdir()) == ["slots.json", "tries.json"]


@pytest.fixture
def full_disk():
    """Every file stops growing after a hundred bytes, as on a full disk."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_the_old_list(made, full_disk):
    before = (made.folder / "slots.json").read_bytes()
    full_disk()

    with stopped(Unavailable, "key.disk-full"):
        made.cabinet.replace_recovery(made.key)

    assert (made.folder / "slots.json").read_bytes() == before
    assert [path.name for path in made.folder.iterdir()] == ["slots.json"]
    assert made.cabinet.recover(made.code) == made.key


def test_a_folder_that_cannot_be_written_to_says_so(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    cabinet = KeyCabinet(tmp_path / "file" / "vault", NoSecrets(), Cost())

    with stopped(Unavailable, "key.cannot-write"):
        cabinet.create(LEAD, LEAD_WORDS)


def test_a_list_we_could_not_read_again_is_never_written(made):
    before = (made.folder / "slots.json").read_bytes()

    with pytest.raises(ValueError, match="surrogates"):
        made.cabinet.add(made.key, Staff("third", "\ud83d"), NEW_WORDS)

    assert (made.folder / "slots.json").read_bytes() == before


REWRITE_FOR_EVER = """
import sys
from pathlib import Path
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.device_secret import NoSecrets
cabinet = KeyCabinet(Path(sys.argv[1]), NoSecrets())
key = bytes.fromhex(sys.stdin.readline())
while True:
    cabinet.replace_recovery(key)
    print(cabinet.revision(), flush=True)
"""


@pytest.mark.parametrize("moment", range(10))
def test_killed_at_any_moment_the_newest_list_acknowledged_still_opens(made, moment):
    command = [sys.executable, "-c", REWRITE_FOR_EVER, str(made.folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as child:
        child.stdin.write(made.key.hex() + "\n")
        child.stdin.flush()
        first = child.stdout.readline()
        time.sleep(0.005 + moment * 0.0037)
        child.kill()
        acknowledged = int((first + child.stdout.read()).splitlines()[-1])

    slots = slots_file.read(made.folder)
    assert slots.vouched_by(made.key)
    assert slots.revision in {acknowledged, acknowledged + 1}
    assert made.cabinet.unlock(LEAD.id, LEAD_WORDS) == made.key
