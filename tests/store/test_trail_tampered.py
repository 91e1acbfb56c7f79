"""What someone with the key and the file can do to the trail, and how each of it shows."""

import shutil

import pytest

from tests.conftest import KEY, NOON
from tests.desks import stopped
from tests.factories import interview
from tests.store.test_vault import answer, force, keep
from welfare_app.domain.errors import Tampered, WelfareAppError
from welfare_app.keys.anchor import KeyringAnchor
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.vault import Door

PAGE = 4096


class Keyring:
    """A keyring that remembers, wherever the folder goes."""

    def __init__(self):
        self.kept = {}

    def remember(self, name, value):
        self.kept[name] = value
        return True

    def recall(self, name):
        return self.kept.get(name)


def with_keyring(keyring):
    return Door(
        lambda: NOON,
        "Test laptop",
        lambda folder, vault: [FileAnchor(folder), KeyringAnchor(keyring, vault)],
    )


def busy(vault):
    """A vault with enough in it that there is something to take away."""
    for number in range(1, 4):
        keep(vault, interview(number))
        answer(vault, f"interview-{number}", "how", "by bus")


@pytest.mark.parametrize(
    ("done", "fault"),
    [
        ("DELETE FROM audit WHERE number = 3", "audit.broken"),
        ("UPDATE audit SET number = number + 10 WHERE number > 3", "audit.broken"),
        ("UPDATE audit SET at = '2026-05-12T11:00:00.000+00:00' WHERE number = 3", "audit.broken"),
        ("UPDATE audit SET device = 'Another laptop' WHERE number = 1", "audit.broken"),
        ("UPDATE audit SET facts = '{}' WHERE number = 2", "audit.broken"),
        ("UPDATE audit SET record = 'interview-2' WHERE number = 2", "audit.broken"),
        ("UPDATE audit SET digest = zeroblob(32) WHERE number = 4", "audit.broken"),
    ],
)
def test_an_entry_that_was_taken_out_or_changed_shows(vault, done, fault):
    busy(vault)
    vault._connection().execute("PRAGMA foreign_keys = OFF")

    force(vault, "audit", done)

    assert vault.examine_trail().faults == (fault,)
    assert fault in vault.examine().faults


def test_two_entries_in_each_others_place_show(vault):
    busy(vault)
    vault._connection().execute("PRAGMA foreign_keys = OFF")

    force(vault, "audit", "UPDATE audit SET number = 99 WHERE number = 2")
    for was, will in ((3, 2), (99, 3)):
        vault._connection().execute("UPDATE audit SET number = ? WHERE number = ?", (will, was))

    assert vault.examine_trail().faults == ("audit.broken",)


def test_an_answer_put_back_to_what_it_was_shows(vault):
    busy(vault)
    answer(vault, "interview-1", "how", "by van")

    force(vault, "version", "DELETE FROM version WHERE entry = 7 AND part = 'answer:how'")

    assert vault.examine_trail().faults == ("audit.content-changed",)


def test_each_page_put_back_by_itself_shows(door, vault, tmp_path):
    for number in range(1, 25):
        keep(vault, interview(number, how="by bus" * 60))
    vault.close()
    file, slots = tmp_path / "records.db", []
    older = file.read_bytes()
    again = door.open(tmp_path, KEY)
    for number in range(1, 25):
        answer(again, f"interview-{number}", "how", "by van" * 60)
    again.close()
    newer = file.read_bytes()

    for at in range(0, len(older), PAGE):
        if older[at : at + PAGE] == newer[at : at + PAGE]:
            continue
        file.write_bytes(newer[:at] + older[at : at + PAGE] + newer[at + PAGE :])
        slots.append(at // PAGE + 1)
        assert _noticed(door, tmp_path), f"page {slots[-1]} was put back and nobody noticed"
        for beside in ("records.db-wal", "records.db-shm"):
            (tmp_path / beside).unlink(missing_ok=True)

    assert len(slots) > 5


def _noticed(door, folder):
    try:
        vault = door.open(folder, KEY)
    except WelfareAppError:
        return True
    sound = vault.examine().sound
    vault.close()
    return not sound


@pytest.fixture
def put_back(tmp_path):
    """A folder in which an older vault was put back whole, and the keyring that saw more."""
    keyring, folder = Keyring(), tmp_path / "vault"
    folder.mkdir()
    first = with_keyring(keyring).create(folder, KEY)
    keep(first, interview())
    first.close()
    shutil.copytree(folder, tmp_path / "older")
    second = with_keyring(keyring).open(folder, KEY)
    answer(second, "interview-1", "how", "by bus")
    second.close()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "older", folder)
    return keyring, folder


def test_a_whole_older_vault_put_back_shows_where_the_keyring_remembers(put_back):
    keyring, folder = put_back

    with stopped(Tampered, "audit.cut-short"):
        with_keyring(keyring).open(folder, KEY)


def test_it_still_shows_after_as_much_was_written_again(put_back, door):
    keyring, folder = put_back
    unaware = door.open(folder, KEY)
    for words in ("on foot", "by train", "by car"):
        answer(unaware, "interview-1", "how", words)
    unaware.close()

    with stopped(Tampered, "audit.cut-short"):
        with_keyring(keyring).open(folder, KEY)


def test_without_a_keyring_a_whole_older_folder_cannot_be_told_from_a_newer_one(put_back, door):
    _, folder = put_back

    opened = door.open(folder, KEY)

    assert opened.examine_trail().sound
    assert [kept.place for kept in opened.examine_trail().kept] == ["folder"]
    opened.close()


def test_the_older_file_alone_shows_by_the_note_beside_it(put_back, tmp_path, door):
    _, folder = put_back
    newer = door.open(folder, KEY)
    answer(newer, "interview-1", "how", "by bus")
    newer.close()
    shutil.copy(tmp_path / "older" / "records.db", folder / "records.db")

    with stopped(Tampered, "audit.cut-short"):
        door.open(folder, KEY)


def test_a_sound_trail_says_where_its_newest_entry_is_kept_besides(tmp_path):
    keyring = Keyring()
    vault = with_keyring(keyring).create(tmp_path, KEY)
    busy(vault)
    vault.drop_anchor()

    found = vault.examine_trail()

    assert (found.entries, found.faults) == (6, ())
    assert [(one.place, one.number) for one in found.kept] == [("folder", 6), ("keyring", 6)]
    vault.close()
