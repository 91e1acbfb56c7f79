from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.kit.conftest import settle
from welfare_app.ui.parts import Option, column

YES_NO = [Option("yes", "Yes"), Option("no", "No"), Option("unsure", "Not sure")]


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
