"""A case goes to a colleague's laptop and comes back, with nothing lost and nothing let in."""

import shutil
from dataclasses import replace

import pytest

from tests.couriers import Side, introduce, laptop_beside
from tests.desks import ROSA, events, stopped
from welfare_app.domain.answers import Answer
from welfare_app.domain.calls import Call
from welfare_app.domain.chronology import Source
from welfare_app.domain.errors import Refused, Tampered, Unavailable
from welfare_app.domain.ids import FieldId, StageId
from welfare_app.domain.sign import Known
from welfare_app.services.keep_chronology import Told
from welfare_app.services.sample_case import HANDING

SEEN = FieldId("noticed-what")


@pytest.fixture
def here(case, tmp_path, heard):
    """Our laptop, with the sample case in it."""
    return Side(case.desk, tmp_path, heard)


@pytest.fixture
def there(tools, identity, tmp_path):
    with laptop_beside(tools, identity, tmp_path / "there") as side:
        yield side


@pytest.fixture
def pair(here, there):
    introduce(here, there)
    return here, there


@pytest.fixture
def parcel(pair, case):
    """The sample case, locked for the other laptop."""
    return pair[0].send(case.interview)


def contents(side, root):
    with side.desk.shift.work() as work:
        case = work.crossing.contents(root)
    return sorted(case.entries, key=lambda one: (one.record, one.stamp)), sorted(case.files)


def test_a_case_arrives_whole_with_its_files(pair, case, parcel):
    here, there = pair
    looked = there.desk.receiving.look(parcel)
    there.desk.receiving.take(looked)

    assert all(one.fresh for one in looked.arrivals)
    assert contents(there, case.interview) == contents(here, case.interview)
    for file in here.desk.evidence.of(case.pack):
        with here.desk.shift.work() as ours, there.desk.shift.work() as theirs:
            came = b"".join(theirs.evidence.read(file.id))
            assert came == b"".join(ours.evidence.read(file.id)) != b""
    assert there.desk.staff_names()[ROSA.id] == ROSA.name
    assert case.interview in there.heard[-1]


def test_what_came_is_worked_on_like_anything_else(pair, case, parcel, tools):
    _, there = pair
    there.take(parcel)

    assert there.desk.around.all()[0] == case.pack
    assert there.desk.packs.get(case.pack).number == "P-0001"
    assert there.desk.interviews.history(case.interview)
    assert tools.page_count(there.desk.seal.preview(case.referral, HANDING)) > 0


def test_the_chronology_comes_with_it_and_is_corrected_over_there(pair, case):
    here, there = pair
    told = Told("A blue van came", "2026-02", known=Known.SEEN)
    entry = here.desk.chronology.add(case.pack, told)
    there.take(here.send(case.interview))
    corrected = replace(told, what="A green van came")
    there.desk.chronology.correct(case.pack, entry.id, corrected)
    here.take(there.send(case.interview))

    ours, theirs = (side.desk.chronology.of(case.pack).happenings for side in pair)
    assert ours == theirs
    (line,) = (one for one in ours if one.source is Source.HAND)
    assert (line.what, line.corrects.what) == ("A green van came", "A blue van came")


def test_looking_keeps_nothing(pair, parcel):
    _, there = pair
    before = there.vault.examine().entries
    there.desk.receiving.look(parcel)

    assert there.vault.examine().entries == before
    assert not there.desk.around.all()


def test_a_case_taken_in_twice_changes_nothing(pair, parcel):
    _, there = pair
    there.take(parcel)
    before = there.vault.examine().entries
    again = there.take(parcel)

    assert again.nothing_new
    assert there.vault.examine().entries == before


def test_the_trail_says_what_left_and_what_came(pair, parcel):
    here, there = pair
    there.take(parcel)

    assert events(here.vault)[-1] == "CaseSent"
    assert events(there.vault)[-1] == "CaseReceived"
    assert "VersionReceived" in events(there.vault)
    [sent] = here.desk.sending.sendings(here.desk.around.all()[-1])
    assert (sent.reason, len(sent.digest)) == ("She moves to their site", 64)


def test_both_ends_read_the_same_after_both_wrote(pair, case, parcel):
    here, there = pair
    there.take(parcel)
    for side, text in ((here, "Someone says a van"), (there, "Someone says a bus")):
        side.desk.packs.answer(case.pack, SEEN, Answer(text))
    there.take(here.send(case.interview))
    here.take(there.send(case.interview))

    shown = [side.desk.packs.get(case.pack).answers[SEEN].value for side in pair]
    assert shown[0] == shown[1]
    [ours], [theirs] = (side.desk.receiving.contested() for side in pair)
    assert ours == theirs

    there.desk.receiving.settle(theirs, theirs.standing[1].stamp)
    here.take(there.send(case.interview))
    assert not here.desk.receiving.contested()
    assert here.desk.packs.get(case.pack).answers[SEEN].value != shown[0]
    assert contents(here, case.interview) == contents(there, case.interview)


def test_two_calls_written_down_on_two_laptops_both_stay(pair, case, parcel):
    here, there = pair
    there.take(parcel)
    now = case.desk.packs.shift.now()
    for side, body in ((here, "Test Force"), (there, "Test Council")):
        side.desk.packs.call(case.pack, Call(StageId("S5"), body, now, answered=False))
    there.take(here.send(case.interview))

    [both] = there.desk.receiving.contested()
    assert both.listed
    there.desk.receiving.settle(both, both.standing[0].stamp, both=True)
    called = {one.call.body for one in there.desk.packs.get(case.pack).calls}
    assert {"Test Force", "Test Council"} <= called


def test_nothing_goes_to_a_card_nobody_compared(here, there, case):
    introduce(here, there, confirmed=False)

    with stopped(Refused, "courier.not-confirmed"):
        here.send(case.interview)
    assert not (here.folder / "parcel.notes").exists()


def test_nothing_is_let_in_from_a_card_nobody_compared(pair, parcel, case):
    _, there = pair
    there.desk.colleagues.remove(there.whom().id)

    with stopped(Refused, "courier.unknown-sender"):
        there.desk.receiving.look(parcel)


def test_who_was_removed_is_sent_nothing(pair, case):
    here, _ = pair
    whom = here.whom().id
    here.desk.colleagues.remove(whom)

    with stopped(Refused, "courier.not-confirmed"):
        here.desk.sending.send(case.interview, whom, "why", here.folder / "x.notes")


def test_a_case_for_somebody_else_stays_shut(pair, parcel, tools, identity, tmp_path):
    with laptop_beside(tools, identity, tmp_path / "third", number=8) as third:
        introduce(pair[0], third)
        with stopped(Refused, "courier.not-for-us"):
            third.desk.receiving.look(parcel)


def test_a_file_changed_between_looking_and_taking_is_not_taken(pair, case, parcel):
    here, there = pair
    looked = there.desk.receiving.look(parcel)
    shutil.copy(here.send(case.interview, here.folder / "other.notes"), parcel)

    with stopped(Refused, "courier.other-file"):
        there.desk.receiving.take(looked)
    assert not there.desk.around.all()


def test_a_file_damaged_at_its_very_end_leaves_nothing_behind(pair, parcel):
    _, there = pair
    looked = there.desk.receiving.look(parcel)
    before = there.vault.examine().entries
    data = bytearray(parcel.read_bytes())
    data[-1] ^= 1
    parcel.write_bytes(data)

    with stopped(Tampered, "courier.changed"):
        there.desk.receiving.take(looked)
    assert there.vault.examine().entries == before
    with there.desk.shift.work() as work:
        assert work._connection.execute("SELECT count(*) FROM chunk").fetchone()[0] == 0


def test_a_case_on_questions_we_do_not_have_waits_for_the_program(pair, parcel):
    _, there = pair
    lacking = replace(there.desk.receiving, definitions=Lacking())

    with stopped(Unavailable, "courier.newer-words"):
        lacking.look(parcel)


class Lacking:
    """Words of a program that knows no form at all."""

    def form(self, *_args, **_more):
        raise LookupError

    workflow = catalogue = form


def test_a_reason_is_always_given(pair, case):
    here, _ = pair
    with stopped(Refused, "courier.no-reason"):
        here.desk.sending.send(case.interview, here.whom().id, "  ", here.folder / "x.notes")


def test_a_disk_that_fails_leaves_no_half_file_and_no_entry(pair, case):
    here, _ = pair
    before = here.vault.examine().entries
    with stopped(Unavailable, "disk.failed"):
        here.send(case.interview, here.folder / "no such folder" / "parcel.notes")

    assert here.vault.examine().entries == before


def test_the_name_of_the_file_and_the_file_say_nothing(pair, case, parcel):
    data = parcel.read_bytes()
    with pair[0].desk.shift.work() as work:
        names = [ROSA.name, work.interviews.get(case.interview).number, case.interview]

    assert not [one for one in names if one.encode() in data]
    assert (len(data) - 118) % (64 * 1024 + 17) == 0


def test_nothing_anyone_said_is_in_what_a_log_could_hold(pair, case, parcel):
    here, there = pair
    looked = there.desk.receiving.look(parcel)
    taken = there.desk.receiving.take(looked)
    for side, text in ((here, "Quixotelia saw a van"), (there, "Quixotelia saw a bus")):
        side.desk.packs.answer(case.pack, SEEN, Answer(text))
    there.take(here.send(case.interview, here.folder / "again.notes"))
    sent = here.desk.sending.sendings(case.interview)
    twice = there.desk.receiving.contested()
    with here.desk.shift.work() as work:
        whole = work.crossing.contents(case.interview)
        facts = work._connection.execute("SELECT event, facts FROM audit").fetchall()
    with there.desk.shift.work() as work:
        facts += work._connection.execute("SELECT event, facts FROM audit").fetchall()

    assert twice
    for one in (looked, taken, sent, twice, whole, facts, here.whom(), there.desk.receiving):
        for word in ("Quixotelia", "She moves", "Ben Example", "Rosa Example"):
            assert word not in repr(one)
