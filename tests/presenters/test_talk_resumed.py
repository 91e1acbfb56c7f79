"""Two talks with one name, a talk gone on with a week later, a line half typed at the end."""

import pytest

from tests.desks import sign_off
from tests.presenters.talking import Talking
from tests.presenters.test_talk import fill_plan
from welfare_app.domain.answers import Answer
from welfare_app.domain.notes import LineKind
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.take_notes import Heard


@pytest.fixture
def talk(desk, went):
    id = desk.interviews.start(desk.definitions.form(INTERVIEW).form).id
    return Talking(desk, id, went).open()


def test_another_open_talk_of_this_name_is_said_and_nothing_is_mixed(talk, desk, went):
    fill_plan(talk)
    other = Talking(desk, desk.interviews.start(desk.definitions.form(INTERVIEW).form).id).open()
    fill_plan(other)
    other.presenter.answered("known-as", Answer("Testu"))

    [notice] = other.now.notices
    assert notice.startswith("Interview W-0001, not signed off, is with someone of the same name.")
    assert "known-as" not in talk.interview.answers
    assert talk.open().now.notices[0].startswith("Interview W-0002")
    sign_off(desk, other.id)
    assert talk.open().now.notices == ()


def test_a_talk_gone_on_with_a_week_later_is_where_it_was_left(talk, desk, clock):
    fill_plan(talk)
    desk.notes.keep(talk.id, Heard(LineKind.SAID, "He has my card"), "free-recall")
    desk.notes.keep_draft(talk.id, Heard(LineKind.SAID, "And he sa"))
    clock.move(days=7)
    talk.open()

    assert talk.page == "free-recall"
    assert [heard.words for heard in talk.view.drafts] == ["And he sa"]
    desk.notes.keep(talk.id, Heard(LineKind.SAID, "And he said nothing"))
    talk.open()
    assert [(line.time, line.under) for line in talk.now.lines] == [
        ("13:00", ""),
        ("13:00", "Tuesday 19 May"),
    ]


def test_a_line_still_half_typed_at_sign_off_is_kept_with_the_others(talk, desk):
    desk.notes.keep_draft(talk.id, Heard(LineKind.SAID, "And he sa"))
    talk.presenter.stop("They want to stop")
    for page in ("safety", "closing", "write-up", "evaluate"):
        talk.open(page).presenter.pass_over("The worker left")

    assert talk.interview.finished
    assert [note.words for note in desk.notes.of(talk.id)] == ["And he sa"]
    assert desk.notes.draft(talk.id) is None


def test_a_draft_too_long_for_a_line_is_kept_in_several_at_sign_off(talk, desk):
    desk.notes.keep_draft(talk.id, Heard(LineKind.SAID, "a" * 60_000))
    talk.presenter.stop("They want to stop")
    for page in ("safety", "closing", "write-up", "evaluate"):
        talk.open(page).presenter.pass_over("The worker left")

    assert talk.interview.finished
    assert [len(note.words) for note in desk.notes.of(talk.id)] == [50_000, 10_000]
    assert desk.notes.draft(talk.id) is None


def test_what_a_worker_said_stays_out_of_what_programs_print(talk, desk):
    desk.notes.keep(talk.id, Heard(LineKind.SAID, "Quixotic, he keeps my passport"))
    desk.interviews.answer(talk.id, "must-not-know", Answer("Quixotic"))
    for page in ("plan", "free-recall", "follow-up", "wishes"):
        assert "Quixotic" not in repr(talk.open(page).now)
