"""The lines of a talk at a real vault: kept once, in order, never mixed, never lost."""

import shutil
from dataclasses import replace

import pytest

from tests.conftest import KEY
from tests.desks import ROSA, events, sign_off, stopped
from tests.services.test_every_script import HOSTILE, letters
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.notes import LONGEST_LINE, LineKind, Original
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.take_notes import Heard

SAID, NOTE, ASKED = LineKind.SAID, LineKind.NOTE, LineKind.ASKED
HALF = Heard(SAID, "He said that if I le", Original("Zice că dacă pl", "ro", "Test Ion"), topic="")


@pytest.fixture
def talk(desk):
    return begin(desk)


def begin(desk):
    return desk.interviews.start(desk.definitions.form(INTERVIEW).form).id


def told(desk, talk):
    return [note.words for note in desk.notes.of(talk)]


def as_a_power_cut_leaves_it(folder):
    """A copy of the vault's files while it is open: nothing was closed."""
    after = folder / "after"
    after.mkdir()
    for path in (*folder.glob("records.db*"), folder / "anchor.json"):
        shutil.copy(path, after)
    return after


def test_a_line_is_kept_with_its_time_its_person_and_its_order(desk, talk, clock):
    for words in ("One", "Two", "Three"):
        clock.move(minutes=1)
        desk.notes.keep(talk, Heard(SAID, words))
    notes = desk.notes.of(talk)

    assert [note.words for note in notes] == ["One", "Two", "Three"]
    assert [note.at for note in notes] == sorted({note.at for note in notes})
    assert {(note.by, note.interview) for note in notes} == {(ROSA.id, talk)}


def test_what_is_said_answers_the_last_question_asked_and_nothing_else_does(desk, talk):
    first = desk.notes.keep(talk, Heard(SAID, "Before any question"))
    asked = desk.notes.keep(talk, Heard(ASKED, "How are things?", question="Q01"))
    seen = desk.notes.keep(talk, Heard(LineKind.SEEN, "Looks at the door"))
    said = desk.notes.keep(talk, Heard(SAID, "Not good"))

    assert [one.prompt for one in (first, asked, seen, said)] == [None, None, None, asked.id]
    assert asked.question == "Q01"


def test_an_addition_points_back_and_leaves_the_line_as_it_was(desk, talk):
    line = desk.notes.keep(talk, Heard(SAID, "Six shifts"))
    added = desk.notes.keep(talk, Heard(NOTE, "Sometimes seven", about=line.id))

    assert desk.notes.of(talk) == (line, added)
    assert added.about == line.id


def test_only_the_topic_of_a_line_changes_and_every_change_is_on_record(desk, talk, vault):
    line = desk.notes.keep(talk, Heard(SAID, "Six shifts"))
    for topic in ("work", "pay", ""):
        desk.notes.tag(line.id, topic)
        assert desk.notes.of(talk) == (replace(line, topic=topic),)

    assert events(vault)[-4:] == ["NoteKept", "NoteTagged", "NoteTagged", "NoteTagged"]
    bodies = vault._connection().execute(
        "SELECT body FROM version WHERE record = ? AND part = ''", (line.id,)
    )
    assert len(bodies.fetchall()) == 4


def test_the_words_of_a_right_to_left_language_come_back_as_they_were(desk, talk, door, vault):
    own = Original("قال إنّ «جواز سفري» عنده — 2026", "ar", "Test Interpreter")
    line = desk.notes.keep(talk, Heard(SAID, "He said he has my passport", own))
    vault.close()

    with reopened(door, vault) as work:
        kept = work.notes.get(line.id)
        assert (kept.words, kept.original) == ("He said he has my passport", own)


def reopened(door, vault):
    return door.open(vault._path.parent, KEY).work(ROSA.id)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (Heard(SAID, " \n "), "note.no-words"),
        (Heard(SAID, "", Original("Tak", "pl")), "note.no-words"),
        (Heard(SAID, "a" * 5_000_000), "note.too-long"),
        (Heard(SAID, "Yes", Original("a" * 5_000_000, "pl")), "note.too-long"),
    ],
    ids=["blank", "only theirs", "megabytes", "megabytes of theirs"],
)
def test_a_line_that_will_not_do_is_refused_and_its_draft_stays(desk, talk, vault, typed, code):
    desk.notes.keep_draft(talk, HALF)
    before = events(vault)

    with stopped(Refused, code):
        desk.notes.keep(talk, typed, typed=True)
    assert (told(desk, talk), desk.notes.draft(talk), events(vault)) == ([], HALF, before)


def test_a_line_as_long_as_may_be_comes_back_whole(desk, talk):
    words = "й" * LONGEST_LINE
    desk.notes.keep(talk, Heard(SAID, words))

    assert told(desk, talk) == [words]


def test_keeping_a_line_remembers_the_step_it_was_heard_on(desk, talk):
    desk.notes.keep(talk, Heard(SAID, "Yes"), "free-recall")
    assert desk.interviews.resume(talk).page == "free-recall"

    sign_off(desk, talk)
    line = desk.notes.of(talk)[0]
    desk.notes.keep(talk, Heard(NOTE, "More", about=line.id), "closing")
    assert desk.interviews.resume(talk).page == "free-recall"


def test_a_signed_off_interview_takes_only_additions(desk, talk):
    line = desk.notes.keep(talk, Heard(SAID, "Six shifts"))
    sign_off(desk, talk)

    for change in (
        lambda: desk.notes.keep(talk, Heard(SAID, "Seven")),
        lambda: desk.notes.tag(line.id, "work"),
    ):
        with stopped(Refused, "interview.signed-off"):
            change()
    added = desk.notes.keep(talk, Heard(NOTE, "He rang: seven", about=line.id))
    assert desk.notes.of(talk) == (line, added)


def test_a_line_of_no_interview_and_a_topic_of_no_line_are_refused(desk):
    with stopped(Refused, "interview.unknown"):
        desk.notes.keep("nobody", Heard(SAID, "Yes"))
    with stopped(Refused, "note.unknown"):
        desk.notes.tag("nothing", "work")


def test_two_talks_held_in_turn_never_mix_lines_drafts_or_answers(desk):
    first, second = begin(desk), begin(desk)
    for at in range(3):
        for talk, name in ((first, "a"), (second, "b")):
            desk.notes.keep(talk, Heard(ASKED, f"{name}{at}?"))
            desk.notes.keep_draft(talk, Heard(SAID, f"half {name}{at}"))
            desk.notes.keep(talk, Heard(SAID, f"{name}{at}"))

    for talk, name in ((first, "a"), (second, "b")):
        notes = desk.notes.of(talk)
        assert [note.words for note in notes] == [
            words for at in range(3) for words in (f"{name}{at}?", f"{name}{at}")
        ]
        assert {note.prompt for note in notes} - {None} <= {note.id for note in notes}
        assert desk.notes.draft(talk).words == f"half {name}2"
        assert desk.interviews.resume(talk).answers == {}


def test_what_was_half_typed_is_there_after_a_power_cut(desk, talk, door, tmp_path):
    desk.notes.keep(talk, Heard(SAID, "He holds my card"))
    desk.notes.keep_draft(talk, Heard(SAID, "He"))
    desk.notes.keep_draft(talk, HALF)
    vault = door.open(as_a_power_cut_leaves_it(tmp_path), KEY)

    after = replace(desk.notes, shift=replace(desk.shift, vault=vault))
    assert after.draft(talk) == HALF
    assert [note.words for note in after.of(talk)] == ["He holds my card"]
    assert vault.examine().sound
    vault.close()


def test_an_addition_half_typed_still_knows_what_it_adds_to(desk, talk):
    line = desk.notes.keep(talk, Heard(SAID, "Six shifts"))
    half = Heard(NOTE, "Someti", about=line.id, question="Q01", topic="work")
    desk.notes.keep_draft(talk, half)

    assert desk.notes.draft(talk) == half


def test_a_draft_is_gone_once_its_line_is_kept_and_leaves_nothing_behind(desk, talk, vault):
    before = events(vault)
    desk.notes.keep_draft(talk, HALF)
    assert events(vault) == before

    desk.notes.keep(talk, HALF, typed=True)
    assert desk.notes.draft(talk) is None
    assert vault._connection().execute("SELECT count(*) FROM draft").fetchone() == (0,)


def test_asking_an_open_question_leaves_what_is_being_typed(desk, talk):
    desk.notes.keep_draft(talk, HALF)
    desk.notes.keep(talk, Heard(ASKED, "And then?", question="Q01"))

    assert desk.notes.draft(talk) == HALF


def test_emptying_the_box_empties_the_draft(desk, talk):
    desk.notes.keep_draft(talk, HALF)
    desk.notes.keep_draft(talk, None)

    assert desk.notes.draft(talk) is None


def test_a_locked_vault_keeps_no_draft_and_says_so(desk, talk, vault):
    vault.close()

    for change in (
        lambda: desk.notes.keep_draft(talk, HALF),
        lambda: desk.notes.draft(talk),
        lambda: desk.notes.keep(talk, HALF, typed=True),
    ):
        with stopped(Unavailable, "vault.locked"):
            change()


def test_open_screens_are_told_of_a_line_and_of_its_talk_and_never_of_a_draft(desk, talk, heard):
    before = len(heard)
    line = desk.notes.keep(talk, Heard(SAID, "Yes"))
    desk.notes.tag(line.id, "work")
    desk.notes.keep_draft(talk, HALF)

    assert heard[before:] == [{line.id, talk}, {line.id, talk}]


def test_what_was_typed_stays_out_of_what_programs_print():
    for words in ("if I le", "dacă", "Test Ion"):
        assert words not in repr(HALF)


def test_a_letter_of_every_script_in_a_line_or_a_draft_comes_back_as_it_was(desk, talk, vault):
    wide = ("e\u0301", "👩🏽\u200d🌾", "\u2067שלום\u2069", "\U00020000", "ｶﾞ")
    typed = [f"She said {one} twice." for one in (*HOSTILE, *wide, *list(letters())[::10])]
    for words in typed:
        desk.notes.keep_draft(talk, Heard(SAID, words, Original(words, "und", words)))
        assert desk.notes.draft(talk).original == Original(words, "und", words)
        desk.notes.keep(talk, desk.notes.draft(talk), typed=True)
    desk.shift.vault._memory.records.clear()  # so that the lines are read from the file again

    kept = desk.notes.of(talk)
    assert [note.words for note in kept] == typed
    assert [note.original.words for note in kept] == typed
    assert vault.examine().sound
