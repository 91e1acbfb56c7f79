"""Lines, drafts and the history of answers, as the vault holds them."""

from datetime import timedelta

import pytest

from tests.conftest import KEY
from tests.factories import NOON, ROSA, interview
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import InterviewStarted
from welfare_app.domain.interview import Course, Mark
from welfare_app.domain.notes import LineKind, Note, Original
from welfare_app.store.talks import VaultInterviews, VaultSigns
from welfare_app.store.versions import HEADER


def note(number, talk="interview-1", **more):
    at = NOON + timedelta(minutes=number)
    return Note(f"note-{number}", talk, at, ROSA, LineKind.SAID, f"line {number}", **more)


@pytest.fixture
def kept(vault):
    """Keeps two interviews, and lines in any order."""

    def keep(*notes):
        with vault.work(ROSA) as work:
            for number in (1, 2):
                one = interview(number)
                work.interviews.save(one, because=InterviewStarted(one.id, one.form, 1))
            for one in notes:
                work.notes.save(one, because=one.keep())
            work.commit()

    return keep


def forget(vault):
    """Let go of what was read, so that it is read from the file again."""
    vault._memory.records.clear()


def test_lines_come_back_whole_in_the_order_they_were_written_down(vault, kept):
    told = (
        note(2, original=Original("Так", "uk", "Test Interpreter"), question="Q01", topic="pay"),
        note(1, about="note-2", prompt="note-2"),
        note(3),
    )
    kept(*told)
    forget(vault)

    with vault.work(ROSA) as work:
        assert work.notes.of("interview-1") == told
        assert work.notes.get("note-1") == told[1]


def test_the_lines_of_one_talk_are_never_those_of_another(vault, kept):
    kept(note(1), note(2, "interview-2"), note(3))

    with vault.work(ROSA) as work:
        assert [one.id for one in work.notes.of("interview-1")] == ["note-1", "note-3"]
        assert [one.id for one in work.notes.of("interview-2")] == ["note-2"]
        assert work.notes.of("nobody") == ()


def test_a_line_that_is_not_there_is_refused(vault):
    with vault.work(ROSA) as work, pytest.raises(Refused) as refused:
        work.notes.get("nothing")
    assert refused.value.code == "note.unknown"


def test_a_line_cannot_be_rewritten_or_taken_out_behind_its_back(vault, kept):
    kept(note(1))
    for verb in ("update", "delete"):
        vault._connection().execute(f"DROP TRIGGER version_refuses_{verb}")
    vault._connection().execute("UPDATE version SET body = replace(body, 'line', 'word')")

    assert "audit.content-changed" in vault.examine().faults


def test_everything_that_happened_in_a_talk_comes_back_from_the_file(vault, kept):
    kept()
    with vault.work(ROSA) as work:
        one = work.interviews.get("interview-1")
        for change in (
            lambda at: at.pass_gate("page", ("a", "b"), "why", NOON, ROSA),
            lambda at: at.turn(Course.DISCLOSURE, NOON, ROSA),
            lambda at: at.turn(Course.STOPPED, NOON + timedelta(minutes=1), ROSA, "why"),
            lambda at: at.mark("Q01", Mark.NOT_ASKED),
            lambda at: at.finish(NOON + timedelta(hours=1)),
            *[lambda at, n=n: at.add("a", f"more {n}", NOON, ROSA) for n in range(12)],
            lambda at: at.withdraw("talk", "no", NOON, ROSA),
        ):
            one, because = change(one)
            work.interviews.save(one, because=because)
        work.commit()
    forget(vault)

    with vault.work(ROSA) as work:
        again = work.interviews.get("interview-1")
    assert again == one
    assert [added.words for added in again.additions] == [f"more {n}" for n in range(12)]


def test_an_interview_written_down_before_talks_had_courses_comes_back():
    old = {
        "number": "W-0001",
        "form": "welfare-interview",
        "version": 1,
        "started": NOON.isoformat(),
        "by": ROSA,
        "page": "safety",
        "finished": None,
    }
    talk = VaultInterviews(None).from_parts("interview-1", {HEADER: old})

    assert (talk.course, talk.turns, talk.passed, talk.marks) == (Course.WHOLE, (), {}, {})
    assert (talk.additions, talk.withdrawn, talk.visit) == ((), {}, None)


def test_the_history_of_an_answer_is_every_version_of_it(vault, kept):
    kept()
    for value in ("by bus", "by van"):
        with vault.work(ROSA) as work:
            one, because = work.interviews.get("interview-1").record("how", Answer(value, "pl"))
            work.interviews.save(one, because=because)
            work.commit()

    with vault.work(ROSA) as work:
        told = work.interviews.history("interview-1")
    assert [one.answer for one in told["how"]] == [Answer("by bus", "pl"), Answer("by van", "pl")]
    assert {(one.at, one.by) for one in told["how"]} == {(NOON, ROSA)}


def test_a_draft_is_overwritten_and_belongs_to_one_record(vault):
    with vault.work(ROSA) as work:
        for text in ("He", "He s", "He said"):
            work.drafts.keep("interview-1", text)
        work.drafts.keep("interview-2", "She")
        work.commit()

    with vault.work(ROSA) as work:
        assert [work.drafts.of(f"interview-{at}") for at in (1, 2, 3)] == ["He said", "She", ""]
    assert vault._connection().execute("SELECT count(*) FROM draft").fetchone() == (2,)


def test_a_draft_lasts_only_when_it_is_committed_and_is_no_part_of_the_trail(vault):
    with vault.work(ROSA) as work:
        work.drafts.keep("interview-1", "He said")

    with vault.work(ROSA) as work:
        assert work.drafts.of("interview-1") == ""
    assert vault.examine().entries == 0


def test_a_draft_that_was_emptied_is_nowhere_in_the_vault(door, vault, tmp_path):
    for text in ("Quixotic" * 2_000, ""):
        with vault.work(ROSA) as work:
            work.drafts.keep("interview-1", text)
            work.commit()
    vault.close()

    again = door.open(tmp_path, KEY)
    assert again._connection().execute("SELECT count(*) FROM draft").fetchone() == (0,)
    assert again.examine().sound
    again.close()


def test_a_sign_written_down_before_signs_rested_on_notes_comes_back():
    old = {
        "indicator": "DEL-CD-DEBT",
        "interview": "interview-1",
        "known": "said",
        "noted": NOON.isoformat(),
        "by": ROSA,
        "words": "I owe him",
        "language": "en",
        "where": "",
        "when": "",
        "field": "papers",
        "withdrawn": "",
    }

    sign = VaultSigns(None).from_parts("sign-1", {HEADER: old})

    assert (sign.words, sign.field, sign.stands) == ("I owe him", "papers", True)
    assert (sign.note, sign.evidence, sign.prompted, sign.dismissed) == (None, None, "", "")
