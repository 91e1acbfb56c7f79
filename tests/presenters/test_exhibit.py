"""One exhibit on the screen: pages from memory, what it tells, and its chain."""

import pytest

from tests.desks import Screens
from tests.preview import files
from welfare_app.domain.custody import Deed
from welfare_app.presenters.exhibit import ExhibitPresenter
from welfare_app.presenters.exhibit_screen import ZOOMS
from welfare_app.presenters.places import AtEvidence, AtExhibit


@pytest.fixture
def opened(desk, now, went, tmp_path, tools):
    def at(name="van.jpg", data=None, jobs=now):
        path = tmp_path / name
        path.write_bytes(files.photo() if data is None else data)
        pack = desk.packs.open(None)
        kept = desk.evidence.keep(pack.id, path)
        view = Screens()
        presenter = ExhibitPresenter(
            view,
            AtExhibit(pack.id, kept.id),
            pack.number,
            200,
            desk.evidence,
            desk.looking,
            desk.staff_names,
            desk.definitions,
            tools.disk,
            jobs,
            went.append,
        )
        presenter.begin()
        return presenter, view

    return at


def test_a_photo_is_shown_with_what_it_tells_and_a_warning(opened):
    _, view = opened()

    assert (view.now.picture.width, view.now.pages) == (200, 1)
    assert ("Where it was taken", "52.50000, -0.12500") in view.now.told
    assert [title for title, _ in view.now.warnings] == ["It tells more than it shows"]
    assert view.now.looking == ""


def test_nothing_of_the_file_is_in_a_trace(opened):
    _, view = opened()

    for canary in ("52.5", "A. Example", "van.jpg"):
        assert canary not in repr(view.now)


def test_a_pdf_is_turned_page_by_page_and_no_further(opened):
    presenter, view = opened("a.pdf", files.pdf(2))
    first = view.now.picture.pixels
    presenter.turn(-1)
    assert view.now.page == 1
    presenter.turn(1)
    presenter.turn(1)

    assert view.now.page == 2
    assert view.now.picture.pixels != first


def test_a_page_is_drawn_larger_step_by_step(opened):
    presenter, view = opened("a.pdf", files.pdf(1))
    presenter.zoom(-1)
    assert view.now.zoom == ZOOMS[0]
    for _ in ZOOMS:
        presenter.zoom(1)

    assert view.now.zoom == ZOOMS[-1]
    assert view.now.picture.width == 200 * ZOOMS[-1] // 100


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jpg", files.heic(), "HEIC"),
        ("a.pdf", files.locked_pdf(), "password"),
        ("a.pdf", files.pdf()[:300], "damaged"),
        ("a.png", files.vast_picture(), "too large"),
        ("a.docx", files.word(), "Word"),
    ],
)
def test_what_cannot_be_shown_says_why_and_that_it_is_safe(opened, name, data, said):
    presenter, view = opened(name, data)
    presenter.turn(1)
    presenter.zoom(1)

    assert said in view.now.cannot.happened
    assert "as it came" in view.now.cannot.safe
    assert view.now.picture is None


def test_a_file_that_is_not_what_its_name_says_is_warned_of(opened):
    _, view = opened("scan.pdf", files.picture())

    assert view.now.warnings[0][0] == "Inside, this is another kind of file: PNG picture"
    assert view.now.picture is not None


def test_the_whole_fingerprint_is_there(opened, desk):
    presenter, view = opened()

    assert view.now.about.digest == desk.evidence.get(presenter.place.evidence).digest
    assert len(view.now.about.digest) == 64


def test_a_link_is_written_down_and_read_behind_the_others(opened):
    presenter, view = opened()
    presenter.handle("taken", "The worker", "Rosa Example", "2026-05", "By hand")
    presenter.handle("shown", "PC Example", "Idris Example", "2026", "")

    whole = [what for what, _, _ in view.now.about.chain]
    assert whole == ["Taken into the vault", "Handed over to us", "Shown to someone"]
    assert view.now.about.chain[1][1] == "From The worker, by Rosa Example, May 2026. By hand"
    assert view.now.kept == 2


def test_a_link_with_something_missing_stands_beside_its_fields(opened, desk):
    presenter, view = opened()
    presenter.handle("", "", "", "2031", "")

    assert [field for field, _ in view.now.problems] == ["deed", "who", "done_by", "day"]
    assert dict(view.now.problems)["day"] == "This day has not come yet"
    assert desk.evidence.get(presenter.place.evidence).handled == ()


def test_what_it_is_is_kept_and_a_day_to_come_is_not(opened):
    presenter, view = opened()
    presenter.describe("The van", "2031")
    assert view.now.problems == (("dated", "This day has not come yet"),)
    presenter.describe("The van", "2026-03")

    assert dict(view.now.about.facts)["From when"] == "March 2026"
    assert view.now.problems == ()


def test_a_saved_copy_is_in_the_chain_by_itself(opened, tmp_path, desk):
    presenter, view = opened()
    presenter.save_copy(tmp_path / "copy.jpg")

    assert (tmp_path / "copy.jpg").read_bytes() == files.photo()
    assert [one.deed for one in desk.evidence.get(presenter.place.evidence).handled] == [Deed.SAVED]
    assert view.now.about.chain[-1][0] == "A copy was saved outside the vault"


def test_a_copy_the_disk_refuses_is_trouble_and_no_link(opened, tmp_path):
    presenter, view = opened()
    presenter.save_copy(tmp_path / "no" / "copy.jpg")

    assert view.now.trouble is not None
    assert len(view.now.about.chain) == 1


def test_leaving_lets_go_of_the_picture_and_of_what_is_being_drawn(opened, later):
    presenter, view = opened(jobs=later)
    presenter.forget()
    later.catch_up()

    assert view.now.picture is None
    assert presenter._screen.picture is None


def test_back_leads_to_the_list(opened, went):
    presenter, _ = opened()
    presenter.back()

    assert went == [AtEvidence(presenter.pack)]
