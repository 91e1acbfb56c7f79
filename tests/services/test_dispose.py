"""A case is disposed of by two people, for good, and a certificate stays."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.conftest import KEY
from tests.desks import ROSA, events, sign_off, stopped
from tests.pdf.reader import folded, pdfium
from tests.services.disposing import IDRIS, THEIR_WORDS, disposing
from tests.services.test_review_retention import talk
from tests.store.decrypted import decrypted
from welfare_app.domain.disposal import Ground
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.ids import FieldId, StageId
from welfare_app.domain.people import Role, Staff
from welfare_app.services.half_typed import HalfTyped
from welfare_app.services.shift import Shift

CANARY = "Quixotelia"


@dataclass(frozen=True)
class Made:
    made: datetime
    place: str


@pytest.fixture
def dispose(desk, tmp_path, tools):
    return disposing(desk, tmp_path / "keys", tools.renderer)


@pytest.fixture
def due(desk, dispose, clock):
    """A talk whose time is up."""
    ended = talk(desk, outcome_reason=f"They spoke of {CANARY} and of nothing else")
    clock.move(days=400)
    return dispose.review.one(ended.id)


def go(dispose, seen, ground=Ground.TIME_UP, person=IDRIS, words=THEIR_WORDS):
    return dispose.dispose(seen, ground, person.id, words)


def test_it_is_gone_and_a_certificate_says_so(desk, dispose, due, vault):
    done = go(dispose, due)

    with stopped(Refused, "interview.unknown"):
        desk.interviews.resume(due.case)
    assert done.cleared
    assert (done.disposal.number, done.disposal.numbers) == ("D-0001", "W-0001")
    assert (done.disposal.by, done.disposal.vouched) == (ROSA.id, IDRIS.id)
    assert events(vault)[-3:] == ["RecordErased", "CaseDisposed", "RemainsCleared"]
    assert vault.examine().sound


def test_the_trail_names_the_entries_on_the_certificate(dispose, due, vault):
    done = go(dispose, due).disposal

    told = events(vault)
    assert told[done.first_entry - 1 : done.last_entry] == ["RecordErased"]


def test_no_word_of_it_is_left_in_any_page(dispose, due, vault):
    file = vault._path
    vault._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert CANARY.encode() in decrypted(file, KEY)

    go(dispose, due)

    vault._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert CANARY.encode() not in decrypted(file, KEY)


def test_what_was_half_typed_about_it_goes_with_it(desk, dispose, due, vault):
    desk.half_typed.keep(HalfTyped(due.case, "Interview", (("Why?", CANARY),)))
    desk.half_typed.keep(HalfTyped("", "Staff", (("Why?", "Left us"),)))
    go(dispose, due)

    assert [one.where for one in desk.half_typed.mine()] == ["Staff"]
    vault._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert CANARY.encode() not in decrypted(vault._path, KEY)


def test_a_whole_case_goes_with_everything_that_belongs_to_it(case, tmp_path, tools, clock):
    dispose = disposing(case.desk, tmp_path / "keys", tools.renderer)
    sign_off(case.desk, case.interview)
    desk = case.desk
    for stage in desk.packs.words.workflow.stages:
        if stage.id not in desk.packs.get(case.pack).done:
            desk.packs.skip(case.pack, StageId(stage.id), "Nothing more to do")
    clock.move(days=366 * 8)
    seen = dispose.review.one(case.interview)
    assert seen.standing.kept_as.id == "referred"

    done = go(dispose, seen).disposal

    counts = {one.kind: one.count for one in done.erased}
    assert {"interview", "note", "sign", "pack", "evidence", "referral"} <= set(counts)
    assert done.numbers == "W-0001, P-0001"
    vault = desk.shift.vault
    assert vault._connection().execute("SELECT count(*) FROM chunk").fetchone() == (0,)
    assert vault.examine().faults == ()
    assert desk.around.all() == ()


def test_a_certificate_prints_the_same_each_time_and_names_nobody_it_was_about(
    desk, dispose, due, vault, door, tmp_path, tools
):
    done = go(dispose, due).disposal
    first = dispose.certificate(done.id)
    vault._memory.records.clear()

    assert dispose.certificate(done.id) == first
    text = folded(pdfium(first))
    for told in ("D-0001", "W-0001", "Rosa Example, lead", "Idris Example, checker", "12 May 2026"):
        assert told in text
    assert CANARY not in text
    assert f"Entries {done.first_entry} to {done.last_entry}" in text


def test_backups_that_still_hold_it_are_listed_with_the_day_they_go(desk, tmp_path, tools, clock):
    ended = talk(desk)
    begun = clock()
    made = (
        Made(begun - timedelta(days=1), "before it was there"),
        Made(begun + timedelta(days=3), "USB stick"),
    )
    clock.move(days=400)
    dispose = disposing(desk, tmp_path / "keys", tools.renderer, backups=lambda: made)

    done = go(dispose, dispose.review.one(ended.id)).disposal

    assert [(one.place, one.gone_by) for one in done.backups] == [("USB stick", date(2026, 12, 15))]
    text = folded(pdfium(dispose.certificate(done.id)))
    assert "USB stick" in text
    assert "Should be gone by 15 December 2026" in text


def test_a_hold_stops_it(dispose, due):
    dispose.review.hold(due.case, "A claim was announced", "")

    with stopped(Refused, "disposal.held"):
        go(dispose, dispose.review.one(due.case))
    assert dispose.review.one(due.case).held


def test_a_hold_placed_meanwhile_stops_it_too(dispose, due):
    dispose.review.hold(due.case, "A claim was announced", "")

    with stopped(Refused, "disposal.changed"):
        go(dispose, due)


def test_what_changed_since_it_was_looked_at_is_looked_at_again(desk, dispose, due):
    desk.interviews.add(due.case, FieldId("outcome"), "Something new")

    with stopped(Refused, "disposal.changed"):
        go(dispose, due)


def test_nothing_goes_before_its_time_without_another_ground(desk, dispose):
    seen = dispose.review.one(talk(desk).id)

    with stopped(Refused, "disposal.not-due"):
        go(dispose, seen)
    assert go(dispose, seen, Ground.ASKED).disposal.ground is Ground.ASKED


def test_what_is_still_worked_on_goes_only_if_it_was_a_mistake(desk, dispose, clock):
    begun = desk.interviews.start(desk.definitions.form("welfare-interview").form)
    clock.move(days=400)
    seen = dispose.review.one(begun.id)

    for ground in (Ground.TIME_UP, Ground.ASKED):
        with stopped(Refused, "disposal.not-ended"):
            go(dispose, seen, ground)
    assert go(dispose, seen, Ground.MISTAKE).disposal.numbers == "W-0001"


def test_a_wrong_passphrase_of_the_second_person_disposes_of_nothing(desk, dispose, due):
    with stopped(Unavailable, "key.wrong-passphrase"):
        go(dispose, due, words="not theirs at all, really")
    assert desk.interviews.resume(due.case)


def test_nobody_is_their_own_second_person(desk, dispose, due):
    with stopped(Refused, "second.not-able"):
        go(dispose, due, person=ROSA)
    assert desk.interviews.resume(due.case)


def test_only_a_lead_disposes(dispose, due, desk):
    someone = Staff(ROSA.id, "Noor Example", Role.CHECKER)
    shift = Shift(desk.shift.vault, someone, desk.shift.now, desk.shift.new_id, lambda _: None)
    from dataclasses import replace

    theirs = replace(dispose, shift=shift)
    for act in (
        lambda: go(theirs, due),
        theirs.clear,
        theirs.certificates,
        lambda: theirs.certificate("x"),
    ):
        with stopped(Refused, "role.not-yours"):
            act()


def test_where_clearing_fails_it_is_gone_and_the_rest_can_be_done_later(
    dispose, due, vault, monkeypatch
):
    def full():
        raise Unavailable("vault.disk-full")

    with monkeypatch.context() as patch:
        patch.setattr(vault, "clear_remains", full)
        assert not go(dispose, due).cleared
    assert dispose.to_clear()

    dispose.clear()

    assert not dispose.to_clear()
    assert [one.number for one in dispose.certificates()] == ["D-0001"]


def test_open_screens_hear_that_it_is_gone(dispose, due, heard):
    heard.clear()
    go(dispose, due)

    assert any(due.case in changes for changes in heard)


def test_a_disposal_stays_readable_after_the_vault_was_closed(dispose, due, vault, door, tmp_path):
    done = go(dispose, due).disposal
    vault.close()

    again = door.open(tmp_path, KEY)
    with again.work(ROSA.id) as work:
        [kept] = work.disposals.all()
        assert kept == done or kept.at == done.at.replace(microsecond=0, tzinfo=UTC)
        assert kept.erased == done.erased
    again.close()
