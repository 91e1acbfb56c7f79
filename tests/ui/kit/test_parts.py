from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.kit.conftest import settle
from welfare_app.ui.parts import Option, flow, mirrored
from welfare_app.ui.parts.typeset import reads_right_to_left

YES_NO = [Option("yes", "Yes"), Option("no", "No"), Option("unsure", "Not sure")]


def test_what_a_person_typed_is_shown_as_it_is(qtbot, kit):
    said = kit.text("**not** <b>mark-up</b> & not a key", "words")
    qtbot.addWidget(said)

    assert said.words == "**not** <b>mark-up</b> & not a key"
    assert said.accessibleName() == said.words


def test_only_marked_words_read_their_marks(qtbot, kit):
    text = kit.text("Call **999** now", marked=True)
    qtbot.addWidget(text)

    assert text.words == "Call 999 now"


def test_text_gets_taller_as_it_gets_narrower(qtbot, kit):
    text = kit.text("Stop asking. Open an incident pack; it tells you the next step.")
    qtbot.addWidget(text)
    line = kit.theme.leading("body")

    assert text.heightForWidth(2000) == line
    assert text.heightForWidth(200) > 2 * line
    assert text.sizeHint().height() == line


def test_line_ends_in_text_are_kept(qtbot, kit):
    text = kit.text("one\ntwo")
    qtbot.addWidget(text)

    assert text.heightForWidth(2000) == 2 * kit.theme.leading("body")


def test_exact_words_run_in_the_direction_of_their_own_script():
    assert reads_right_to_left("«دَين لمن وجد له العمل»")
    assert reads_right_to_left("“He holds my passport”") is False
    assert reads_right_to_left("10:13") is None


def test_a_button_is_pressed_by_the_key_written_on_it(qtbot, kit, on_screen):
    pressed = []
    button = kit.button("Save and continue", key="Ctrl+Enter", pressed=lambda: pressed.append(1))
    window = on_screen(button)

    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)

    assert pressed == [1, 1]


def test_a_key_still_works_when_it_is_not_written(qtbot, kit, on_screen):
    pressed = []
    button = kit.button("Add", key="Ctrl+I", pressed=lambda: pressed.append(1))
    window = on_screen(button)
    wide = button.sizeHint().width()
    button.show_key(shown=False)

    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)

    assert pressed == [1]
    assert button.sizeHint().width() < wide


def test_a_button_that_is_off_says_why_beside_it_and_aloud(qtbot, kit, on_screen):
    button = kit.button("Seal the pack", "primary")
    reason = kit.reason(button)
    on_screen(flow_of(qtbot, button, reason))

    button.off("A second person has not read it yet")
    assert not button.isEnabled()
    assert button.accessibleDescription() == "A second person has not read it yet"
    assert reason.isVisible()
    assert reason.words == "A second person has not read it yet"

    button.rest()
    assert button.isEnabled()
    assert not reason.isVisible()


def flow_of(qtbot, *parts):
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.setLayout(flow(*parts, gap=8))
    return frame


def test_a_busy_button_says_what_it_does_and_comes_back(qtbot, kit):
    button = kit.button("Unlock", "primary")
    qtbot.addWidget(button)

    button.busy("Opening the vault…")
    assert (button.words, button.isEnabled()) == ("Opening the vault…", False)

    button.rest()
    assert (button.words, button.isEnabled()) == ("Unlock", True)


def test_a_button_with_no_words_keeps_its_name(qtbot, kit):
    button = kit.button("", icon="chevron-right", name="Next page")
    qtbot.addWidget(button)
    button.rest()

    assert button.accessibleName() == "Next page"
    assert button.toolTip() == "Next page"


def test_short_work_shows_nothing(qtbot, kit, on_screen):
    bar = kit.busy()
    on_screen(bar)

    bar.start("Sealing the pack")
    bar.progress(1, 2)
    assert not bar.isVisible()
    bar.stop()
    qtbot.wait(450)
    assert not bar.isVisible()


def test_long_work_is_said_in_words_and_can_be_cancelled(qtbot, kit, on_screen):
    bar = kit.busy()
    on_screen(bar)
    bar.start("Sealing the pack")
    qtbot.waitUntil(bar.isVisible)

    [cancel] = [one for one in bar.children() if getattr(one, "words", "") == "Cancel"]
    with qtbot.waitSignal(bar.cancelled):
        cancel.click()


def test_a_leaf_keeps_the_shape_of_its_page(qtbot, kit):
    leaf = kit.leaf()
    qtbot.addWidget(leaf)
    assert leaf.heightForWidth(210) == 297

    leaf.show_image(QImage(100, 50, QImage.Format.Format_RGB32), "Page 2 of 12")
    assert leaf.heightForWidth(200) == 100
    assert leaf.accessibleName() == "Page 2 of 12"


def test_a_row_that_does_not_fit_goes_on_to_the_next_line(qtbot, kit, on_screen):
    one, two = kit.button("Start a welfare interview"), kit.button("Open an incident pack")
    frame = flow_of(qtbot, one, None, two)
    window = on_screen(frame, 800)
    assert one.y() == two.y()
    assert two.geometry().right() == frame.width() - 1

    window.resize(300, 400)
    settle(qtbot)
    assert two.y() > one.y()
    assert two.x() == one.x()


def test_margins_mirror_with_the_page(qapp, source):
    assert mirrored((1, 2, 3, 4)) == (1, 2, 3, 4)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert mirrored((1, 2, 3, 4)) == (3, 2, 1, 4)


def test_every_part_that_is_pressed_is_large_enough(qtbot, kit):
    group = kit.choices(YES_NO)
    large = [kit.button("Go"), group.mark("yes")]
    compact = [kit.button("Go", compact=True)]

    assert all(part.sizeHint().height() >= 44 for part in large)
    assert all(part.sizeHint().height() >= 24 for part in compact)


def test_nothing_in_the_kit_is_styled_one_by_one(qtbot, kit):
    from tests.ui.kit.sample_parts import PartsPage

    page = PartsPage(kit)
    qtbot.addWidget(page)

    assert not [part for part in page.findChildren(QWidget) if part.styleSheet()]
