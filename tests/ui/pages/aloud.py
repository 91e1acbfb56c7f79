"""What a screen reader meets on a page."""

from PySide6.QtGui import QAccessible

OPERATED = frozenset(
    {
        QAccessible.Role.PushButton,
        QAccessible.Role.RadioButton,
        QAccessible.Role.CheckBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.ComboBox,
        QAccessible.Role.Table,
    }
)


def heard(widget):
    """Role, name and description of everything in sight."""
    return [
        (node.role(), node.text(QAccessible.Text.Name), node.text(QAccessible.Text.Description))
        for node in _tree(QAccessible.queryAccessibleInterface(widget))
    ]


def names(widget, role=QAccessible.Role.PushButton):
    """The names of everything with a role."""
    return [name for one, name, _ in heard(widget) if one == role]


def nameless(widget):
    """What can be operated and says nothing of itself."""
    return [one for one in heard(widget) if one[0] in OPERATED and not one[1].strip()]


def _tree(node):
    yield node
    for at in range(node.childCount()):
        child = node.child(at)
        if child is not None and not child.state().invisible:
            yield from _tree(child)
