from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_sealing as samples
from tests.ui.pages.aloud import nameless, names
from welfare_app.domain.referral import Handing
from welfare_app.pdf.preview import page_image
from welfare_app.presenters.seal import ONE_ALONE, SecondSaid
from welfare_app.presenters.seal_rail import Step
from welfare_app.ui.pages.seal_page import SealPage
from welfare_app.ui.pages.seal_who import CHANGED_IN
from welfare_app.ui.parts import Button, Link
from welfare_app.ui.parts.dialog import Dialog

CTRL = Qt.KeyboardModifier.ControlModifier
HERE = Path("here.pdf")


@pytest.fixture
def page(kit, opened):
    """A page at its first step; `where` is what is answered when it asks for a place."""

    def ask(_parent, _title, name, _filter):
        page.asked_for.append(name)
        return page.where_to

    page = SealPage(kit, page_image, ask)
    page.asked_for, page.where_to = [], HERE
    page.show_screen(samples.empty())
    page.shell = opened(kit, page)
    page.shell.back_asked.connect(page.step_back)
    return page


def at(qtbot, page, screen):
    page.show_screen(screen)
    settle(qtbot)


def pressed(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifier)
    settle(qtbot)


def typed(qtbot, words):
    qtbot.keyClicks(QApplication.focusWidget(), words)


def shown(page):
    whole = page.window()
    return [one.text() for one in whole.findChildren(QLabel) if one.isVisible() and one.text()]


def button(page, words):
    [found] = [
        one for one in page.window().findChildren(Button) if one.words == words and one.isVisible()
    ]
    return found


def test_who_it_is_for_is_typed_and_sent_without_the_mouse(qtbot, page):
    with qtbot.waitSignal(page.named) as sent:
        for words in ("Det. Sgt A. Example", "Northvale Police", "01632 960 145", "To refer him"):
            typed(qtbot, words)
            pressed(qtbot, page, Qt.Key.Key_Tab)
        pressed(qtbot, page, Qt.Key.Key_Return, CTRL)

    expected = Handing("Det. Sgt A. Example", "Northvale Police", "01632 960 145", "To refer him")
    assert sent.args == [expected]


def test_problems_take_the_keyboard_and_stand_beside_their_fields(qtbot, page):
    page.named.connect(lambda _: page.show_screen(samples.problems()))
    pressed(qtbot, page, Qt.Key.Key_Return, CTRL)

    focus = QApplication.focusWidget()
    assert focus.accessibleName() == "Two answers need another look"
    said = shown(page)
    assert "Name the person who will open it" in said


def test_typing_is_left_alone_when_the_page_is_drawn_again(qtbot, page):
    typed(qtbot, "Det. Sgt")
    page.show_screen(samples.empty())
    page.show_screen(replace(samples.empty(), busy="Drawing the pages…"))

    assert QApplication.focusWidget().text() == "Det. Sgt"


def test_nothing_is_sent_twice_while_the_pages_are_drawn(qtbot, page):
    page.show_screen(replace(samples.empty(), busy="Drawing the pages…"))
    with qtbot.assertNotEmitted(page.named):
        pressed(qtbot, page, Qt.Key.Key_Return, CTRL)


def test_every_page_can_be_looked_at(qtbot, page):
    at(qtbot, page, samples.look())
    assert "Page 1 of 12" in shown(page)

    following = next(one for one in page.side.findChildren(Button) if one.isEnabled())
    following.setFocus()
    for _ in range(11):
        pressed(qtbot, page, Qt.Key.Key_Space)

    assert "Page 12 of 12" in shown(page)
    assert not following.isEnabled()
    assert QApplication.focusWidget().accessibleName() == "Page before"


def test_a_page_is_drawn_as_the_document_has_it(qtbot, page):
    at(qtbot, page, samples.look())
    leaf = page._pages._leaf
    image = leaf._image

    assert leaf.accessibleName() == "Page 1 of 12"
    assert abs(image.height() / image.width() - 842 / 595) < 0.01
    dark = sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )
    assert dark > 100


def test_the_full_preview_opens_where_one_was_and_esc_goes_back(qtbot, page):
    at(qtbot, page, samples.look())
    page._pages.on()
    button(page, "Open full preview").click()
    settle(qtbot)
    assert "Page 2 of 12" in shown(page)
    assert not any(one.startswith("Seal the pack") for one in shown(page))

    with qtbot.assertNotEmitted(page.stepped_back):
        pressed(qtbot, page, Qt.Key.Key_Escape)
    assert "Look it through, then seal" in shown(page)
    assert "Page 2 of 12" in shown(page)


def test_change_leads_to_the_field_that_holds_it(qtbot, page):
    at(qtbot, page, samples.look())
    page.stepped_back.connect(lambda: page.show_screen(samples.seal(Step.WHO)))
    changes = [one for one in names(page) if one.startswith("Change")]
    assert changes == [f"Change: {label}" for label in CHANGED_IN]

    links = page.findChildren(Link)
    next(one for one in links if one.accessibleName() == "Change: Call them on").click()
    settle(qtbot)

    assert QApplication.focusWidget().text() == "01632 960 145"


def test_sealing_asks_for_a_place_under_a_name_that_says_nothing(qtbot, page):
    at(qtbot, page, samples.look())
    with qtbot.waitSignal(page.sealing_wanted) as wanted:
        pressed(qtbot, page, Qt.Key.Key_Return, CTRL)

    assert wanted.args == [HERE, ONE_ALONE]
    assert page.asked_for == ["P-0042-sealed-referral.pdf"]


def test_nothing_is_sealed_when_no_place_was_chosen(qtbot, page):
    page.where_to = None
    at(qtbot, page, samples.look())
    with qtbot.assertNotEmitted(page.sealing_wanted):
        pressed(qtbot, page, Qt.Key.Key_Return, CTRL)


def test_sealing_says_how_far_it_is_and_can_be_cancelled(qtbot, page):
    at(qtbot, page, samples.look())
    page.show_screen(samples.look(busy="Sealing the pack…", progress=(2, 5)))
    qtbot.waitUntil(lambda: "Sealing the pack…" in shown(page))

    assert QApplication.focusWidget().accessibleName() == "Cancel"
    with qtbot.waitSignal(page.cancelled):
        pressed(qtbot, page, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.cancelled):
        pressed(qtbot, page, Qt.Key.Key_Escape)

    at(qtbot, page, samples.look())
    assert QApplication.focusWidget().accessibleName() == "Seal the pack"


def test_a_full_disk_is_told_and_the_pages_stay(qtbot, page):
    at(qtbot, page, samples.look(trouble=samples.disk_full()))

    said = shown(page)
    assert samples.disk_full().happened in said
    assert "Page 1 of 12" in said


def test_the_words_are_numbered_and_spelled(qtbot, page):
    at(qtbot, page, samples.words())

    said = shown(page)
    assert all(word in said for word in samples.WORDS)
    assert "H A R P" in said
    assert "01632 960 145" in said


def test_the_words_can_be_hidden_and_shown_again_in_one_place(qtbot, page):
    at(qtbot, page, samples.words())
    with qtbot.waitSignal(page.hidden):
        pressed(qtbot, page, Qt.Key.Key_Space)

    at(qtbot, page, samples.words(hidden=True))
    assert not set(samples.WORDS) & set(shown(page))
    assert QApplication.focusWidget().accessibleName() == "Show the words"

    at(qtbot, page, samples.words())
    assert set(samples.WORDS) <= set(shown(page))
    assert QApplication.focusWidget().accessibleName() == "Hide the words"


def test_esc_never_loses_the_words_without_a_question(qtbot, page):
    at(qtbot, page, samples.words())
    with qtbot.assertNotEmitted(page.stepped_back), qtbot.assertNotEmitted(page.sealed_again):
        pressed(qtbot, page, Qt.Key.Key_Escape)
        [question] = page.window().findChildren(Dialog)
        assert question.safe.hasFocus()
        pressed(qtbot, page, Qt.Key.Key_Escape)

    assert set(samples.WORDS) <= set(shown(page))


def test_a_new_pack_is_sealed_only_when_one_is_sure(qtbot, page):
    at(qtbot, page, samples.words())
    button(page, "Seal a new pack instead").click()
    with qtbot.waitSignal(page.sealed_again):
        button(page, "Seal a new pack").click()


def test_words_that_were_read_back_are_said_to_be(qtbot, page):
    at(qtbot, page, samples.words())
    with qtbot.waitSignal(page.read_back):
        pressed(qtbot, page, Qt.Key.Key_Return, CTRL)


def everything_said(page):
    """All that a part of the page holds, seen or not."""
    for widget in page.window().findChildren(QLabel):
        yield widget.text()
        yield widget.accessibleName()


def test_forgetting_leaves_no_word_in_any_part_of_the_page(qtbot, page):
    at(qtbot, page, samples.words())
    page.forget()

    held = set(everything_said(page))
    assert not held & set(samples.WORDS)
    assert "H A R P" not in held
    assert not page._screen


def test_hidden_words_are_not_held_where_a_screen_reader_finds_them(qtbot, page):
    at(qtbot, page, samples.words(hidden=True))

    assert not set(everything_said(page)) & set(samples.WORDS)


def test_forgetting_twice_or_before_there_are_words_is_harmless(qtbot, page):
    page.forget()
    at(qtbot, page, samples.look())
    page.forget()
    page.forget()

    assert page._pages._pdf == b""
    assert page._pages._leaf._image.isNull()


def test_the_end_says_where_the_file_is_and_how_to_know_it(qtbot, page):
    at(qtbot, page, samples.words())
    at(qtbot, page, samples.done())

    said = shown(page)
    assert not set(said) & set(samples.WORDS)
    assert "/home/rosa/Documents/P-0042-sealed-referral.pdf" in said
    assert "9f3a 51c0 02be 7741 …" in said
    with qtbot.waitSignal(page.handover_wanted):
        pressed(qtbot, page, Qt.Key.Key_Return, CTRL)
    with qtbot.waitSignal(page.stepped_back):
        button(page, "Go to pack P-0042").click()
    with qtbot.waitSignal(page.sealed_again):
        button(page, "Seal a new pack instead").click()


def test_the_rail_leads_back_only_while_nothing_is_sealed(qtbot, page):
    at(qtbot, page, samples.look())
    with qtbot.waitSignal(page.stepped_back):
        page.rail.chosen.emit(str(Step.WHO))
    at(qtbot, page, samples.words())
    with qtbot.assertNotEmitted(page.stepped_back):
        page.rail.chosen.emit(str(Step.WHO))


@pytest.mark.parametrize(
    "screen",
    [samples.empty(), samples.look(), samples.words(), samples.words(hidden=True), samples.done()],
    ids=["who", "look", "words", "hidden", "done"],
)
def test_every_control_has_a_name(qtbot, page, screen):
    at(qtbot, page, screen)

    assert not nameless(page.window())


def test_large_text_folds_and_stays_whole(qtbot, large, opened):
    page = SealPage(large, page_image, lambda *_: None)
    page.show_screen(samples.words())
    shell = opened(large, page)

    area = page._scroll_area()
    assert area.widget().width() <= shell.width()
    assert "W I L L O W" in shown(page)


PEOPLE = (("staff-idris", "Idris Example, checker"), ("staff-noor", "Noor Example, lead"))


def test_a_colleague_says_who_they_are_and_types_before_a_place_is_asked_for(qtbot, page):
    at(qtbot, page, replace(samples.look(), people=PEOPLE))
    with qtbot.assertNotEmitted(page.sealing_wanted):
        pressed(qtbot, page, Qt.Key.Key_Return, CTRL)
    assert "Choose who it is" in shown(page)
    assert page.asked_for == []

    page._second._vouching._who.choose("staff-noor")
    page._second._vouching._secret.setText("copper walnut")
    with qtbot.waitSignal(page.sealing_wanted) as wanted:
        pressed(qtbot, page, Qt.Key.Key_Return, CTRL)
    assert wanted.args == [HERE, SecondSaid("staff-noor", "copper walnut")]
    page.forget()
    assert page._second.said.passphrase == ""


def test_where_nobody_can_read_it_why_is_asked(qtbot, page):
    at(qtbot, page, replace(samples.look(), people=PEOPLE))
    button(page, "Nobody else can read it now").click()
    with qtbot.assertNotEmitted(page.sealing_wanted):
        pressed(qtbot, page, Qt.Key.Key_Return, CTRL)
    page._second._reason.setPlainText("It is two in the morning")
    with qtbot.waitSignal(page.sealing_wanted) as wanted:
        pressed(qtbot, page, Qt.Key.Key_Return, CTRL)

    assert wanted.args == [HERE, SecondSaid(alone="It is two in the morning")]
