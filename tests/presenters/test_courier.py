"""Cases to and from colleagues, as the page tells of them."""

import pytest

from tests.couriers import Side, introduce, laptop_beside
from tests.desks import Screens
from welfare_app.domain.answers import Answer
from welfare_app.domain.ids import FieldId
from welfare_app.presenters.courier import LOCKING, LOOKING, CourierPresenter
from welfare_app.presenters.home import HomePresenter
from welfare_app.presenters.places import AtCourier, AtLaptop

SEEN = FieldId("noticed-what")


class Watched(Screens):
    """A view that remembers what it was asked for as well."""

    def __init__(self):
        super().__init__()
        self.asked_where = self.forgotten = 0
        self.progress = []

    def show_progress(self, done, total):
        self.progress.append((done, total))

    def ask_where(self):
        self.asked_where += 1

    def forget_reason(self):
        self.forgotten += 1


@pytest.fixture
def here(case, tmp_path, heard):
    return Side(case.desk, tmp_path, heard)


@pytest.fixture
def there(tools, identity, tmp_path):
    with laptop_beside(tools, identity, tmp_path / "there") as side:
        yield side


@pytest.fixture
def view():
    return Watched()


@pytest.fixture
def at(view, went, now):
    def begun(side, jobs=now):
        presenter = CourierPresenter(view, side.desk, jobs, went.append)
        presenter.begin()
        return presenter

    return begun


def test_our_own_digits_are_there_from_the_first(at, view, there):
    at(there)

    assert view.now.own[0] == "Ben Example, Site laptop 9"
    assert len(view.now.own[1].split()) == 6
    assert view.now.colleagues == view.now.cases == ()


def test_a_colleague_is_added_compared_and_removed(at, view, here, there):
    there.desk.colleagues.save_card(there.folder / "ben.card")
    presenter = at(here)
    presenter.add(there.folder / "ben.card")
    [line] = view.now.colleagues
    assert (line.name, line.state, line.trusted) == ("Ben Example", "Not compared yet", False)
    assert "compare the digits" in view.now.done

    presenter.confirm(line.id)
    [line] = view.now.colleagues
    assert (line.state, line.trusted) == ("Compared by Rosa Example, 12 May", True)

    presenter.remove(line.id)
    assert view.now.colleagues == ()


def test_the_same_card_twice_is_said_plainly(at, view, here, there):
    introduce(here, there)
    at(here).add(here.folder / f"from-{there.desk.shift.staff.id}.card")
    card = there.folder / "again.card"
    there.desk.colleagues.save_card(card)
    at(here).add(card)

    assert view.now.trouble.happened == "This card is on the list already."
    assert len(view.now.colleagues) == 1


def test_what_sending_still_needs_is_said_beside_it(at, view, here, there):
    introduce(here, there)
    at(here).send("", "", " ")

    assert view.now.missing == ("case", "colleague", "reason")
    assert not view.asked_where


def test_a_case_is_locked_into_the_file_that_was_chosen(at, view, here, there, later):
    introduce(here, there)
    presenter = at(here, later)
    [(case, words)] = view.now.cases
    assert words == "P-0001, from talk W-0001"
    presenter.send(case, here.whom().id, "She moves to their site")
    assert view.asked_where == 1
    presenter.lock_into(here.folder / "parcel.notes")
    assert view.now.busy == LOCKING

    later.catch_up()
    assert view.now.done.startswith("Locked and saved.")
    assert view.forgotten == 1
    assert view.progress
    assert there.take(here.folder / "parcel.notes").arrivals


def test_a_file_is_looked_through_before_anything_is_kept(at, view, here, there, case, later):
    introduce(here, there)
    presenter = at(there, later)
    presenter.look(here.send(case.interview))
    assert view.now.busy == LOOKING
    later.catch_up()

    card = view.now.incoming
    assert card.title == "Case W-0001"
    assert card.sender == "From Rosa Example, Site laptop 3, Orchard Example Labour Ltd"
    [(title, words, _)] = card.groups
    assert title == "New here"
    assert words.startswith("1 talk, ")
    assert not there.desk.around.all()

    presenter.take()
    later.catch_up()
    assert view.now.done.startswith("Taken in.")
    assert view.now.incoming is None
    assert [words for _, words in view.now.cases] == ["P-0001, from talk W-0001"]


def test_taking_none_of_it_keeps_none_of_it(at, view, here, there, case):
    introduce(here, there)
    presenter = at(there)
    presenter.look(here.send(case.interview))
    presenter.leave_it()
    presenter.take()

    assert view.now.incoming is None
    assert not there.desk.around.all()


def test_work_can_be_stopped_and_leaves_nothing(at, view, here, there, case, later):
    introduce(here, there)
    parcel = here.send(case.interview)
    presenter = at(there, later)
    presenter.look(parcel)
    presenter.cancel()
    assert not view.now.busy
    later.catch_up()

    assert view.now.incoming is None


def test_a_file_you_have_already_is_nothing_to_take(at, view, here, there, case):
    introduce(here, there)
    parcel = here.send(case.interview)
    there.take(parcel)
    at(there).look(parcel)

    assert view.now.incoming.title == "You have all of it already"
    assert view.now.incoming.take == ""


def test_what_was_written_twice_is_chosen_by_its_words(at, view, here, there, case):
    introduce(here, there)
    there.take(here.send(case.interview))
    for side, text in ((here, "A van waits outside"), (there, "A bus waits outside")):
        side.desk.packs.answer(case.pack, SEEN, Answer(text))
    there.take(here.send(case.interview))
    presenter = at(there)

    [card] = view.now.contested
    assert card.case == "P-0001"
    assert {line.words for line in card.lines} == {"A van waits outside", "A bus waits outside"}
    assert [line.shown for line in card.lines] == [True, False]
    assert {line.about.split(",")[0] for line in card.lines} == {"Rosa Example", "Ben Example"}

    presenter.choose(0, 1)
    assert view.now.contested == ()
    assert there.desk.packs.get(case.pack).answers[SEEN].value == card.lines[1].words


def test_home_says_that_something_waits_for_a_choice(at, view, here, there, case, screens, went):
    introduce(here, there)
    there.take(here.send(case.interview))
    desk = there.desk
    home = HomePresenter(
        screens,
        desk.around,
        desk.interviews,
        desk.packs,
        desk.definitions,
        desk.shift.now,
        went.append,
        practice=False,
    )
    home.begin()
    assert AtCourier() not in [need.place for need in screens.now.needs]

    for side, text in ((here, "A van waits outside"), (there, "A bus waits outside")):
        side.desk.packs.answer(case.pack, SEEN, Answer(text))
    there.take(here.send(case.interview))
    home.changed(frozenset())

    first = screens.now.needs[0]
    assert (first.place, first.about) == (
        AtCourier(),
        "1 thing was written on two laptops. Both are kept",
    )


def test_two_additions_may_both_stand(at, view, here, there, case, tools):
    introduce(here, there)
    from tests.desks import sign_off

    sign_off(here.desk, case.interview)
    there.take(here.send(case.interview))
    for side, text in ((here, "He rang again"), (there, "She saw him in town")):
        side.desk.interviews.add(case.interview, FieldId("account"), text)
    there.take(here.send(case.interview))
    presenter = at(there)
    [card] = view.now.contested
    assert card.both

    presenter.keep_both(0)
    added = there.desk.interviews.resume(case.interview).additions
    assert {one.words for one in added} == {"He rang again", "She saw him in town"}
    assert view.now.contested == ()


def test_what_failed_is_said_in_words(at, view, there, tmp_path):
    (tmp_path / "x.notes").write_text("not a parcel")
    at(there).look(tmp_path / "x.notes")

    assert view.now.trouble.happened == "This file is not a case from a colleague."


def test_the_way_back_is_this_laptop(at, there, went):
    at(there).back()

    assert went == [AtLaptop()]
