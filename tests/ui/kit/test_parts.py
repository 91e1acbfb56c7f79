import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.kit.conftest import settle
from welfare_app.ui.parts import Option, column, flow, mirrored
from welfare_app.ui.parts.typeset import reads_right_to_left

YES_NO = [Option("yes", "Yes"), Option("no", "No"), Option("unsure", "Not sure")]


@pytest.fixture
def on_screen(qtbot):
    """Shows a part in a window of its own."""
    kept = []

    def show(part, width=600):
        window = QWidget()
        window.setLayout(column(part, None))
        window.resize(width, 400)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle(qtbot)
        kept.append(window)
        return window

    return show


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


def test_arrows_move_among_choices_and_space_chooses(qtbot, kit, on_screen):
    group = kit.choices(YES_NO, ["yes"])
    on_screen(group)
    group.focus_first()

    QTest.keyClick(group.mark("yes"), Qt.Key.Key_Down)
    assert group.mark("no").hasFocus()
    assert group.value() == "yes"

    QTest.keyClick(group.mark("no"), Qt.Key.Key_Space)
    assert group.value() == "no"


def test_a_first_letter_jumps_to_its_choice(qtbot, kit, on_screen):
    group = kit.choices(YES_NO)
    on_screen(group)
    group.focus_first()

    QTest.keyClicks(group.mark("yes"), "n")
    assert group.mark("no").hasFocus()
    QTest.keyClicks(group.mark("no"), "n")
    assert group.mark("unsure").hasFocus()


def test_changing_an_answer_is_told_once(qtbot, kit, on_screen):
    group = kit.choices(YES_NO, ["yes"])
    on_screen(group)
    told = []
    group.answered.connect(lambda: told.append(group.value()))

    group.mark("no").click()

    assert told == ["no"]


def test_many_answers_may_be_chosen_and_taken_back(qtbot, kit, on_screen):
    group = kit.choices(YES_NO, many=True)
    on_screen(group)
    told = []
    group.answered.connect(lambda: told.append(group.values()))

    group.mark("yes").click()
    group.mark("unsure").click()
    group.mark("yes").click()

    assert told == [("yes",), ("yes", "unsure"), ("unsure",)]


def test_a_follow_up_opens_in_its_choice_and_keeps_what_was_typed(qtbot, kit, on_screen):
    group, typed = kit.choices(YES_NO, ["no"]), kit.area("a friend in town")
    group.put_under("no", kit.field("What was agreed?", typed))
    on_screen(group)
    assert typed.isVisible()

    group.mark("yes").click()
    assert not typed.isVisible()
    group.mark("no").click()
    assert typed.isVisible()
    assert typed.toPlainText() == "a friend in town"


def test_the_whole_row_of_a_choice_presses(qtbot, kit, on_screen):
    group = kit.choices(YES_NO)
    on_screen(group)
    mark = group.mark("no")

    QTest.mouseClick(mark, Qt.MouseButton.LeftButton, pos=mark.rect().center())

    assert group.value() == "no"
    assert mark.height() >= 44


def test_a_field_tells_its_label_hint_and_problem_aloud(qtbot, kit, on_screen):
    line = kit.line("20255")
    field = kit.field("The year it began", line, hint="A guess is fine.")
    on_screen(field)

    field.set_problem("A year has four digits")
    assert line.accessibleName() == "The year it began"
    assert line.accessibleDescription() == "A guess is fine. A year has four digits"
    assert line.property("problem")
    assert line.text() == "20255"

    field.set_problem("")
    assert line.accessibleDescription() == "A guess is fine."
    assert not line.property("problem")


def test_a_problem_list_takes_the_focus_and_its_links_lead_to_the_fields(qtbot, kit, on_screen):
    line, fine = kit.line(), kit.line()
    field, well = kit.field("Phone", line), kit.field("Name", fine)
    problems = kit.problems()
    frame = QWidget()
    frame.setLayout(column(problems, field, well))
    on_screen(frame)
    field.set_problem("One digit short")

    problems.show_problems("One answer needs another look", [field, well])
    assert problems.hasFocus()
    assert problems.accessibleDescription() == "One digit short"

    [link] = [one for one in problems.children() if isinstance(one, type(kit.link("")))]
    assert link.accessibleName() == "Phone: One digit short"
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert line.hasFocus()

    field.set_problem("")
    problems.show_problems("", [field, well])
    assert not problems.isVisible()


def test_long_text_starts_one_line_high_and_grows(qtbot, kit, on_screen):
    area = kit.area()
    on_screen(area)
    low = area.height()

    area.setPlainText("one\ntwo\nthree")
    settle(qtbot)

    assert low <= kit.theme.size("control") + 12
    assert area.height() > low + kit.theme.leading("body")


def test_the_count_shows_from_four_fifths_and_stops_nobody(qtbot, kit, on_screen):
    area = kit.area(limit=10)
    counts = []
    area.counted.connect(counts.append)
    on_screen(kit.field("What happened", area))

    area.setPlainText("1234567")
    area.setPlainText("12345678")
    area.setPlainText("123456789012")

    assert counts == ["", "8 of 10 characters", "12 of 10 characters"]
    assert area.toPlainText() == "123456789012"


def test_scrolling_past_a_list_never_changes_its_answer(qtbot, kit, on_screen):
    pick = kit.pick([Option("PL", "Poland"), Option("RO", "Romania")], "PL")
    on_screen(pick)
    at = QPointF(pick.rect().center())
    wheel = QWheelEvent(
        at,
        QPointF(pick.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    pick.event(wheel)

    assert pick.value() == "PL"


def test_half_an_entry_is_not_an_answer(qtbot, kit, on_screen):
    pick = kit.pick([Option("PL", "Poland"), Option("RO", "Romania")], "PL", search=True)
    on_screen(pick)

    pick.setEditText("Rom")
    assert pick.value() == ""
    pick.choose("RO")
    assert pick.value() == "RO"
    pick.choose("nowhere")
    assert pick.value() == ""


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
    large = [kit.button("Go"), kit.choices(YES_NO).mark("yes")]
    compact = [kit.button("Go", compact=True)]

    assert all(part.sizeHint().height() >= 44 for part in large)
    assert all(part.sizeHint().height() >= 24 for part in compact)


def test_nothing_in_the_kit_is_styled_one_by_one(qtbot, kit):
    from tests.ui.kit.samples import PartsPage

    page = PartsPage(kit)
    qtbot.addWidget(page)

    assert not [part for part in page.findChildren(QWidget) if part.styleSheet()]
