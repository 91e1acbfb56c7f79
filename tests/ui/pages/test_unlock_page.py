from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import nameless, names
from tests.ui.pages.samples_everyday import RECOVERING, UNLOCK, WRONG
from welfare_app.presenters.unlock import UnlockScreen
from welfare_app.ui.pages.unlock_page import UnlockPage


@pytest.fixture
def page(kit, opened):
    page = UnlockPage(kit)
    page.show_screen(UNLOCK)
    page.shell = opened(kit, page)
    return page


def typed(qtbot, words):
    qtbot.keyClicks(QApplication.focusWidget(), words)


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_someone_types_a_passphrase_and_presses_enter(qtbot, page):
    with qtbot.waitSignal(page.passphrase_given) as given:
        typed(qtbot, "four unrelated words here")
        pressed(qtbot, Qt.Key.Key_Return)

    assert given.args == ["s1", "four unrelated words here"]


def test_another_person_is_picked_by_keyboard(qtbot, page):
    pressed(qtbot, Qt.Key.Key_Backtab)
    pressed(qtbot, Qt.Key.Key_Down)
    pressed(qtbot, Qt.Key.Key_Tab)
    typed(qtbot, "something")

    with qtbot.waitSignal(page.passphrase_given) as given:
        pressed(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert given.args == ["s2", "something"]


def test_enter_on_the_button_unlocks_too(qtbot, page):
    typed(qtbot, "something")
    pressed(qtbot, Qt.Key.Key_Tab)

    with qtbot.waitSignal(page.passphrase_given):
        pressed(qtbot, Qt.Key.Key_Return)


def test_an_empty_passphrase_is_asked_for_and_not_tried(qtbot, page):
    with qtbot.assertNotEmitted(page.passphrase_given):
        pressed(qtbot, Qt.Key.Key_Return)

    assert page._secret_field.problem == "Type your passphrase"
    typed(qtbot, "s")
    assert page._secret_field.problem == ""


def test_a_wrong_passphrase_is_told_under_the_field_and_can_be_typed_over(qtbot, page):
    typed(qtbot, "wrong")
    before = page._secret.mapTo(page, page._secret.rect().topLeft())

    page.show_screen(replace(UNLOCK, trouble=WRONG))
    settle(qtbot)

    card = page._trouble
    assert card.isVisible()
    assert card.accessibleName() == "That did not open it."
    assert "Check Caps Lock" in card.accessibleDescription()
    assert card.mapTo(page, card.rect().topLeft()).y() > before.y()
    assert page._secret.mapTo(page, page._secret.rect().topLeft()) == before
    assert QApplication.focusWidget() is page._secret
    typed(qtbot, "right")
    assert page._secret.text() == "right"


def test_a_wrong_passphrase_is_told_in_sight_at_twice_the_size(qtbot, large, opened):
    page = UnlockPage(large)
    page.show_screen(UNLOCK)
    shell = opened(large, page)

    page.show_screen(replace(UNLOCK, trouble=WRONG))
    settle(qtbot)

    for part in (page._secret, page._trouble):
        assert part.visibleRegion().boundingRect() == part.rect()
    assert shell.isVisible()


def test_the_field_stays_typeable_while_the_vault_opens(qtbot, page):
    typed(qtbot, "something")

    page.show_screen(replace(UNLOCK, busy=True))

    assert page._go.words == "Unlock"
    qtbot.waitUntil(lambda: page._go.words == "Opening the vault…")
    assert page._secret.hasFocus()
    with qtbot.assertNotEmitted(page.passphrase_given):
        pressed(qtbot, Qt.Key.Key_Return)
    page.show_screen(UNLOCK)
    assert page._go.words == "Unlock"
    assert page._secret.text() == "something"


def test_a_quick_unlock_says_nothing_of_being_busy(qtbot, page):
    page.show_screen(replace(UNLOCK, busy=True))
    page.show_screen(UNLOCK)
    qtbot.wait(page.kit.theme.tokens.motion.busy_after_ms + 50)

    assert page._go.words == "Unlock"
    assert page._go.isEnabled()


def test_the_recovery_sheet_is_one_link_away_and_back(qtbot, page):
    with qtbot.waitSignal(page.recovery_asked) as asked:
        page._forgotten.setFocus()
        pressed(qtbot, Qt.Key.Key_Return)
    assert asked.args == [True]

    page.show_screen(RECOVERING)
    settle(qtbot)
    assert page._code.hasFocus()
    typed(qtbot, "7k2m 9qxa")
    with qtbot.waitSignal(page.code_given) as given:
        pressed(qtbot, Qt.Key.Key_Return)
    assert given.args == ["7k2m 9qxa"]

    with qtbot.waitSignal(page.recovery_asked) as asked:
        page._remembered.click()
    assert asked.args == [False]


def test_practice_is_offered_without_unlocking(qtbot, page):
    with qtbot.waitSignal(page.practice_asked):
        page._practise.click()


def test_nobody_is_asked_for_a_passphrase_where_nobody_is_known(qtbot, page):
    page.show_screen(UnlockScreen("Good morning", (), trouble=WRONG))
    settle(qtbot)

    assert not page._secret.isVisible()
    assert not page._go.isVisible()
    assert page._trouble.isVisible()


def test_the_organisation_is_shown_only_where_it_is_known(qtbot, kit, opened):
    told = UnlockPage(kit, "Fenmarsh Staffing, Alder Mill laptop")
    told.show_screen(UNLOCK)

    assert "Fenmarsh" not in " ".join(one.words for one in texts(UnlockPage(kit)))
    assert "Fenmarsh" in " ".join(one.words for one in texts(told))


def test_drawing_again_keeps_the_person_and_what_is_typed(qtbot, page):
    page._who.choose("s2")
    typed(qtbot, "half a passph")

    page.show_screen(UnlockScreen("Good afternoon", UNLOCK.people))

    assert page._who.value() == "s2"
    assert page._secret.text() == "half a passph"
    assert page._secret.hasFocus()


def test_everything_has_a_name_and_there_is_no_lock(qtbot, page):
    assert not nameless(page.shell)
    assert names(page.shell) == [
        "Emergency",
        "Unlock",
        "I cannot remember it",
        "Practise with a sample case",
    ]


def texts(page):
    from welfare_app.ui.parts import Text

    return page.findChildren(Text)


def test_where_nothing_can_be_opened_a_backup_is_offered_and_otherwise_not(qtbot, page):
    assert "Restore from a backup" not in names(page.shell)

    page.show_screen(replace(UNLOCK, people=(), trouble=WRONG, restores=True))
    settle(qtbot)

    assert QApplication.focusWidget().accessibleName() == "Restore from a backup"
    with qtbot.waitSignal(page.restore_asked):
        page._restore.click()
