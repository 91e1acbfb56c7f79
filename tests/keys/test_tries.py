"""Wrong tries cost time, whatever is done to the clock, the file or the program."""

import json
import os
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.keys.conftest import CHAMPION, CHAMPION_WORDS, LEAD, LEAD_WORDS, NEW_WORDS, stopped
from tests.keys.test_device_secret import InMemory
from welfare_app.domain.errors import Unavailable
from welfare_app.keys import tries
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import KeyringSecrets, NoSecrets
from welfare_app.keys.recovery_code import RecoveryCode
from welfare_app.keys.tries import Clocks, WrongTries, delay, parse

NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
FUZZED = 100_000 if "WELFARE_APP_TORTURE" in os.environ else 300
HOURS = 3600.0


class Time:
    """Both clocks of a laptop, which a test can move, set, and start again."""

    def __init__(self):
        self.at, self.up = NOON, 5 * HOURS

    def pass_by(self, seconds):
        self.at += timedelta(seconds=seconds)
        self.up += seconds

    def set_by(self, **length):
        self.at += timedelta(**length)

    def start_again(self):
        self.up = 30.0

    @property
    def clocks(self):
        return Clocks(lambda: self.at, lambda: self.up)


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def cabinet(made, time):
    def at(secrets=None):
        return KeyCabinet(made.folder, secrets or NoSecrets(), Cost(), clocks=time.clocks)

    return at


def guess(cabinet, times, who=LEAD):
    for _ in range(times):
        with stopped(Unavailable, "key.wrong-passphrase"):
            cabinet.unlock(who.id, NEW_WORDS)


def must_wait(cabinet, seconds, who=LEAD):
    assert cabinet.wait(who.id) == seconds
    with stopped(Unavailable, "key.wait") as told:
        cabinet.unlock(who.id, LEAD_WORDS)
    assert told.value.facts == {"seconds": seconds}


def test_two_slips_cost_nothing_then_the_wait_doubles_up_to_five_minutes():
    assert [delay(count) for count in range(11)] == [0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300]
    assert delay(2**32) == 300


def test_after_the_third_wrong_try_even_the_right_passphrase_waits(cabinet, time, made):
    guess(cabinet(), 3)

    must_wait(cabinet(), 5)
    time.pass_by(4)
    must_wait(cabinet(), 1)
    time.pass_by(1)

    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key
    guess(cabinet(), 2)
    assert cabinet().wait(LEAD.id) == 0


def test_the_wait_grows_with_each_wrong_try_after_it(cabinet, time):
    guess(cabinet(), 3)
    for seconds in (5, 10, 20):
        must_wait(cabinet(), seconds)
        time.pass_by(seconds)
        guess(cabinet(), 1)

    must_wait(cabinet(), 40)


def test_nobody_waits_for_what_another_person_mistyped(cabinet, made):
    guess(cabinet(), 3)

    assert cabinet().unlock(CHAMPION.id, CHAMPION_WORDS) == made.key
    assert cabinet().recover(made.code) == made.key


def test_the_recovery_sheet_waits_on_its_own_and_a_slip_of_the_hand_is_no_try(cabinet, made, time):
    for _ in range(5):
        with stopped(Unavailable, "key.mistyped-recovery-code"):
            cabinet().recover(made.code[:-1])
    for _ in range(3):
        with stopped(Unavailable, "key.wrong-recovery-code"):
            cabinet().recover(RecoveryCode.new())

    assert cabinet().wait(None) == 5
    with stopped(Unavailable, "key.wait"):
        cabinet().recover(made.code)
    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key
    time.pass_by(5)
    assert cabinet().recover(made.code) == made.key


def test_one_passphrase_tried_against_everybody_counts_against_nobody(cabinet, made):
    for _ in range(3):
        with stopped(Unavailable, "key.wrong-passphrase"):
            cabinet().unlock_any(NEW_WORDS)

    with stopped(Unavailable, "key.wait"):
        cabinet().unlock_any(CHAMPION_WORDS)
    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key
    assert [(each.staff, each.times) for each in cabinet().wrong_tries()] == [("", 3)]


def test_one_passphrase_tried_against_everybody_finds_its_owner(cabinet, made):
    assert cabinet().unlock_any(CHAMPION_WORDS) == (CHAMPION.id, made.key)
    made.cabinet.switch(made.key, CHAMPION.id, on=False)
    with stopped(Unavailable, "key.wrong-passphrase"):
        cabinet().unlock_any(CHAMPION_WORDS)


def test_a_try_that_was_ended_half_way_is_counted(cabinet, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    guess(cabinet(), 2)
    with monkeypatch.context() as patch:
        patch.setattr("welfare_app.keys.cabinet.under_passphrase", killed)
        with pytest.raises(KeyboardInterrupt):
            cabinet().unlock(LEAD.id, LEAD_WORDS)

    must_wait(cabinet(), 5)


def test_what_the_machine_could_not_do_is_no_wrong_try(cabinet, made, monkeypatch):
    def no_memory(*_):
        raise Unavailable("key.not-enough-memory", mib=64)

    with monkeypatch.context() as patch:
        patch.setattr("welfare_app.keys.cabinet.under_passphrase", no_memory)
        for _ in range(4):
            with stopped(Unavailable, "key.not-enough-memory"):
                cabinet().unlock(LEAD.id, LEAD_WORDS)

    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key
    assert cabinet().wrong_tries() == ()


def test_a_clock_set_forward_skips_nothing(cabinet, time):
    guess(cabinet(), 3)
    time.set_by(days=400)

    must_wait(cabinet(), 5)


@pytest.mark.parametrize("again", [False, True], ids=["running on", "started again"])
def test_a_clock_set_back_keeps_nobody_out_longer_than_they_would_be(cabinet, time, made, again):
    guess(cabinet(), 3)
    time.set_by(days=-4000)
    if again:
        time.start_again()

    must_wait(cabinet(), 5)
    time.pass_by(5)
    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key


def test_starting_the_laptop_again_does_not_end_the_wait(cabinet, time, made):
    guess(cabinet(), 3)
    time.at += timedelta(seconds=3)
    time.start_again()

    must_wait(cabinet(), 2)
    time.pass_by(2)
    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key


def test_on_a_laptop_that_has_run_for_longer_nobody_waits_beyond_five_minutes(cabinet, time):
    for seconds in (0, 0, 0, 5, 10, 20, 40, 80, 160):
        time.pass_by(seconds)
        guess(cabinet(), 1)
    must_wait(cabinet(), 300)
    time.up += 90 * HOURS  # carried to another laptop, say
    assert cabinet().wait(LEAD.id) == 0


@pytest.mark.parametrize("left", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b"9" * 70_000])
def test_a_broken_file_keeps_nobody_out_and_lets_nobody_in(cabinet, made, left):
    guess(cabinet(), 3)
    (made.folder / "tries.json").write_bytes(left)

    with stopped(Unavailable, "key.wrong-passphrase"):
        cabinet().unlock(LEAD.id, NEW_WORDS)
    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key


def test_where_the_file_cannot_be_written_the_program_still_remembers(cabinet, made, time):
    (made.folder / "tries.json").mkdir()
    here = cabinet()

    guess(here, 3)

    must_wait(here, 5)
    time.pass_by(5)
    assert here.unlock(LEAD.id, LEAD_WORDS) == made.key


def test_counts_from_another_vault_are_not_taken_for_ours(cabinet, made):
    guess(cabinet(), 3)
    path = made.folder / "tries.json"
    plain = json.loads(path.read_text())
    path.write_text(json.dumps(plain | {"vault": "another"}))

    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key


@pytest.fixture
def beside(cabinet):
    """The same cabinet beside a keyring."""
    keyring = InMemory()
    return keyring, lambda: cabinet(KeyringSecrets(keyring))


def test_a_file_deleted_or_put_back_is_outweighed_by_the_keyring(beside, made):
    _, cabinet = beside
    guess(cabinet(), 1)
    older = (made.folder / "tries.json").read_bytes()
    guess(cabinet(), 2)

    for left in (None, older):
        path = made.folder / "tries.json"
        path.unlink() if left is None else path.write_bytes(left)
        with stopped(Unavailable, "key.wait"):
            cabinet().unlock(LEAD.id, LEAD_WORDS)


def test_the_keyring_does_not_bring_back_what_is_over(beside, made, time):
    _, cabinet = beside
    guess(cabinet(), 3)
    time.pass_by(5)
    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key
    cabinet().wrong_tries_told()
    (made.folder / "tries.json").unlink()

    guess(cabinet(), 2)
    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key


def test_an_unlocking_without_a_slip_leaves_nothing_in_the_keyring(beside, made):
    keyring, cabinet = beside
    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key

    assert keyring.kept == {}


def test_the_trail_is_told_once_how_often_and_from_when_to_when(cabinet, time):
    guess(cabinet(), 1)
    time.pass_by(60)
    guess(cabinet(), 1)

    [told] = cabinet().wrong_tries()
    assert (told.staff, told.times) == (LEAD.id, 2)
    assert (told.first, told.last) == (NOON, NOON + timedelta(seconds=60))
    cabinet().unlock(LEAD.id, LEAD_WORDS)
    assert len(cabinet().wrong_tries()) == 1
    cabinet().wrong_tries_told()
    assert cabinet().wrong_tries() == ()


def test_telling_the_trail_does_not_shorten_the_wait(cabinet):
    guess(cabinet(), 3)
    cabinet().wrong_tries_told()

    must_wait(cabinet(), 5)


counts = st.integers(0, 2**32)
entries = st.tuples(counts, counts, st.floats(0, 2**32), counts, counts, counts).map(list)
nearly = st.fixed_dictionaries(
    {
        "vault": st.just("v") | st.text(),
        "serial": counts | st.none(),
        "by": st.dictionaries(st.just("a") | st.text(), entries | st.lists(st.none())),
    }
)


@settings(max_examples=FUZZED, deadline=None)
@given(st.binary(max_size=200) | nearly.map(lambda plain: json.dumps(plain).encode()))
def test_whatever_the_file_says_the_wait_is_never_longer_than_five_minutes(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp() / "fuzzed"
    folder.mkdir(exist_ok=True)
    (folder / tries.FILE).write_bytes(data)
    watch = WrongTries(folder, NoSecrets(), Time().clocks)

    assert 0 <= watch.wait("v", "a") <= tries.LONGEST_DELAY
    for wrong in watch.untold("v").values():
        datetime.fromtimestamp(wrong.first, UTC)
    if not watch.wait("v", "a"):
        with watch.trying("v", "a"):
            pass
    assert parse((folder / tries.FILE).read_bytes()) is not None or watch.wait("v", "a")
