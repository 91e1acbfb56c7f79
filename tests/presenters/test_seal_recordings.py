"""Recordings are chosen, described and taken away while a pack is sealed, and kept no longer."""

import pytest

from tests.presenters.test_seal import NoWork, drawn, opened
from welfare_app.domain.answers import Answer
from welfare_app.presenters.seal_recordings import NAMES_NOBODY, NOT_SAID
from welfare_app.services.sample_case import HANDING

__all__ = ["drawn", "opened"]


@pytest.fixture
def walk(tmp_path):
    (tmp_path / "card").mkdir()
    path = tmp_path / "card" / "Ana at the gate.MP4"
    path.write_bytes(bytes(2_400_000))
    return path


@pytest.fixture
def note(walk):
    path = walk.with_name("note.wav")
    path.write_bytes(bytes(900))
    return path


def lines(view):
    return [(one.name, one.called, one.size, one.description) for one in view.now.recordings]


def test_each_is_listed_with_its_size_and_what_it_will_be_called(opened, walk, note):
    presenter, view = opened()
    presenter.add_recordings((walk, note))

    assert lines(view) == [
        ("Ana at the gate.MP4", "recording-1.mp4", "2.4 MB", ""),
        ("note.wav", "recording-2.wav", "900 bytes", ""),
    ]


def test_one_taken_away_is_gone_and_those_after_it_move_up(opened, walk, note):
    presenter, view = opened()
    presenter.add_recordings((walk, note))
    presenter.describe("2", "A voice note")
    presenter.take_away("1")
    presenter.named(HANDING)

    assert lines(view) == [("note.wav", "recording-1.wav", "900 bytes", "A voice note")]
    assert walk.exists()


def test_the_same_file_is_not_added_twice(opened, walk):
    presenter, view = opened()
    presenter.add_recordings((walk, walk))
    presenter.add_recordings((walk,))

    assert len(view.now.recordings) == 1


def test_what_cannot_be_one_is_said_beside_the_question_and_not_added(opened, walk, tmp_path):
    presenter, view = opened()
    presenter.add_recordings((walk, tmp_path / "gone.mp4"))
    [(field, said)] = view.now.problems

    assert field == "recordings"
    assert "could not be read" in said
    assert view.now.recordings == ()

    presenter.add_recordings((walk,))
    assert view.now.problems == ()


def test_each_must_be_described_before_the_pages_are_drawn(opened, walk):
    presenter, view = opened()
    presenter.add_recordings((walk,))
    presenter.describe("1", "  ")
    presenter.named(HANDING)
    assert (view.now.step, view.now.problems) == ("who", (("recordings", NOT_SAID),))

    presenter.describe("1", " The yard ")
    presenter.named(HANDING)
    facts = {label: (value, note) for label, value, note in view.now.facts}
    assert view.now.step == "look"
    assert facts["Beside it"][0] == "1 recording, 2.4 MB"


def test_where_none_is_chosen_nothing_is_said_of_any(opened):
    presenter, view = opened()
    presenter.named(HANDING)

    assert "Beside it" not in {label for label, _, _ in view.now.facts}


def test_they_are_sealed_beside_the_pack_and_stand_with_the_hand_over(opened, case, walk, tmp_path):
    presenter, view = opened(sealer=NoWork())
    presenter.add_recordings((walk,))
    presenter.describe("1", "The yard")
    presenter.named(HANDING)
    (tmp_path / "stick").mkdir()
    presenter.seal(tmp_path / "stick" / "a.pdf")

    assert view.now.step == "words"
    assert any(screen.busy.startswith("Locking 1 recording, 2.4 MB") for screen in view)
    assert (tmp_path / "stick" / "recording-1.mp4.age").stat().st_size > 2_400_000
    [sealing] = case.desk.referrals.get(case.referral).sealings
    [disclosure, *_] = case.desk.disclosures.of()
    assert [one.description for one in sealing.recordings] == ["The yard"]
    assert dict(disclosure.parts())["Beside it"] == ("recording-1.mp4, 2,400,000 bytes: The yard")


def test_locking_the_laptop_lets_go_of_them(opened, walk):
    presenter, _ = opened()
    presenter.add_recordings((walk,))
    presenter.forget()

    assert presenter._recordings.chosen == ()
    assert presenter._screen.recordings == ()


def test_a_report_that_names_nobody_says_why_there_are_none(opened, case):
    for field in ("pv-want-to-submit-nrm", "authorities-cooperation"):
        case.desk.referrals.answer(case.referral, field, Answer("no"))
    _, view = opened()

    assert view.now.no_recordings == NAMES_NOBODY
