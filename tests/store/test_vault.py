import hashlib
import inspect
import threading
from pathlib import Path

import pytest

from tests.conftest import KEY, NOON
from tests.factories import ROSA, interview, pack
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused, Tampered, Unavailable
from welfare_app.domain.events import EvidenceKept, InterviewStarted, PackChecked, PackOpened
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import EvidenceId, FieldId
from welfare_app.services import ports, vaults
from welfare_app.store import records, talks
from welfare_app.store.evidence import VaultEvidence
from welfare_app.store.migrations import STEPS, migrate, version


def keep(vault, record):
    with vault.work(ROSA) as work:
        work.interviews.save(record, because=InterviewStarted(record.id, "test-form", 1))
        return work.commit()


def answer(vault, id, field, text):
    with vault.work(ROSA) as work:
        changed, because = work.interviews.get(id).record(FieldId(field), Answer(text))
        work.interviews.save(changed, because=because)
        work.commit()


def rows(vault, sql):
    return vault._connection().execute(sql).fetchall()


def force(vault, table, sql):
    for verb in ("update", "delete"):
        vault._connection().execute(f"DROP TRIGGER {table}_refuses_{verb}")
    vault._connection().execute(sql)


def test_an_answer_survives_closing_the_vault(door, vault, tmp_path):
    keep(vault, interview())
    answer(vault, "interview-1", "how", "by bus")
    vault.close()

    again = door.open(tmp_path, KEY)
    with again.work(ROSA) as work:
        assert work.interviews.get("interview-1").answers["how"].value == "by bus"
    again.close()


def test_an_interview_comes_back_as_it_was_saved(vault):
    keep(vault, interview(first_name="Test"))

    with vault.work(ROSA) as work:
        assert work.interviews.get("interview-1") == interview(first_name="Test")


def test_work_that_is_not_committed_never_happened(vault):
    with vault.work(ROSA) as work:
        work.interviews.save(interview(), because=InterviewStarted("interview-1", "f", 1))

    with vault.work(ROSA) as work:
        assert work.interviews.all() == ()
    assert vault.examine().entries == 0


def test_what_was_said_first_stays_readable(vault):
    keep(vault, interview())
    answer(vault, "interview-1", "how", "by bus")
    answer(vault, "interview-1", "how", "by van")

    said = rows(vault, "SELECT body FROM version WHERE part = 'answer:how' ORDER BY entry")
    assert ["by bus" in said[0][0], "by van" in said[1][0]] == [True, True]


def test_an_answer_given_twice_is_kept_once(vault):
    keep(vault, interview())
    answer(vault, "interview-1", "how", "by bus")
    answer(vault, "interview-1", "how", "by bus")

    assert len(rows(vault, "SELECT 1 FROM version WHERE part = 'answer:how'")) == 1


@pytest.mark.parametrize(
    "repository",
    [
        talks.VaultInterviews,
        talks.VaultNotes,
        talks.VaultSigns,
        records.VaultPacks,
        records.VaultReferrals,
        VaultEvidence,
    ],
)
def test_nothing_can_be_saved_without_a_reason(repository):
    because = inspect.signature(repository.save).parameters["because"]

    assert because.default is inspect.Parameter.empty
    assert because.kind is inspect.Parameter.KEYWORD_ONLY


def test_a_sound_vault_is_found_sound(vault):
    keep(vault, interview())

    assert vault.examine() == vaults.Soundness(1, ())


@pytest.mark.parametrize(
    ("table", "sql", "fault"),
    [
        ("audit", "UPDATE audit SET by = 'someone else' WHERE number = 2", "audit.broken"),
        ("audit", "UPDATE audit SET event = 'Other' WHERE number = 2", "audit.broken"),
        (
            "version",
            "UPDATE version SET body = replace(body, 'bus', 'car') WHERE part = 'answer:how'",
            "audit.content-changed",
        ),
        ("version", "DELETE FROM version WHERE part = 'answer:how'", "audit.content-changed"),
        ("record", "UPDATE record SET kind = 'sign'", "audit.content-changed"),
    ],
)
def test_whatever_is_changed_behind_its_back_is_noticed(vault, table, sql, fault):
    keep(vault, interview())
    answer(vault, "interview-1", "how", "by bus")
    keep(vault, interview(2))

    force(vault, table, sql)

    assert fault in vault.examine().faults


def test_a_trail_with_its_end_cut_off_is_noticed(door, vault, tmp_path):
    keep(vault, interview())
    answer(vault, "interview-1", "how", "by bus")
    vault.close()
    again = door.open(tmp_path, KEY)
    again._connection().execute("PRAGMA foreign_keys = OFF")
    force(again, "version", "DELETE FROM version WHERE entry = 2")
    force(again, "audit", "DELETE FROM audit WHERE number = 2")
    again._anchors = []
    again.close()

    with pytest.raises(Tampered) as found:
        door.open(tmp_path, KEY)
    assert found.value.code == "audit.cut-short"


def test_the_database_itself_refuses_to_rewrite_history(vault):
    keep(vault, interview())

    for sql in ("UPDATE version SET body = '{}'", "DELETE FROM audit", "DELETE FROM record"):
        with pytest.raises(Exception, match="what was written stays written"):
            vault._connection().execute(sql)


def test_a_second_copy_of_the_program_is_kept_out(door, vault, tmp_path):
    with pytest.raises(Unavailable) as refused:
        door.open(tmp_path, KEY)

    assert refused.value.code == "vault.in-use"


def test_a_missing_vault_is_never_replaced_by_an_empty_one(door, tmp_path):
    with pytest.raises(Unavailable) as refused:
        door.open(tmp_path, KEY)

    assert refused.value.code == "vault.missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left", ["records.db", "slots.json", "anchor.json"])
def test_what_is_left_of_a_vault_is_never_taken_for_none(door, tmp_path, left):
    assert not door.exists(tmp_path)
    (tmp_path / left).write_bytes(b"")

    assert door.exists(tmp_path)


def test_a_vault_that_exists_is_never_made_again(door, vault, tmp_path):
    with pytest.raises(Refused) as refused:
        door.create(tmp_path, KEY)

    assert refused.value.code == "vault.exists"


@pytest.mark.parametrize("at", [0, 20, 5000])
def test_damage_is_called_damage(door, vault, tmp_path, at, capfd):
    for number in range(1, 40):
        keep(vault, interview(number, how="x" * 400))
    vault.close()
    records_file = tmp_path / "records.db"
    content = bytearray(records_file.read_bytes())
    content[at : at + 16] = bytes(16)
    records_file.write_bytes(content)

    try:
        again = door.open(tmp_path, KEY)
    except Unavailable as error:
        found = (error.code,)
    else:
        found = again.examine().faults
        again.close()

    assert found == (("vault.damaged",) if at < 4096 else ("vault.page-damaged",))
    assert capfd.readouterr() == ("", "")


def test_a_vault_from_a_newer_program_is_left_alone(door, vault, tmp_path):
    vault._connection().execute("PRAGMA user_version = 999")
    vault.close()
    before = (tmp_path / "records.db").read_bytes()

    with pytest.raises(Unavailable) as refused:
        door.open(tmp_path, KEY)

    assert refused.value.code == "vault.too-new"
    assert (tmp_path / "records.db").read_bytes() == before


def test_a_step_that_fails_leaves_no_trace(vault):
    def half_done(connection):
        connection.execute("CREATE TABLE half (x)")
        raise RuntimeError

    connection = vault._connection()
    with pytest.raises(RuntimeError):
        migrate(connection, (*STEPS, half_done))

    assert version(connection) == len(STEPS)
    assert not rows(vault, "SELECT 1 FROM sqlite_master WHERE name = 'half'")


def test_a_file_comes_back_byte_for_byte(vault):
    data = bytes(range(256)) * 10_000
    digest = hashlib.sha256(data).hexdigest()
    photo = Evidence(
        EvidenceId("e"), "pack-1", 1, "rota.png", "image/png", len(data), digest, NOON, ROSA
    )
    with vault.work(ROSA) as work:
        work.packs.save(pack(), because=PackOpened("pack-1", None))
        work.evidence.put(EvidenceId("e"), iter([data[:7], data[7:]]))
        work.evidence.save(photo, because=EvidenceKept(photo.id, photo.pack, digest))
        work.commit()

    with vault.work(ROSA) as work:
        assert b"".join(work.evidence.read(EvidenceId("e"))) == data
        assert work.evidence.of("pack-1") == (photo,)
    assert vault.examine().sound


def test_a_changed_file_is_noticed(vault):
    test_a_file_comes_back_byte_for_byte(vault)
    force(vault, "chunk", "UPDATE chunk SET data = zeroblob(length(data)) WHERE number = 0")

    assert vault.examine().faults == ("evidence.changed",)


def test_numbers_follow_one_another(vault):
    with vault.work(ROSA) as work:
        assert work.interviews.next_number() == "W-0001"
    keep(vault, interview())
    with vault.work(ROSA) as work:
        assert work.interviews.next_number() == "W-0002"


def test_an_unknown_record_is_refused(vault):
    with vault.work(ROSA) as work, pytest.raises(Refused):
        work.interviews.get("nobody")


def test_a_locked_vault_does_nothing_more(vault):
    vault.close()

    with pytest.raises(Unavailable) as refused:
        vault.work(ROSA)
    assert refused.value.code == "vault.locked"


def test_reading_a_sealed_file_is_written_down(vault):
    with vault.work(ROSA) as work:
        work.audit.note(PackChecked("00", "genuine"))
        work.commit()

    assert rows(vault, "SELECT event, by FROM audit") == [("PackChecked", ROSA)]


def test_nothing_is_readable_from_outside(vault, tmp_path: Path):
    keep(vault, interview(how="quixotic-canary"))

    for path in tmp_path.rglob("*"):
        assert b"quixotic-canary" not in path.read_bytes(), path.name
        assert b"SQLite format" not in path.read_bytes(), path.name


def test_the_vault_keeps_the_promise_made_to_services(vault):
    def promised(opened: vaults.OpenVault, work: ports.UnitOfWork) -> None: ...

    promised(vault, vault.work(ROSA))


def test_two_threads_writing_at_once_lose_nothing_and_break_no_chain(vault):
    keep(vault, interview())

    def write(name):
        for number in range(60):
            answer(vault, "interview-1", f"{name}-{number}", "kept")

    threads = [threading.Thread(target=write, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with vault.work(ROSA) as work:
        assert len(work.interviews.get("interview-1").answers) == 180
    assert vault.examine() == vaults.Soundness(181, ())
