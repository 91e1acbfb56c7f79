"""The pages of staff, by keyboard and to a screen reader."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless, names
from tests.ui.pages.pressing import shown, told
from tests.ui.pages.samples_everyday import CODE, PERSON, UNLOCK
from tests.ui.pages.samples_staff import (
    GONE,
    MEMBER,
    MINE,
    OLDER,
    RECOVERED,
    RENEWABLE,
    STAFF,
    STRONG,
)
from welfare_app.presenters.new_sheet import SheetScreen
from welfare_app.presenters.own_key import Change, OwnKeyScreen
from welfare_app.presenters.recovered import Chosen
from welfare_app.presenters.staff_new import NewStaffScreen, SaidOfThem
from welfare_app.ui.pages.new_sheet_page import NewSheetPage
from welfare_app.ui.pages.own_key_page import OwnKeyPage
from welfare_app.ui.pages.recovered_page import RecoveredPage
from welfare_app.ui.pages.staff_member_page import StaffMemberPage
from welfare_app.ui.pages.staff_new_page import StaffNewPage
from welfare_app.ui.pages.staff_page import StaffPage
from welfare_app.ui.pages.unlock_page import UnlockPage
from welfare_app.ui.pages.wait_words import words
from welfare_app.ui.parts.dialog import Dialog

SECRET = "four unrelated words here"


def typed(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.fixture
def show(qtbot, kit, opened):
    def at(page, screen):
        page.show_screen(screen)
        page.shell = opened(kit, page)
        settle(qtbot)
        return page

    return at


def test_everyone_is_listed_and_each_has_a_way_to_them(qtbot, kit, show):
    page = show(StaffPage(kit, PERSON), STAFF)

    assert {"Rosa Example", "Switched off", "No longer here", GONE.name} <= set(shown(page))
    assert "Change: Bo Example" not in names(page.shell)
    assert not nameless(page.shell)
    chosen = told(page.opened)
    button = next(one for one in page.findChildren(object) if _named(one, "Change: Idris Example"))
    button.click()
    assert chosen == [("s2",)]


def _named(one, name):
    return getattr(one, "accessibleName", str)() == name


def test_adding_and_a_new_sheet_are_at_the_foot(qtbot, kit, show):
    page = show(StaffPage(kit, PERSON), STAFF)
    added, sheet = told(page.add_wanted), told(page.sheet_wanted)

    pressed(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    pressed(qtbot, Qt.Key.Key_Tab)
    pressed(qtbot, Qt.Key.Key_Return)

    assert (added, sheet) == ([()], [()])


def test_an_older_list_is_kept_only_on_purpose(qtbot, kit, show):
    page = show(StaffPage(kit, PERSON), STAFF)
    assert not page._keeping.isVisible()
    page.show_screen(OLDER)
    settle(qtbot)
    assert page._trouble.trouble.grave
    page._own.setFocus()
    typed(qtbot, SECRET)
    kept = told(page.accepted)

    next(one for one in page.findChildren(object) if _named(one, "Keep the list as it is")).click()

    assert kept == [(SECRET,)]
    page.forget()
    assert page._own.text() == ""


def test_a_new_person_is_typed_in_by_keyboard(qtbot, kit, show):
    page = show(StaffNewPage(kit, PERSON), NewStaffScreen())
    weighed, sent = told(page.passphrase_typed), told(page.submitted)
    for text in ("Idris Example", None, "01632 960118", "", SECRET, SECRET, "my own words"):
        if text is None:
            pressed(qtbot, Qt.Key.Key_Down)
            pressed(qtbot, Qt.Key.Key_Space)
        else:
            typed(qtbot, text)
        pressed(qtbot, Qt.Key.Key_Tab)
    pressed(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert sent == [
        (SaidOfThem("Idris Example", "lead", "01632 960118", "", SECRET, SECRET, "my own words"),)
    ]
    assert weighed[-1] == (SECRET, "Idris Example")
    page.show_screen(NewStaffScreen(STRONG, (("name", "Type the person’s name"),)))
    settle(qtbot)
    assert page._fields["name"].problem == "Type the person’s name"
    assert page._new.passphrase == SECRET
    assert not nameless(page.shell)
    page.forget()
    assert (page._new.passphrase, page._own.text()) == ("", "")


def test_taking_away_is_asked_about_first(qtbot, kit, show):
    page = show(StaffMemberPage(kit, PERSON), MEMBER)
    typed(qtbot, SECRET)
    taken = told(page.taken_away)
    page._take.click()
    dialog = page.window().findChild(Dialog)
    assert dialog.accessibleName() == "Take their way in away?"
    dialog.reject()
    assert taken == []
    settle(qtbot)

    page._take.click()
    page.window().findChildren(Dialog)[-1].accept()
    assert taken == [(SECRET,)]


def test_role_way_in_and_passphrase_are_changed_each_on_its_own(qtbot, kit, show):
    page = show(StaffMemberPage(kit, PERSON), MEMBER)
    assert page._switch.words == "Switch it on again"
    typed(qtbot, SECRET)
    roles, switched, given = told(page.role_chosen), told(page.switched), told(page.given)
    page._role.mark("auditor").click()
    page._role_go.click()
    page._switch.click()
    page._new._secret.setText("new words")
    page._give.click()

    assert (roles, switched, given) == (
        [("auditor", SECRET)],
        [(SECRET,)],
        [("new words", "", SECRET, False)],
    )
    page.show_screen(replace(MEMBER, on=True, done="They can open the vault again."))
    settle(qtbot)
    assert page._switch.words == "Switch it off for a while"
    assert "They can open the vault again." in shown(page)
    assert page._own.text() == ""
    assert not nameless(page.shell)


def test_one_cannot_change_oneself(qtbot, kit, show):
    page = show(StaffMemberPage(kit, PERSON), MINE)

    assert not page._changes.isVisible()
    assert page._mine.isVisible()


def test_the_new_code_is_not_left_behind_by_accident(qtbot, kit, show, tmp_path):
    page = show(NewSheetPage(kit, PERSON, lambda *_: tmp_path / "sheet.pdf"), SheetScreen())
    wanted, saved, on = told(page.wanted), told(page.sheet_wanted), told(page.gone_on)
    typed(qtbot, SECRET)
    pressed(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted == [(SECRET,)]
    page.show_screen(SheetScreen(CODE))
    settle(qtbot)
    assert CODE[:4] in shown(page)

    page.go_back()
    page.window().findChild(Dialog).reject()
    assert on == []
    pressed(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved == [(tmp_path / "sheet.pdf",)]
    page.show_screen(SheetScreen(CODE, saved=True))
    settle(qtbot)
    page.go_back()
    assert on == [()]


def test_a_stronger_way_in_is_offered_calmly(qtbot, kit, show):
    page = show(OwnKeyPage(kit, PERSON), OwnKeyScreen())
    assert "Make it stronger" not in names(page.shell)
    page.show_screen(RENEWABLE)
    settle(qtbot)
    typed(qtbot, SECRET)
    renewed = told(page.renewed)

    next(one for one in page.findChildren(object) if _named(one, "Make it stronger")).click()

    assert renewed == [(SECRET,)]
    assert page._trouble.trouble is None


def test_ones_own_passphrase_is_changed_by_keyboard(qtbot, kit, show):
    page = show(OwnKeyPage(kit, PERSON), OwnKeyScreen())
    sent = told(page.changed)
    for text in ("old words", SECRET, SECRET):
        typed(qtbot, text)
        pressed(qtbot, Qt.Key.Key_Tab)
    pressed(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent == [(Change("old words", SECRET, SECRET),)]

    page.show_screen(OwnKeyScreen(problems=(("own", "Type your own passphrase"),)))
    settle(qtbot)
    assert page._fields["old"].problem == "Type your own passphrase"
    page.show_screen(OwnKeyScreen(done="Your passphrase is changed."))
    settle(qtbot)
    assert (page._old.text(), page._new.passphrase) == ("", "")
    assert not nameless(page.shell)


def test_in_practice_there_is_no_passphrase_to_change(qtbot, kit, show):
    page = show(OwnKeyPage(kit, PERSON), OwnKeyScreen(practice=True))

    assert page._practice.isVisible()
    assert not page._form.isVisible()
    assert not page._go.isVisible()


def test_after_the_sheet_a_name_and_a_passphrase_are_asked_for(qtbot, kit, show):
    page = show(RecoveredPage(kit), RECOVERED)
    sent, left = told(page.submitted), told(page.left)
    pressed(qtbot, Qt.Key.Key_Down)
    for text in (SECRET, SECRET):
        pressed(qtbot, Qt.Key.Key_Tab)
        typed(qtbot, text)
    pressed(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent == [(Chosen("s1", SECRET, SECRET),)]
    assert not page._without.isVisible()

    page.show_screen(replace(RECOVERED, without_offered=True))
    settle(qtbot)
    page._without.choices.mark("without").click()
    pressed(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent[-1][0].without_keyring
    assert not nameless(page.shell)
    assert "Lock" not in names(page.shell)
    page._leave()
    assert left == [()]


# The wait on the locked screen


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1, "You can try again in 1 second"),
        (5, "You can try again in 5 seconds"),
        (60, "You can try again in 1 minute"),
        (130, "You can try again in 2 minutes 10 seconds"),
    ],
)
def test_the_wait_is_said_in_words(seconds, said):
    assert words(seconds) == said


def test_the_button_is_off_with_its_reason_until_the_time_is_up(qtbot, kit, show):
    page = show(UnlockPage(kit), UNLOCK)
    typed(qtbot, SECRET)
    tried = told(page.passphrase_given)
    page.show_screen(replace(UNLOCK, wait=2))
    settle(qtbot)
    assert "You can try again in 2 seconds" in shown(page)
    assert ("Unlock", "You can try again in 2 seconds") in [
        (name, about) for _, name, about in heard(page.shell)
    ]
    assert QApplication.focusWidget() is page._secret
    pressed(qtbot, Qt.Key.Key_Return)
    assert tried == []
    qtbot.waitUntil(lambda: "You can try again in 1 second" in shown(page))

    with qtbot.waitSignal(page.waited):
        pass

    assert not [one for one in shown(page) if one.startswith("You can try again")]
    pressed(qtbot, Qt.Key.Key_Return)
    assert tried == [("s1", SECRET)]


def test_the_keyboard_does_not_stay_on_a_button_that_is_off(qtbot, kit, show):
    page = show(UnlockPage(kit), UNLOCK)
    page._go.setFocus()

    page.show_screen(replace(UNLOCK, wait=60))
    settle(qtbot)

    assert QApplication.focusWidget() is page._secret
    page.show_screen(UNLOCK)
    assert page._go.isEnabled()


def test_another_person_does_not_wait(qtbot, kit, show):
    page = show(UnlockPage(kit), UNLOCK)
    chosen = told(page.person_chosen)
    page._who.setFocus()
    pressed(qtbot, Qt.Key.Key_Down)

    assert chosen == [("s2",)]
