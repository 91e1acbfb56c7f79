"""The evidence of a pack on the screen: exhibits, scans, and files that were not taken in."""

import os

import pytest

from tests.desks import Screens
from tests.preview import files
from welfare_app.domain.custody import Deed
from welfare_app.presenters.evidence import EvidencePresenter
from welfare_app.presenters.places import AtEvidence, AtExhibit, AtHome, AtPack


@pytest.fixture
def pack(desk):
    return desk.packs.open(None).id


@pytest.fixture
def opened(desk, pack, now, went):
    def at(jobs=now):
        view = Screens()
        presenter = EvidencePresenter(
            view,
            pack,
            desk.packs,
            desk.evidence,
            desk.scans,
            desk.staff_names,
            desk.definitions,
            jobs,
            went.append,
        )
        presenter.begin()
        return presenter, view

    return at


@pytest.fixture
def made(tmp_path):
    def write(name, data=None):
        path = tmp_path / name
        path.write_bytes(files.photo() if data is None else data)
        return path

    return write


def test_a_pack_with_no_files_says_which_pack_it_is(opened, desk, pack):
    _, view = opened()

    assert view.now.where == f"Incident pack {desk.packs.get(pack).number}"
    assert view.now.exhibits == ()


def test_files_are_taken_in_and_say_what_is_still_to_say(opened, made):
    presenter, view = opened()
    presenter.attach((made("van.jpg"), made("rota.png", files.picture())))

    first, second = view.now.exhibits
    assert view.now.notice == "Kept as Exhibit 1, Exhibit 2"
    assert (first.exhibit, first.name) == ("Exhibit 1", "van.jpg")
    assert first.size.startswith("JPEG photo, ")
    assert "by Rosa Example" in first.kept
    assert second.open == "Still to say: what it is, from when, from whom"


def test_what_is_known_of_a_file_stands_with_it(opened, made, desk, pack):
    kept = desk.evidence.keep(pack, made("van.jpg"))
    desk.evidence.describe(kept.id, "The van", "2026-03")
    desk.evidence.handle(kept.id, Deed.TAKEN, "The worker", "Rosa", "2026", "")
    _, view = opened()

    [line] = view.now.exhibits
    assert (line.what, line.source, line.open) == ("The van, March 2026", "From: The worker", "")


def test_one_file_that_cannot_be_taken_in_does_not_stop_the_others(opened, made, tmp_path):
    presenter, view = opened()
    (tmp_path / "folder.pdf").mkdir()
    presenter.attach(
        (
            made("a.heic"),
            made("a.jpg"),
            made("again.jpg"),
            made("b.pdf", b""),
            tmp_path / "folder.pdf",
        )
    )

    assert [one.name for one in view.now.exhibits] == ["a.jpg"]
    assert [one.name for one in view.now.not_taken] == [
        "a.heic",
        "again.jpg",
        "b.pdf",
        "folder.pdf",
    ]
    assert all(one.why.happened and one.why.safe and one.why.todo for one in view.now.not_taken)
    assert view.now.busy == ""


def test_a_name_that_disguises_itself_is_shown_for_what_it_is(opened, made):
    presenter, view = opened()
    presenter.attach((made("invoice\u202egpj.pdf", files.pdf(1)),))

    assert "\u202e" not in view.now.exhibits[0].name


def test_the_window_says_what_it_does_meanwhile_and_can_be_stopped(opened, made, later, desk, pack):
    presenter, view = opened(later)
    presenter.attach((made("a.jpg"),))
    assert view.now.busy == "Taking the file in…"

    presenter.cancel()
    later.catch_up()

    assert view.now.busy == ""
    assert desk.evidence.of(pack) == ()


def test_new_scans_are_offered_with_why_some_cannot_be_taken_in(opened, tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    for at, name in enumerate(("a.pdf", "b.HEIC")):
        (folder / name).write_bytes(b"scan")
        os.utime(folder / name, (1_700_000_000 - at,) * 2)
    presenter, view = opened()
    presenter.choose_folder(folder)

    first, second = view.now.offers
    assert (first.name, first.cannot) == ("a.pdf", "")
    assert "HEIC" in second.cannot
    presenter.attach((first.path,))
    assert [one.name for one in view.now.offers] == ["b.HEIC"]
    presenter.choose_folder(None)
    assert (view.now.folder, view.now.offers) == ("", ())


def test_a_folder_that_is_gone_is_trouble_and_no_more(opened, tmp_path):
    presenter, view = opened()
    presenter.choose_folder(tmp_path / "nowhere")

    assert "cannot be opened" in view.now.trouble.happened
    assert view.now.folder == ""


def test_a_pack_erased_meanwhile_is_said_to_be_gone(opened, made, desk, pack, went):
    presenter, view = opened()
    with desk.shift.work() as work:
        for id, kind in work.archive.under(pack):
            work.archive.erase(id, kind)
        work.commit()
    presenter.attach((made("a.jpg"),))

    assert "is not in the vault" in view.now.trouble.happened
    assert "is not in the vault" in view.now.not_taken[0].why.happened
    presenter.open("file")
    presenter.back()
    assert went == [AtHome()]


def test_each_exhibit_leads_to_its_own_page_and_back_leads_to_the_pack(opened, pack, went, made):
    presenter, view = opened()
    presenter.attach((made("a.jpg"),))
    presenter.open(view.now.exhibits[0].id)
    presenter.back()

    assert went == [AtExhibit(pack, view.now.exhibits[0].id), AtPack(pack)]
    assert presenter.place == AtEvidence(pack)
