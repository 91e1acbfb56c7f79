"""What may be disposed of, listed; and one case decided about."""

from datetime import date

import pytest

from tests.services.disposing import IDRIS, THEIR_WORDS, disposing
from tests.services.test_review_retention import talk
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.ids import FieldId
from welfare_app.presenters.disposal import NOT_CLEARED, DisposalPresenter
from welfare_app.presenters.places import AtInterview, AtPack, AtRetention
from welfare_app.presenters.retention import RetentionPresenter


@pytest.fixture
def dispose(desk, tmp_path, tools):
    return disposing(desk, tmp_path / "keys", tools.renderer)


@pytest.fixture
def listed(screens, dispose, desk, tools, now, went, clock):
    def at(jobs=now):
        presenter = RetentionPresenter(
            screens, dispose, desk.definitions, jobs, tools.disk, clock, went.append
        )
        presenter.begin()
        return presenter

    return at


@pytest.fixture
def deciding(screens, dispose, desk, tools, now, went):
    def at(case, jobs=now):
        presenter = DisposalPresenter(
            screens, case, dispose, desk.definitions, jobs, tools.disk, went.append
        )
        presenter.begin()
        return presenter

    return at


def gone(deciding, case):
    presenter = deciding(case)
    presenter.dispose("time-up", IDRIS.id, THEIR_WORDS)
    return presenter


def test_with_nothing_due_the_list_says_how_much_there_is(listed, screens, desk):
    talk(desk)
    listed()

    assert (screens.now.due, screens.now.rest) == ((), "1 case is not due yet.")
    assert screens.now.looked


def test_a_case_that_is_due_is_listed_by_number_with_what_it_is_kept_as(
    listed, screens, desk, clock, went
):
    case = talk(desk).id
    clock.move(days=400)
    presenter = listed()

    [line] = screens.now.due
    assert (line.numbers, line.kept_as, line.since, line.held) == (
        "W-0001",
        "A talk without a worry",
        "Due since 12 May 2027",
        False,
    )
    presenter.open(line.case)
    assert went == [AtRetention(case)]


def test_a_held_case_says_so(listed, screens, desk, dispose, clock):
    case = talk(desk).id
    dispose.review.hold(case, "A claim", "")
    clock.move(days=400)
    listed()

    assert screens.now.due[0].since == "Held, and due since 12 May 2027"


def test_looking_shows_that_it_is_under_way_and_may_be_left(listed, screens, desk, later):
    presenter = listed(later)
    assert screens.now.busy

    presenter.leave()
    talk(desk)
    shown = len(screens)
    later.catch_up()
    assert len(screens) == shown


def test_a_case_that_is_not_due_is_found_by_its_number(listed, screens, desk, went):
    case = talk(desk).id
    presenter = listed()

    presenter.find("w-0001")
    presenter.find("W-0099")

    assert went == [AtRetention(case)]
    assert screens.now.problem.startswith("There is no case with this number")


def test_the_schedule_says_how_well_each_line_is_founded(listed, screens):
    listed()
    lines = {one.name: one for one in screens.now.schedule}

    assert "7 years" in lines["An incident pack, referred or a strong worry"].keeps
    assert lines["A talk without a worry"].why.endswith("Our own proposal, checked July 2026.")


def test_a_certificate_can_be_saved_again(listed, deciding, screens, desk, clock, tmp_path):
    case = talk(desk).id
    clock.move(days=400)
    gone(deciding, case)
    presenter = listed()
    [line] = screens.now.certificates
    assert (line.title, line.file_name) == ("D-0001", "certificate-D-0001.pdf")

    presenter.save(line.id, tmp_path / line.file_name)

    assert (tmp_path / line.file_name).read_bytes().startswith(b"%PDF")
    assert screens.now.done == "The certificate is saved."


def test_what_could_not_be_cleared_is_offered_until_it_is(
    listed, deciding, screens, desk, vault, clock, monkeypatch
):
    case = talk(desk).id
    clock.move(days=400)

    def full():
        raise Unavailable("vault.disk-full")

    with monkeypatch.context() as patch:
        patch.setattr(vault, "clear_remains", full)
        gone(deciding, case)
        assert screens.now.note == NOT_CLEARED
        presenter = listed()
        assert screens.now.to_clear
        presenter.clear()
        assert screens.now.trouble
        assert screens.now.to_clear

    presenter.clear()
    assert (screens.now.to_clear, screens.now.trouble) == (False, None)


# One case


def test_it_says_what_a_case_is_kept_as_and_what_is_inside(deciding, screens, desk):
    deciding(talk(desk).id)

    facts = {label: (value, note) for label, value, note in screens.now.facts}
    assert facts["Kept as"][0] == "A talk without a worry"
    assert facts["Inside"][0] == "1 interview"
    assert facts["When"] == (
        "Not due yet",
        "Kept until 12 May 2027; then the schedule proposes to dispose of it",
    )
    assert screens.now.people == ((IDRIS.id, "Idris Example, checker"),)


def test_the_record_is_read_first(deciding, desk, went):
    case = talk(desk).id
    presenter = deciding(case)
    presenter.read()
    pack = desk.packs.open(case)
    deciding(case).read()
    presenter.back()

    assert went == [AtInterview(case), AtPack(pack.id), AtRetention()]


def test_a_childs_case_without_a_birth_date_warns(deciding, screens, desk):
    deciding(talk(desk, under_18="yes").id)
    assert "the birth date is not known" in screens.now.warning

    deciding(talk(desk, under_18="yes", date_of_birth="2010").id)
    assert screens.now.warning == ""


def test_a_hold_is_put_on_and_lifted(deciding, screens, desk):
    presenter = deciding(talk(desk).id)
    presenter.hold("A claim was announced", "ET 1")
    [hold] = screens.now.holds
    assert (screens.now.held, hold.words, hold.stands) == (True, "A claim was announced", True)
    assert hold.notes == ("Reference ET 1", "Put on 13:00 today, by Rosa Example")

    presenter.lift(hold.id, "")
    assert screens.now.trouble
    presenter.lift(hold.id, "It was settled")

    [hold] = screens.now.holds
    assert (screens.now.held, hold.stands) == (False, False)
    assert hold.notes[-1].endswith("by Rosa Example: It was settled")


def test_keeping_it_longer_needs_a_day_and_a_reason(deciding, screens, desk):
    presenter = deciding(talk(desk).id)

    presenter.keep("2027-02-31", " ")
    assert [field for field, _ in screens.now.problems] == ["until", "why"]
    presenter.keep("2020-01-01", "A claim")
    assert screens.now.trouble
    presenter.keep("2028-09-01", "A claim")

    assert screens.now.done == "W-0001 is kept, and comes up again on 1 September 2028."


def test_how_it_was_reviewed_before_is_told(deciding, screens, desk, dispose):
    case = talk(desk).id
    dispose.review.keep_longer(case, date(2028, 9, 1), "A tribunal is open")
    deciding(case)

    assert screens.now.facts[-1] == (
        "Reviewed",
        "Kept until 1 September 2028",
        "A tribunal is open. Rosa Example, 12 May 2026",
    )


def test_disposing_asks_for_all_it_takes(deciding, screens, desk):
    case = talk(desk).id
    presenter = deciding(case)

    presenter.dispose("", "", "")

    assert [field for field, _ in screens.now.problems] == ["ground", "second", "passphrase"]
    assert desk.interviews.resume(case)


def test_it_is_disposed_of_and_the_certificate_saved(deciding, screens, desk, clock, tmp_path):
    case = talk(desk).id
    clock.move(days=400)
    presenter = gone(deciding, case)

    assert screens.now.done == "W-0001 is disposed of. Certificate D-0001."
    assert presenter.place() == AtRetention()
    presenter.save(tmp_path / "c.pdf")
    assert screens.now.saved
    assert (tmp_path / "c.pdf").exists()


def test_a_wrong_passphrase_leaves_everything_and_says_so(deciding, screens, desk, later, clock):
    case = talk(desk).id
    clock.move(days=400)
    presenter = deciding(case, later)
    presenter.dispose("time-up", IDRIS.id, "not theirs at all")
    assert screens.now.busy

    later.catch_up()

    assert (screens.now.busy, screens.now.done) == (False, "")
    assert screens.now.trouble
    assert presenter.place() == AtRetention(case)
    assert desk.interviews.resume(case)


def test_nothing_said_in_a_talk_is_shown_where_it_is_decided_about(deciding, listed, screens, desk):
    begun = desk.interviews.start(desk.definitions.form("welfare-interview").form)
    desk.interviews.answer(begun.id, FieldId("first-name"), Answer("Quixotelia"))
    deciding(begun.id)
    listed()

    assert not [screen for screen in screens if "Quixotelia" in repr(screen)]
    assert not [one for one in screens if "Quixotelia" in str(getattr(one, "facts", ""))]
