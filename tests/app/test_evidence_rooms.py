"""The rooms of evidence in the real window: added to, looked at, and emptied at the lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from tests.app.emptied import still_says
from tests.preview import files
from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import nameless
from welfare_app.domain.custody import Deed
from welfare_app.presenters.places import AtEvidence, AtExhibit, AtPack, AtReferral, AtSeal
from welfare_app.ui.pages.keep_list import AskForm
from welfare_app.ui.parts import Button
from welfare_app.ui.parts.dialog import Dialog

CTRL = Qt.KeyboardModifier.ControlModifier


def button(page, words):
    window = page.window()
    return next(
        one for one in window.findChildren(Button) if one.words == words and one.isVisible()
    )


@pytest.fixture
def pack(talk):
    return talk.desktop._desk.around.look().open_packs[0].id


@pytest.fixture
def exhibit(talk, pack, tmp_path):
    """A photo taken in, whose original is then gone from the disk; open on the screen."""
    path = tmp_path / "Zinnobelia.jpg"
    path.write_bytes(files.photo())
    file = talk.desktop._desk.evidence.keep(pack, path)
    path.unlink()
    talk.go(AtExhibit(pack, file.id))
    talk.qtbot.waitUntil(lambda: not talk.page._picture.image.isNull(), timeout=15_000)
    return file


def test_the_pack_leads_to_its_evidence_and_an_exhibit_and_back(talk, pack):
    talk.go(AtPack(pack))
    button(talk.page, "Evidence").click()
    settle(talk.qtbot)
    assert talk.desktop._room.place() == AtEvidence(pack)

    button(talk.page, "Open").click()
    settle(talk.qtbot)
    [file] = talk.desktop._desk.evidence.of(pack)
    assert talk.desktop._room.place() == AtExhibit(pack, file.id)
    for place in (AtEvidence(pack), AtPack(pack)):
        talk.qtbot.keyClick(talk.desktop.window, Qt.Key.Key_Escape)
        settle(talk.qtbot)
        assert type(talk.desktop._room.place()) is type(place)


def test_a_photo_is_enlarged_by_keys(talk, exhibit):
    talk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Equal, CTRL)
    talk.qtbot.waitUntil(lambda: talk.page._shown.zoom == 150, timeout=5_000)
    talk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Minus, CTRL)

    talk.qtbot.waitUntil(lambda: talk.page._shown.zoom == 100, timeout=5_000)


def test_locking_leaves_nothing_of_an_exhibit(talk, exhibit, tmp_path):
    picture, held = talk.page._picture, talk.desktop._room.presenter
    talk.desktop.lock()
    settle(talk.qtbot)

    assert not isValid(picture)
    assert held._screen.picture is None
    assert still_says("Zinnobelia", "52.50000") == []
    # the middle of the photo, where no header of any other is
    core = files.photo()[300:340]
    assert not [
        path for path in tmp_path.rglob("*") if path.is_file() and core in path.read_bytes()
    ]


def test_locking_while_a_file_is_being_drawn_waits_for_nobody(talk, pack, tmp_path):
    path = tmp_path / "slow.pdf"
    path.write_bytes(files.slow_pdf(400_000))
    file = talk.desktop._desk.evidence.keep(pack, path)
    talk.go(AtExhibit(pack, file.id))
    talk.qtbot.waitUntil(lambda: talk.page._shown.pages == 1, timeout=15_000)
    talk.desktop.lock()
    settle(talk.qtbot)

    assert talk.desktop._desk is None


def test_the_fingerprint_is_copied_whole(talk, exhibit):
    button(talk.page, "Copy").click()

    assert QApplication.clipboard().text() == exhibit.digest


def test_a_copy_is_saved_outside_only_when_someone_is_sure(talk, exhibit, tmp_path):
    page = talk.page
    page._ask_where = lambda *_: tmp_path / "copy.jpg"
    for words in ("Leave it here", "Save a copy"):
        button(page, "Save a copy").click()
        settle(talk.qtbot)
        dialog = talk.desktop.window.findChild(Dialog)
        next(one for one in dialog.findChildren(Button) if one.words == words).click()
        settle(talk.qtbot)
        assert words == "Save a copy" or not (tmp_path / "copy.jpg").exists()

    talk.qtbot.waitUntil(lambda: page._shown.about.chain[-1][0].startswith("A copy was saved"))
    assert (tmp_path / "copy.jpg").read_bytes() == files.photo()


def test_a_link_of_the_chain_is_written_by_keyboard(talk, exhibit):
    page, kit = talk.page, talk.qtbot
    button(page, "Add to the chain").click()
    settle(kit)
    form = page._custody
    form._deed.choose("shown")
    form._who.setFocus()
    kit.keyClicks(form._who, "PC Example")
    for box, typed in zip(form._day.findChildren(QLineEdit), ("12", "May", "2026"), strict=True):
        kit.keyClicks(box, typed)
    form.do.click()
    settle(kit)

    [link] = talk.desktop._desk.evidence.get(exhibit.id).handled
    assert (link.deed, link.who, link.day) == (Deed.SHOWN, "PC Example", "2026-05-12")
    assert not form.isVisible()


def test_who_was_asked_to_keep_a_record_is_written_on_the_page(talk, pack):
    talk.go(AtEvidence(pack))
    form = talk.page.findChildren(AskForm)[0]
    button(talk.page, "Ask for it").click()
    settle(talk.qtbot)
    assert form.isVisible()
    form.do.click()
    assert form.fields["asked_of"].problem
    talk.qtbot.keyClicks(form._of, "Security desk")
    form.do.click()
    settle(talk.qtbot)

    [asked] = talk.desktop._desk.preserving.of(pack)
    assert (asked.record, asked.asked_of) == ("cctv", "Security desk")
    assert "1 of 10 asked for." in still_says("of 10 asked for")


def test_files_that_were_dropped_are_taken_in_beside_one_that_is_not(talk, pack, tmp_path):
    good, bad = tmp_path / "a.png", tmp_path / "b.heic"
    good.write_bytes(files.picture())
    bad.write_bytes(files.heic())
    talk.go(AtEvidence(pack))
    talk.page.files_given.emit((bad, good))
    talk.qtbot.waitUntil(lambda: len(talk.page._shown.exhibits) == 2, timeout=10_000)

    assert [one.name for one in talk.page._shown.not_taken] == ["b.heic"]
    assert still_says("Not taken in: b.heic")


def test_everything_on_both_pages_has_a_name(talk, pack, exhibit):
    assert nameless(talk.page) == []
    talk.go(AtEvidence(pack))
    assert nameless(talk.page) == []


def test_on_the_path_of_pay_and_rights_the_referral_leads_on_to_sealing(talk, pack):
    desk = talk.desktop._desk
    desk.packs.choose(pack, "exploited", "Paid late, free to go", "Test Checker")
    talk.go(AtReferral(pack))
    assert talk.desktop._room.place() == AtSeal(desk.referrals.of(pack).id)
    talk.desktop._back()
    assert talk.desktop._room.place() == AtPack(pack)
