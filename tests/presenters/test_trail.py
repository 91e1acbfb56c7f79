"""What was done: the list, an entry in full, whether all is there, and what leaves."""

import pytest

from tests.desks import ROSA, Screens
from tests.store.test_vault import force
from welfare_app.domain.answers import Answer
from welfare_app.domain.events import PackChecked
from welfare_app.presenters.places import AtLaptop
from welfare_app.presenters.trail import MISSING, TrailPresenter, TrailRows, kept_words, when
from welfare_app.presenters.trail_asking import BAD_DAY, BAD_ORDER, BETWEEN, Wanted
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_reads import As
from welfare_app.services.vaults import Kept


class View(Screens):
    """Remembers what it showed, which entry stands beside, and what went to paper."""

    def __init__(self):
        super().__init__()
        self.lists, self.entries, self.printed = 0, [], []

    def show_rows(self):
        self.lists += 1

    def show_entry(self, entry):
        self.entries.append(entry)

    def print_pages(self, pdf):
        self.printed.append(pdf)


@pytest.fixture
def talk(desk):
    talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    desk.interviews.answer(talk.id, "agrees-to-talk", Answer("yes"))
    desk.reads.opened(talk.id, As.TALK)
    return talk


@pytest.fixture
def opened(desk, talk, now, went):
    def at(jobs=now):
        view, rows = View(), TrailRows(desk.trail, desk.shift.now)
        presenter = TrailPresenter(
            view,
            rows,
            desk.trail,
            desk.give_out,
            desk.definitions,
            jobs,
            desk.shift.now,
            went.append,
        )
        presenter.begin()
        return presenter, view, rows

    return at


def cells(rows):
    return list(rows.rows(rows.numbers))


def test_the_newest_entry_stands_first_in_words(opened):
    _, view, rows = opened()

    assert cells(rows)[:3] == [
        ("13:00 today", "Rosa Example", "Opened the talk W-0001", "6"),
        ("13:00 today", "Rosa Example", "Wrote an answer in W-0001", "5"),
        ("13:00 today", "Rosa Example", "Began the talk W-0001", "4"),
    ]
    assert view.now.count == "6 entries, the newest first"
    assert view.lists == 1


def test_it_is_checked_at_once_and_says_where_the_newest_is_kept_besides(opened):
    _, view, _ = opened()

    assert view.now.verdict == "Every entry is in its place: 6 checked just now"
    assert "a small file beside the vault" in view.now.kept
    assert view.now.busy == ""


def test_a_check_under_way_says_so_and_can_be_stopped(opened, later):
    presenter, view, _ = opened(later)
    assert (view.now.busy, view.now.verdict) == ("Checking every entry…", "")

    presenter.cancel()
    later.catch_up()
    assert (view.now.busy, view.now.verdict) == ("", "")


def test_a_trail_that_was_changed_is_grave(opened, vault):
    force(vault, "audit", "UPDATE audit SET by = 'someone-else' WHERE number = 2")
    _, view, _ = opened()

    assert view.now.trouble.grave
    assert view.now.trouble.todo.startswith("Stop.")
    assert view.now.verdict == ""


def test_a_missing_note_outside_the_file_is_said_but_not_gravely(opened, vault, tmp_path):
    (tmp_path / "anchor.json").unlink()
    _, view, _ = opened()

    assert not view.now.trouble.grave
    assert "missing" in view.now.trouble.happened


def test_an_entry_that_is_gone_leaves_a_line_that_says_so(opened, vault):
    vault._connection().execute("PRAGMA foreign_keys = OFF")
    force(vault, "audit", "DELETE FROM audit WHERE number = 5")
    _, view, rows = opened()

    assert cells(rows)[1] == ("", "", MISSING, "5")
    assert view.now.trouble.grave


def test_it_can_be_asked_who_what_when_and_about_which_record(opened, desk, vault, clock):
    with vault.work("staff-idris") as work:
        work.audit.note(PackChecked("00", "genuine"))
        work.commit()
    presenter, view, rows = opened()

    for wanted, expected in (
        (Wanted(by=ROSA.id, kind="reads"), [6]),
        (Wanted(by="staff-idris"), [7]),
        (Wanted(kind="seals"), [7]),
        (Wanted(kind="ways-in"), []),
        (Wanted(record=" w-0001 "), [6, 5, 4]),
        (Wanted(times="1", kind="writes"), [5, 4]),
        (Wanted(times=BETWEEN, first="11/5/2026", last="12.5.2026", kind="writes"), [5, 4]),
        (Wanted(times=BETWEEN, last="2026-05-11"), []),
        (Wanted(times=BETWEEN, first="13 5 2026"), []),
    ):
        presenter.ask(wanted)
        assert list(rows.numbers) == expected, wanted
        assert view.now.wanted == wanted
    assert view.now.count == "No entry is like that"
    assert view.now.names == ("entries-0-0.pdf", "entries-0-0.csv", "entries-0-0.json")


def test_a_day_ends_at_midnight_of_this_laptop(opened, desk, vault, clock):
    vault._now = clock
    clock.move(hours=11, minutes=30)  # 23:30 in universal time is half past midnight here
    desk.packs.open(None)
    clock.move(hours=1)
    presenter, _, rows = opened()
    presenter.ask(Wanted(times="1", kind="writes"))

    assert [row[2] for row in cells(rows)] == ["Opened the incident pack P-0001"]


def test_a_day_nobody_can_read_is_a_problem_and_the_list_stays(opened):
    presenter, view, rows = opened()
    presenter.ask(Wanted(times=BETWEEN, first="the day before", last="1/1/2026"))
    assert view.now.problems == (("first", BAD_DAY),)

    presenter.ask(Wanted(times=BETWEEN, first="2/1/2026", last="1/1/2026"))
    assert view.now.problems == (("last", BAD_ORDER),)
    assert len(rows.numbers) == 6

    presenter.ask(Wanted(times=BETWEEN, first="2/1/2026"))
    assert view.now.problems == ()


def test_what_was_asked_first_does_not_come_over_what_was_asked_last(opened, later):
    presenter, _, rows = opened(later)
    presenter.ask(Wanted(kind="reads"))
    presenter.ask(Wanted(kind="writes"))
    later.catch_up()

    assert list(rows.numbers) == [5, 4]


def test_a_check_that_was_cut_short_by_a_question_comes_to_its_end_after_it(opened, later):
    presenter, view, _ = opened(later)
    presenter.ask(Wanted(kind="reads"))
    later.catch_up()
    later.catch_up()

    assert view.now.verdict.startswith("Every entry is in its place")


def test_an_entry_in_full_names_the_question_and_never_the_answer(opened):
    presenter, view, _ = opened()
    presenter.look(5)

    entry = view.entries[-1]
    facts = dict(entry.facts)
    assert entry.sentence == "Rosa Example wrote an answer in W-0001."
    assert facts["When"] == "Tuesday 12 May 2026, 13:00:00"
    assert (facts["Record"], facts["Kind"], facts["Entry"]) == ("W-0001", "Written", "5")
    assert facts["Question"].endswith("?")
    assert "Answer" not in facts
    assert "Rosa" not in repr(entry)


def test_an_entry_that_is_not_there_is_shown_as_none(opened):
    presenter, view, _ = opened()
    presenter.look(99)

    assert view.entries == [None]


def test_saving_says_how_many_and_how_the_digest_begins_and_is_listed_itself(opened, tmp_path):
    presenter, view, rows = opened()
    presenter.save("csv", tmp_path / view.now.names[1])

    assert view.now.names[1] == "entries-1-7.csv"
    assert (tmp_path / "entries-1-6.csv").exists()
    assert view.now.saved.startswith("6 entries saved. The file’s SHA-256 begins ")
    assert cells(rows)[0][2] == "Saved 6 entries of this trail as a table"


def test_printing_hands_over_pages_and_is_listed(opened):
    presenter, view, rows = opened()
    presenter.print()

    assert view.printed[0].startswith(b"%PDF")
    assert cells(rows)[0][2] == "Made 6 entries of this trail ready to print"


def test_what_cannot_be_saved_is_trouble(opened, tmp_path):
    presenter, view, _ = opened()
    presenter.save("json", tmp_path / "gone" / "entries.json")

    assert view.now.trouble.happened == "The file could not be written there."
    assert (view.now.busy, view.now.saved) == ("", "")


def test_it_leads_back_to_this_laptop(opened, went):
    opened()[0].back()

    assert went == [AtLaptop()]


def test_another_year_is_said(clock):
    now = clock()
    last = now.replace(year=2025)

    assert when(now, now) == "13:00 today"
    assert when(last, now) == "13:00, 12 May 2025"


def test_only_those_that_kept_the_newest_are_named():
    folder, keyring = Kept("folder", 1_200), Kept("keyring", 1_234)

    assert kept_words(()) == ""
    assert kept_words((folder, keyring)) == (
        "Entry 1,234, the last before this sitting, is also remembered in this laptop’s keyring."
    )
