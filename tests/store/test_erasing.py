"""What is erased is gone to the last page, and nothing goes unless the trail says so."""

import random

import pytest
from sqlcipher3 import dbapi2

from tests.conftest import KEY
from tests.desks import stopped
from tests.factories import ROSA, interview
from tests.store.decrypted import decrypted
from tests.store.test_vault import answer, keep, rows
from welfare_app.domain.errors import Refused, Tampered, Unavailable
from welfare_app.domain.events import EvidenceKept, InterviewStarted, RemainsCleared
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import EvidenceId
from welfare_app.store import erasing
from welfare_app.store.written import digest_of

CANARY = "Quixotelia"


def erase(vault, id, kind="interview"):
    with vault.work(ROSA) as work:
        entry = work.archive.erase(id, kind)
        work.commit()
    return entry


def put(vault, id, data):
    with vault.work(ROSA) as work:
        file = Evidence(
            EvidenceId(id), "pack-1", 1, f"{CANARY}.png", "image/png", len(data), "0" * 64,
            vault._now(), ROSA,
        )  # fmt: skip
        work.evidence.put(file.id, [data])
        work.evidence.save(file, because=EvidenceKept(file.id, "pack-1", file.digest))
        work.commit()


@pytest.fixture
def busy(vault):
    """A vault in which much was said in no order, so that its pages were split and joined."""
    order = random.Random(6)  # noqa: S311
    with vault.work(ROSA) as work:
        for number in range(1, 25):
            one = interview(number)
            work.interviews.save(one, because=InterviewStarted(one.id, "test-form", 1))
        work.commit()
    for _ in range(600):
        number = order.randrange(1, 25)
        word = CANARY if number % 4 == 0 else "ordinary"
        answer(vault, f"interview-{number}", f"f{order.randrange(30)}", word * order.randrange(90))
    put(vault, "file-1", CANARY.encode() * 60_000)
    return vault


def canaries(vault):
    vault._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert vault._path.with_name("records.db-wal").stat().st_size == 0
    return decrypted(vault._path, KEY).count(CANARY.encode())


def test_an_erased_interview_is_gone_and_the_others_stay(vault):
    keep(vault, interview(1, how="by bus"))
    keep(vault, interview(2, how="by van"))

    erase(vault, "interview-1")

    with vault.work(ROSA) as work:
        assert [one.id for one in work.interviews.all()] == ["interview-2"]
        with stopped(Refused, "interview.unknown"):
            work.interviews.get("interview-1")
    assert rows(vault, "SELECT 1 FROM version WHERE record = 'interview-1'") == []
    assert rows(vault, "SELECT 1 FROM record WHERE id = 'interview-1'") == []
    assert vault.examine().faults == ()


def test_nothing_of_it_can_be_read_from_any_page_even_with_the_key(busy):
    assert canaries(busy) > 1000
    with busy.work(ROSA) as work:
        for number in range(4, 25, 4):
            work.archive.erase(f"interview-{number}", "interview")
        work.archive.erase("file-1", "evidence")
        work.commit()
    only_deleted = canaries(busy)

    busy.clear_remains()

    assert only_deleted < 100, "secure_delete writes most of it over at once"
    assert canaries(busy) == 0
    assert b"ordinary" in decrypted(busy._path, KEY)
    assert busy.examine().faults == ()


def test_a_half_typed_line_goes_with_it(vault):
    keep(vault, interview(1))
    with vault.work(ROSA) as work:
        work.drafts.keep("interview-1", f"and then {CANARY}")
        work.commit()

    erase(vault, "interview-1")

    assert rows(vault, "SELECT * FROM draft") == []


def test_work_that_is_not_committed_erases_nothing(vault):
    keep(vault, interview(1, how="by bus"))

    with vault.work(ROSA) as work:
        work.archive.erase("interview-1", "interview")

    with vault.work(ROSA) as work:
        assert work.interviews.get("interview-1").answers["how"].value == "by bus"
    assert vault.examine().faults == ()


def test_its_number_is_never_given_to_somebody_else(vault):
    keep(vault, interview(1))
    keep(vault, interview(2))
    erase(vault, "interview-1")

    with vault.work(ROSA) as work:
        assert work.interviews.next_number() == "W-0003"


def test_it_does_not_come_back_under_its_own_name(vault):
    keep(vault, interview(1))
    erase(vault, "interview-1")

    with stopped(Refused, "erasure.stays-erased"):
        keep(vault, interview(1))


def test_what_the_trail_keeps_of_it_cannot_be_guessed_from_its_digest(vault):
    keep(vault, interview(1))
    answer(vault, "interview-1", "danger", "yes")
    [(digest,)] = rows(vault, "SELECT digest FROM audit WHERE event = 'AnswerRecorded'")
    said = rows(vault, "SELECT part, body FROM version WHERE entry = 2 AND part LIKE 'answer:%'")

    guessed = digest_of(said)
    erase(vault, "interview-1")

    assert guessed != digest
    assert rows(vault, "SELECT 1 FROM version WHERE entry = 2") == []


def test_a_record_that_is_not_among_the_erased_cannot_be_deleted(vault):
    keep(vault, interview(1))
    for table in ("version", "record", "audit", "chunk"):
        if table == "chunk":
            put(vault, "file-1", b"bytes")
        with pytest.raises(dbapi2.IntegrityError, match="stays written"):
            vault._connection().execute(f"DELETE FROM {table}")  # noqa: S608


def test_the_list_of_the_erased_can_only_grow(vault):
    keep(vault, interview(1))
    erase(vault, "interview-1")

    for sql in ("DELETE FROM erased", "UPDATE erased SET record = 'another'"):
        with pytest.raises(dbapi2.IntegrityError, match="stays written"):
            vault._connection().execute(sql)


def found(vault):
    return vault.examine().faults


def test_somebody_with_the_key_who_deletes_rows_of_their_own_accord_is_found(vault):
    keep(vault, interview(1))
    keep(vault, interview(2))
    connection = vault._connection()
    connection.execute("INSERT INTO erased VALUES ('interview-1', 'interview', 1)")
    connection.execute("DELETE FROM version WHERE record = 'interview-1'")
    connection.execute("DELETE FROM record WHERE id = 'interview-1'")

    assert found(vault) == ("audit.content-changed",)


def test_even_preparing_to_do_so_is_found(vault):
    keep(vault, interview(1))
    vault._connection().execute("INSERT INTO erased VALUES ('interview-1', 'interview', 1)")

    assert found(vault) == ("erasure.unvouched",)


def test_an_entry_for_one_record_vouches_for_no_other(vault):
    keep(vault, interview(1))
    keep(vault, interview(2))
    entry = erase(vault, "interview-1")
    connection = vault._connection()
    connection.execute("INSERT INTO erased VALUES ('interview-2', 'interview', ?)", (entry,))
    connection.execute("DELETE FROM version WHERE record = 'interview-2'")
    connection.execute("DELETE FROM record WHERE id = 'interview-2'")

    assert found(vault) == ("audit.content-changed",)


@pytest.mark.parametrize(
    "forged",
    [
        "UPDATE audit SET event = 'RecordErased' WHERE number = 1",
        "UPDATE audit SET facts = replace(facts, 'interview-1', 'interview-2') WHERE number = 3",
    ],
)
def test_an_entry_that_was_forged_vouches_for_nothing(vault, forged):
    keep(vault, interview(1))
    keep(vault, interview(2))
    erase(vault, "interview-1")
    for verb in ("update", "delete"):
        vault._connection().execute(f"DROP TRIGGER audit_refuses_{verb}")
    vault._connection().execute(forged)

    assert found(vault)[0] == "audit.broken"


def test_a_shortened_list_of_the_erased_is_found(vault):
    keep(vault, interview(1))
    erase(vault, "interview-1")
    vault._connection().execute("DROP TRIGGER erased_refuses_delete")
    vault._connection().execute("DELETE FROM erased")

    assert found(vault) == ("erasure.unvouched",)


@pytest.mark.parametrize("part", ["whole", "some"])
def test_an_erased_record_that_is_put_back_is_found(vault, part):
    keep(vault, interview(1, how="by bus"))
    connection = vault._connection()
    [kept] = connection.execute("SELECT * FROM record").fetchall()
    said = connection.execute("SELECT * FROM version").fetchall()
    erase(vault, "interview-1")
    connection.execute("INSERT INTO record VALUES (?, ?, ?, ?)", kept)
    for row in said if part == "whole" else said[:1]:
        connection.execute("INSERT INTO version VALUES (?, ?, ?, ?)", row)

    assert found(vault)[0] in {"erasure.come-back", "audit.content-changed"}


def test_bytes_of_a_file_nobody_wrote_down_are_found(vault):
    keep(vault, interview(1))
    vault._connection().execute("INSERT INTO chunk VALUES ('nobody', 0, x'00')")

    assert found(vault) == ("evidence.changed",)


def test_what_is_still_to_be_cleared_is_known_until_it_is(vault):
    keep(vault, interview(1))
    entry = erase(vault, "interview-1")
    with vault.work(ROSA) as work:
        assert work.archive.to_clear() == entry
        work.audit.note(RemainsCleared(entry))
        assert work.archive.to_clear() == 0
        work.commit()


def test_copies_from_before_an_update_go_when_the_remains_are_cleared(vault):
    copy = vault._path.with_name("records-before-3.db")
    copy.write_bytes(b"an older copy")
    keep(vault, interview(1))

    vault.clear_remains()

    assert not copy.exists()


def test_a_reader_in_the_way_is_said_plainly_and_nothing_is_lost(vault, door, tmp_path):
    keep(vault, interview(1, how="by bus"))
    keep(vault, interview(2))
    erase(vault, "interview-2")
    other = erasing_reader(vault)
    vault._connection().execute("PRAGMA busy_timeout = 50")
    with stopped(Unavailable, "vault.busy"):
        vault.clear_remains()
    other.close()

    vault.clear_remains()

    assert vault.examine().faults == ()


def erasing_reader(vault):
    from welfare_app.store.connection import connect

    other = connect(vault._path, vault._key)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM version").fetchone()
    return other


def test_the_trail_itself_says_when_content_is_missing_without_leave(vault):
    keep(vault, interview(1))
    with pytest.raises(Tampered) as caught:
        erasing.refuse_unvouched(vault._connection(), [(1, "interview-1")])
    assert caught.value.facts == {"entry": 1}
