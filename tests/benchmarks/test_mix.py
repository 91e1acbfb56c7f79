"""Our own mix of reads and writes in an encrypted vault, against the same in plain SQLite."""

import itertools

import pytest
from sqlcipher3 import dbapi2 as cipher

from tests.benchmarks.timing import turn_about
from tests.torture.table import at, lay
from welfare_app.domain.answers import Answer
from welfare_app.domain.ids import FieldId, InterviewId, PackId
from welfare_app.domain.notes import LineKind
from welfare_app.services.take_notes import Heard
from welfare_app.store import vault as store
from welfare_app.store.connection import CACHE_KIB

TIMES = 60
TALKS = 200
TEXT = "He took my passport and said it was safer that way. " * 4


def plain(path, _key):
    """The same file with the same settings, but for the encryption."""
    connection = cipher.connect(str(path), isolation_level=None, check_same_thread=False)
    for setting in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "foreign_keys = ON",
        f"cache_size = -{CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {setting}")
    return connection


def seated(folder):
    """A desk at a vault with some hundred talks in it."""
    lay(folder)
    table = at(folder)
    desk = table.sit()
    form = desk.definitions.form("welfare-interview").form
    for _ in range(TALKS):
        talk = desk.interviews.start(form)
        for field in ("site", "first-name", "last-name"):
            desk.interviews.answer(talk.id, FieldId(field), Answer(TEXT))
        desk.notes.keep(talk.id, Heard(LineKind.SAID, TEXT))
    return desk, table


def test_encryption_costs_little_in_what_we_really_do(tmp_path, capsys):
    desk, table = seated(tmp_path / "encrypted")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "connect", plain)
        bare_desk, bare_table = seated(tmp_path / "plain")
    assert (bare_table.vault / "records.db").read_bytes().startswith(b"SQLite format 3")
    photo = tmp_path / "photo.png"
    turns = itertools.count()

    def work(desk, table):
        turn = next(turns)
        desk.shift.vault._memory.records.clear()
        interview = InterviewId(table.interview)
        for field in ("site", "health", "family"):
            desk.interviews.answer(interview, FieldId(field), Answer(f"{TEXT}{turn}"))
        for _ in range(3):
            desk.notes.keep(interview, Heard(LineKind.SAID, f"{TEXT}{turn}"))
        desk.interviews.history(interview)
        desk.notes.of(interview)
        desk.around.look()
        desk.evidence.of(PackId(table.pack))

    def keep(desk, table):
        photo.write_bytes(b"\x89PNG\r\n\x1a\n" + next(turns).to_bytes(8, "big") * 200_000)
        evidence = desk.evidence.keep(PackId(table.pack), photo)
        with desk.shift.work() as open_work:
            assert sum(map(len, open_work.evidence.read(evidence.id))) > 1_000_000

    talk = turn_about(lambda: work(desk, table), lambda: work(bare_desk, bare_table), TIMES)
    files = turn_about(lambda: keep(desk, table), lambda: keep(bare_desk, bare_table), TIMES // 3)
    with capsys.disabled():
        print(f"\nour mix, encrypted against plain: {talk} (aim 1.5)")
        print(f"a file of 1.6 MB kept and read, encrypted against plain: {files}")
    assert desk.shift.vault.examine().sound
    desk.shift.vault.close()
    bare_desk.shift.vault.close()
