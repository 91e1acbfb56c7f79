"""The legal-hold list on the screen."""

import pytest

from welfare_app.presenters.preserving import PreservingPresenter


class Lists(list):
    """A view that remembers every list it was asked to show."""

    show_keeping = list.append

    @property
    def now(self):
        return self[-1]


@pytest.fixture
def pack(desk):
    return desk.packs.open(None).id


@pytest.fixture
def opened(desk, pack):
    view = Lists()
    presenter = PreservingPresenter(view, pack, desk.preserving, desk.staff_names, desk.definitions)
    presenter.begin()
    return presenter, view


def line(view, record):
    return next(one for one in view.now.kinds if one.record == record)


def test_everything_worth_asking_for_is_listed_with_its_source(opened):
    _, view = opened

    assert len(view.now.kinds) == 10
    assert view.now.sentence == "0 of 10 asked for."
    assert "30 days" in line(view, "cctv").caution
    assert "Confidence: medium" in line(view, "cctv").source


def test_a_request_shows_who_was_asked_and_until_when_to_wait(opened, clock):
    presenter, view = opened
    covers = clock().date().isoformat()
    presenter.ask("cctv", "Gate", "Security desk", covers)

    [asked] = line(view, "cctv").requests
    assert asked.state == "No answer yet"
    assert "Asked of Security desk" in asked.asked
    assert "by Rosa Example" in asked.asked
    assert asked.clock.startswith("Ask again after ")
    assert "Often recorded over by " in asked.clock
    assert not asked.soon


def test_a_recording_that_will_soon_be_lost_is_told_apart(opened, clock):
    presenter, view = opened
    presenter.ask("cctv", "", "Security desk", "2026-04-15")

    assert line(view, "cctv").requests[0].soon


def test_a_recording_that_may_be_gone_says_so_and_is_not_called_late(opened):
    presenter, view = opened
    presenter.ask("cctv", "", "Security desk", "2025")

    told = line(view, "cctv").requests[0].clock
    assert "It may be gone since" in told
    assert "late" not in told


def test_who_does_not_answer_is_counted(opened, clock):
    presenter, view = opened
    presenter.ask("rotas", "", "Planner", "")
    clock.move(days=3)
    presenter.begin()

    assert view.now.sentence == "1 of 10 asked for. 1 to ask after again."
    assert line(view, "rotas").requests[0].clock == "No answer in time: 2 days late"


def test_an_answer_ends_the_clock_and_is_read_with_who_wrote_it(opened):
    presenter, view = opened
    presenter.ask("rotas", "", "Planner", "")
    presenter.answer(line(view, "rotas").requests[0].id, "kept", "Set aside")

    [asked] = line(view, "rotas").requests
    assert (asked.safe, asked.clock, asked.state) == (True, "", "They keep it")
    assert asked.said[0].startswith("They keep it: Set aside (")


@pytest.mark.parametrize(
    ("asked_of", "covers", "fields"),
    [("", "", ["asked_of"]), ("X", "2031", ["covers"]), ("", "soon", ["asked_of", "covers"])],
)
def test_what_is_missing_stands_beside_its_field(opened, asked_of, covers, fields):
    presenter, view = opened
    presenter.ask("rotas", "", asked_of, covers)

    assert [field for field, _ in view.now.problems] == fields
    assert line(view, "rotas").requests == ()


def test_an_answer_needs_to_be_chosen_and_a_refusal_their_words(opened):
    presenter, view = opened
    presenter.ask("rotas", "", "Planner", "")
    id = line(view, "rotas").requests[0].id
    presenter.answer(id, "", "")
    assert [field for field, _ in view.now.problems] == ["reply"]
    presenter.answer(id, "refused", " ")

    assert [field for field, _ in view.now.problems] == ["words"]
    assert line(view, "rotas").requests[0].said == ()


def test_a_pack_erased_meanwhile_is_trouble(opened, desk, pack):
    presenter, view = opened
    with desk.shift.work() as work:
        for id, kind in work.archive.under(pack):
            work.archive.erase(id, kind)
        work.commit()
    presenter.ask("rotas", "", "Planner", "")

    assert "is not in the vault" in view.now.trouble.happened
