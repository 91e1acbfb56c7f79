import pytest
from PySide6.QtGui import QAccessible

from tests.ui.kit.sample_parts import PartsPage
from tests.ui.kit.samples import HomePage, LeafPage, QuestionPage, TablePage
from welfare_app.ui.parts import Question

OPERATED = {
    QAccessible.Role.PushButton,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.Table,
    QAccessible.Role.Dialog,
    QAccessible.Role.Grouping,
}


def tree(node):
    """Everything a screen reader meets."""
    yield node
    for at in range(node.childCount()):
        child = node.child(at)
        if child is not None and not child.state().invisible:
            yield from tree(child)


def heard(shell):
    return [
        (node.role(), node.text(QAccessible.Text.Name), node.text(QAccessible.Text.Description))
        for node in tree(QAccessible.queryAccessibleInterface(shell))
    ]


@pytest.mark.parametrize("build", [HomePage, QuestionPage, PartsPage, LeafPage])
def test_everything_that_is_operated_has_a_name(qtbot, kit, opened, build):
    shell = opened(kit, build(kit))
    operated = [one for one in heard(shell) if one[0] in OPERATED]

    assert len(operated) > 5
    assert not [one for one in operated if not one[1].strip()]


def test_a_table_has_a_name_and_reads_its_cells(qtbot, kit, opened):
    page = TablePage(kit)
    opened(kit, page)
    table = QAccessible.queryAccessibleInterface(page.table)

    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Cases"
    assert page.model.data(page.model.index(0, 1)) == "Worker 0"


def test_parts_are_what_they_look_like(qtbot, kit, opened):
    said = heard(opened(kit, QuestionPage(kit)))

    def role_of(name):
        return {role for role, words, _ in said if words == name}

    assert QAccessible.Role.RadioButton in role_of("Not sure")
    assert QAccessible.Role.Grouping in role_of("Is there somewhere safe to sleep tonight?")
    assert QAccessible.Role.EditableText in role_of("A number that is safe to call")
    assert QAccessible.Role.PushButton in role_of("Free recall")
    assert QAccessible.Role.StaticText in role_of("Signs")


def test_steps_say_how_they_stand(qtbot, kit, opened):
    said = heard(opened(kit, QuestionPage(kit)))

    assert (QAccessible.Role.PushButton, "Free recall", "done") in said
    assert (QAccessible.Role.PushButton, "Needs", "you are here") in said


def test_the_problem_is_read_with_its_field(qtbot, kit, opened):
    said = heard(opened(kit, QuestionPage(kit)))

    [about] = [
        about
        for role, name, about in said
        if name == "A number that is safe to call" and role == QAccessible.Role.EditableText
    ]
    assert about.startswith("A phone only they answer. Say when it is safe.")
    assert about.endswith("This number is one digit short: a UK mobile has 11")


def test_a_question_is_a_dialog_to_screen_readers(qtbot, kit, opened):
    shell = opened(kit, HomePage(kit))
    shell.ask(
        Question("Close the pack?", "You can open it again.", "Close it", "Not now"), lambda _: None
    )

    assert (QAccessible.Role.Dialog, "Close the pack?", "You can open it again.") in heard(shell)
