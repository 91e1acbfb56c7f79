"""What happened, in order: written to by hand, and never over anything."""

import pytest

from welfare_app.domain.people import Role, Staff
from welfare_app.presenters.chronology import ChronologyPresenter
from welfare_app.presenters.places import AtPack
from welfare_app.services.desk import set_up
from welfare_app.services.shift import Shift


@pytest.fixture
def opened(case, screens, now, went):
    def at(jobs=now, desk=None):
        desk = desk or case.desk
        presenter = ChronologyPresenter(
            screens, case.pack, desk.chronology, desk.definitions, jobs, went.append
        )
        presenter.begin()
        return presenter

    return at


def by_hand(screens):
    return [one for one in screens.now.lines if one.entry]


def test_each_line_says_when_it_happened_and_beneath_when_it_was_written(opened, screens):
    opened()

    assert screens.now.where == "Incident pack P-0001"
    rota = next(one for one in screens.now.lines if one.what.startswith("Exhibit 1: "))
    assert rota.when == "2 March 2026"
    assert rota.notes[0].startswith("File. Written down 12 May 2026, ")
    assert not by_hand(screens)


def test_what_is_written_by_hand_stands_in_its_place_and_can_be_corrected(opened, screens):
    presenter = opened()
    presenter.write()
    assert screens.now.form.entry == ""
    presenter.keep("A van came", "2026-02", "", "seen")

    assert (screens.now.form, screens.now.done) == (None, "Written down.")
    (line,) = by_hand(screens)
    assert (line.when, line.what) == ("February 2026, day not known", "A van came")

    presenter.correct(line.entry)
    form = screens.now.form
    assert (form.what, form.when, form.known) == ("A van came", "2026-02", "seen")
    presenter.keep("Two vans came", "2026-02-27", "6.30", "seen")
    (line,) = by_hand(screens)
    assert line.when == "27 February 2026, 06:30"
    assert "“A van came” (February 2026, day not known)" in line.notes[1]


@pytest.mark.parametrize(
    ("told", "happened"),
    [
        (("", "2026", "", "said"), "Nothing was written."),
        (("A van", "2026-31", "", "said"), "There is no such day."),
        (("A van", "2031", "", "said"), "That day is still to come."),
        (("A van", "2026-02", "6.30", "said"), "An hour needs its day, and is written like 14:30."),
    ],
)
def test_what_will_not_do_stays_as_it_was_typed(opened, screens, told, happened):
    presenter = opened()
    presenter.write()
    presenter.keep(*told)

    assert screens.now.trouble.happened == happened
    assert (screens.now.form.what, screens.now.form.when) == told[:2]
    assert not by_hand(screens)


def test_how_it_is_known_is_asked_for(opened, screens):
    presenter = opened()
    presenter.write()
    presenter.keep("A van came", "2026-02", "", "")

    assert screens.now.problem == "Say how it is known"
    assert screens.now.form.what == "A van came"


def test_whoever_writes_nothing_after_all_is_back_at_the_list(opened, screens):
    presenter = opened()
    presenter.keep("Nobody asked for this", "", "", "said")
    presenter.write()
    presenter.leave_it()

    assert screens.now.form is None
    assert not by_hand(screens)


def test_it_is_printed_and_that_is_said(opened, screens, later, tmp_path):
    presenter = opened(later)
    presenter.save(tmp_path / "chronology.pdf")
    presenter.save(tmp_path / "again.pdf")
    assert (screens.now.busy, len(later.waiting)) == (True, 1)

    later.catch_up()
    assert screens.now.done.startswith("Saved. The file is not locked")
    assert screens.now.file_name == "P-0001-chronology.pdf"
    assert (tmp_path / "chronology.pdf").exists()


def test_a_place_that_takes_nothing_is_trouble(opened, screens, tmp_path):
    opened().save(tmp_path / "gone" / "chronology.pdf")

    assert screens.now.trouble.happened == "The file could not be written there."
    assert not screens.now.busy


def test_what_is_written_elsewhere_comes_in_without_closing_what_is_being_typed(
    opened, screens, case
):
    presenter = opened()
    presenter.write()
    before = len(screens.now.lines)
    case.desk.packs.skip(case.pack, "S10", "Only to be seen")
    presenter.changed(frozenset({case.pack}))

    assert len(screens.now.lines) == before + 1
    assert screens.now.form is not None


def test_a_checker_reads_it_and_writes_nothing(opened, screens, tools, case):
    staff = Staff("staff-checker", "Idris Example", Role.CHECKER)
    shift = Shift(case.desk.shift.vault, staff, tools.now, tools.new_id, lambda _: None)
    opened(desk=set_up(tools, shift, case.desk.organisation))

    assert screens.now.lines
    assert not screens.now.may_write


def test_it_leads_back_to_the_pack(opened, went, case):
    opened().back()

    assert went == [AtPack(case.pack)]
