import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless, names
from tests.ui.pages.samples_everyday import CODE, FULL, PROBLEMS, STRONG, WEAK
from welfare_app.presenters.first_run import FirstRunScreen, Said
from welfare_app.ui.pages.first_run_page import FirstRunPage
from welfare_app.ui.parts.dialog import Dialog

SECRET = "four unrelated words here"


@pytest.fixture
def page(kit, opened):
    page = FirstRunPage(kit)
    page.show_screen(FirstRunScreen())
    page.shell = opened(kit, page)
    return page


@pytest.fixture
def sheet(qtbot, page):
    page.show_screen(FirstRunScreen(code=CODE))
    settle(qtbot)
    return page


def typed(qtbot, words):
    qtbot.keyClicks(QApplication.focusWidget(), words)


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_the_whole_form_is_filled_in_by_keyboard(qtbot, page):
    about = ("Fenmarsh Staffing", None, "Alder Mill laptop")
    person = ("Rosa Penhallow", "01632 960118", "rosa@example.org")
    for words in (*about, *person, SECRET, SECRET):
        if words is None:
            pressed(qtbot, Qt.Key.Key_Down)
            pressed(qtbot, Qt.Key.Key_Space)
        else:
            typed(qtbot, words)
        pressed(qtbot, Qt.Key.Key_Tab)

    with qtbot.waitSignal(page.submitted) as sent:
        pressed(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert sent.args == [
        Said(
            organisation="Fenmarsh Staffing",
            nation="wales",
            laptop="Alder Mill laptop",
            name="Rosa Penhallow",
            phone="01632 960118",
            email="rosa@example.org",
            passphrase=SECRET,
            again=SECRET,
        )
    ]


def test_each_letter_of_the_passphrase_is_weighed_with_what_is_known(qtbot, page):
    typed(qtbot, "Fenmarsh")
    page._form.fields["name"].editor.setText("Rosa")
    page._form.fields["passphrase"].focus_editor()

    with qtbot.waitSignal(page.passphrase_typed) as told:
        typed(qtbot, "f")

    assert told.args == ["f", ("Fenmarsh", "Rosa")]


def test_strength_is_said_in_words_under_the_passphrase(qtbot, page):
    page.show_screen(WEAK)
    settle(qtbot)
    assert page._form._strength.isVisible()
    assert page._form._strength.words == "Easy to guess. Four unrelated words are good"

    page.show_screen(STRONG)
    assert page._form._strength.words == "Very good"

    page.show_screen(FirstRunScreen())
    assert not page._form._strength.isVisible()


def test_problems_are_listed_with_the_keyboard_on_the_list_and_nothing_is_emptied(qtbot, page):
    page._form.fields["passphrase"].editor.setText("short")

    page.show_screen(PROBLEMS)
    settle(qtbot)

    here = QApplication.focusWidget()
    assert here.accessibleName() == "Two answers need another look"
    assert "Type your organisation’s name" in here.accessibleDescription()
    assert page._form.fields["passphrase"].editor.text() == "short"
    pressed(qtbot, Qt.Key.Key_Tab)
    pressed(qtbot, Qt.Key.Key_Return)
    assert page._form.fields["organisation"].editor.hasFocus()


def test_a_second_press_while_the_vault_is_made_is_not_heard(qtbot, page):
    page.show_screen(FirstRunScreen(busy=True, enough=True))
    qtbot.waitUntil(lambda: "Making the vault…" in names(page.shell))

    with qtbot.assertNotEmitted(page.submitted):
        page._submit()


def test_practice_is_offered_before_anything_is_made(qtbot, page):
    with qtbot.waitSignal(page.practice_asked):
        page._practice()

    assert "Try it with a sample case" in names(page.shell)


def test_the_code_is_shown_in_its_groups(qtbot, sheet):
    said = [name for _, name, _ in heard(sheet)]

    assert [part for part in said if part in CODE.split("-")] == CODE.split("-")


def test_the_sheet_is_saved_where_someone_says(qtbot, sheet, tmp_path):
    asked = []

    def where(_page, _title, name, _filter):
        asked.append(name)
        return tmp_path / "kept.pdf"

    sheet._ask_for_place = where
    with qtbot.waitSignal(sheet.sheet_wanted) as wanted:
        pressed(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert asked == ["recovery-sheet.pdf"]
    assert wanted.args == [tmp_path / "kept.pdf"]


def test_going_on_without_the_sheet_is_asked_first_and_staying_is_the_safe_answer(qtbot, sheet):
    with qtbot.assertNotEmitted(sheet.gone_on):
        sheet._go_on()
        asked = sheet.shell.findChild(Dialog)
        assert asked.accessibleName() == "Go on without the sheet?"
        pressed(qtbot, Qt.Key.Key_Escape)
    settle(qtbot)

    with qtbot.waitSignal(sheet.gone_on):
        sheet._go_on()
        sheet.shell.findChild(Dialog).accept()


def test_once_the_sheet_is_saved_going_on_is_the_thing_to_do(qtbot, sheet):
    sheet.show_screen(FirstRunScreen(code=CODE, sheet_saved=True))
    settle(qtbot)

    assert QApplication.focusWidget().accessibleName() == "Go on"
    with qtbot.waitSignal(sheet.gone_on):
        pressed(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet.shell.findChild(Dialog) is None


def test_a_sheet_that_could_not_be_saved_leaves_the_code_in_sight(qtbot, sheet):
    sheet.show_screen(FirstRunScreen(code=CODE, trouble=FULL))
    settle(qtbot)

    assert sheet._trouble.isVisible()
    assert sheet._code.isVisible()


def test_everything_has_a_name_and_the_steps_are_only_to_be_read(qtbot, sheet):
    assert not nameless(sheet.shell)
    stops = []
    for _ in range(6):
        pressed(qtbot, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget().accessibleName())
    assert set(stops) == {"Save the recovery sheet", "Go on", "Emergency"}


def test_going_on_without_the_keyring_is_out_of_sight_until_it_is_offered(qtbot, page):
    assert "Make it without this laptop’s keyring" not in names(
        page.shell, QAccessible.Role.CheckBox
    )
    page.show_screen(FirstRunScreen(without_offered=True))
    settle(qtbot)
    page._form._without.choices.mark("without").click()

    assert page._form.said().without_keyring
    assert not nameless(page.shell)
