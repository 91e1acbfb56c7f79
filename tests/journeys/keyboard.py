"""A person who has only a keyboard, and eyes: keys go to the window, and the screen is read.

Nothing here knows a page. What has the keyboard and what can be seen is asked of QAccessible,
as a screen reader would ask it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

Role, Words = QAccessible.Role, QAccessible.Text

LONG = 20_000
"""Milliseconds that something may take on a slow machine."""
ROUND = 250
"""Tabs after which anyone would give up."""
MARKS = frozenset({Role.RadioButton, Role.CheckBox})
TYPED = frozenset({Role.EditableText, Role.ComboBox})
MAIN_ENTER = {"Ctrl+Enter": "Ctrl+Return", "Enter": "Return"}


class Keyboard:
    """Presses keys, finds its way by Tab, and remembers everything it stood on."""

    def __init__(self, qtbot, window: QWidget):
        self._qtbot, self._window = qtbot, window
        self.stood_on: list[tuple[str, str]] = []
        self.nameless: list[str] = []
        self.presses = 0

    # Keys

    def press(self, *keys: str) -> None:
        """Press keys by their names, such as "Ctrl+Enter"."""
        for key in keys:
            combination = QKeySequence(MAIN_ENTER.get(key, key))[0]
            self._remember(key)
            QTest.keyClick(_target(), combination.key(), combination.keyboardModifiers())
            self.presses += 1
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type words where the keyboard is."""
        self._remember(f"the words {text[:12]!r}")
        target = _target()
        for letter in text:
            QTest.keyClick(target, letter)
        self.presses += len(text)
        QApplication.processEvents()

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until the keyboard is at something of this name, or in a group of it."""
        passed = []
        for _ in range(ROUND):
            if self.is_at(name):
                return
            passed.append(self.name)
            self.press("Shift+Tab" if back else "Tab")
        seen = list(dict.fromkeys(passed))
        message = f"no way by Tab to {name!r}; passed {seen}"
        raise AssertionError(message)

    def go_to(self, name: str) -> None:
        """Tab to a button and press it."""
        self.tab_to(name)
        self.press("Space")

    def choose(self, words: str) -> None:
        """Choose one of the answers where the keyboard is: arrows, then Space."""
        self._arrow_to(words)
        if not self.state.checked:
            self.press("Space")
        assert self.state.checked, f"Space did not choose {words!r}"

    def tick(self, *words: str) -> None:
        """Tick answers where the keyboard is."""
        for one in words:
            self.choose(one)

    def pick(self, entry: str) -> None:
        """Find an entry of a long list by its first letters, and take it with Enter."""
        self.write("")
        for letter in entry:
            self.type(letter)
            if self.marked_entry() == entry:
                break
        if self.marked_entry():
            self._down_to(entry)
            self.press("Enter")
        assert self.value == entry, f"picked {self.value!r} for {entry!r}"

    def pick_from(self, entry: str) -> None:
        """Move to an entry of a short list without opening it."""
        before = None
        while self.value not in (entry, before):
            before = self.value
            self.press("Down")
        assert self.value == entry, f"{entry!r} is not in the list"

    def write(self, text: str) -> None:
        """Write these words instead of what stands there."""
        self.press("Ctrl+A", "Backspace")
        self.type(text)

    # Where the keyboard is

    @property
    def widget(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, f"the keyboard is nowhere; last on {self.stood_on[-3:]}"
        return found

    @property
    def interface(self) -> QAccessibleInterface:
        """What a screen reader knows of it."""
        return QAccessible.queryAccessibleInterface(self.widget)

    @property
    def name(self) -> str:
        """What it is called.

        On X11 Qt gives a list that drops down its value for a name, and its name as a relation.
        """
        if self.interface.role() == Role.ComboBox:
            return self.widget.accessibleName()
        return self.interface.text(Words.Name)

    @property
    def value(self) -> str:
        """What stands in it."""
        return _typed(self.interface) or self.interface.text(Words.Value)

    @property
    def state(self) -> QAccessible.State:
        """Whether it is chosen, and so on."""
        return self.interface.state()

    @property
    def caret(self) -> int:
        """Before which letter the next one would be typed."""
        return self.interface.textInterface().cursorPosition()

    def is_at(self, name: str) -> bool:
        """Whether the keyboard is at this, or among the answers to it."""
        here = self.interface
        return self.name == name or (
            here.role() in MARKS and here.parent().text(Words.Name) == name
        )

    # What is on the screen

    def screen(self) -> str:
        """Everything that can be read, a line for each thing."""
        return "\n".join(_words(QAccessible.queryAccessibleInterface(self._window)))

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere."""
        return words in self.screen()

    def wait_for(self, words: str) -> None:
        """Look at the screen until the words stand there."""
        try:
            self._qtbot.waitUntil(lambda: self.sees(words), timeout=LONG)
        except self._qtbot.TimeoutError:
            message = f"{words!r} never came; the screen said:\n{self.screen()}"
            raise AssertionError(message) from None

    def buttons(self) -> list[str]:
        """The names of all buttons in sight."""
        top = QAccessible.queryAccessibleInterface(self._window)
        return [one.text(Words.Name) for one in _tree(top) if one.role() == Role.PushButton]

    def marked_entry(self) -> str:
        """The entry on offer under a line that Enter would take, if any."""
        top = QAccessible.queryAccessibleInterface(self._window)
        for one in _tree(top):
            if one.role() == Role.List and one.text(Words.Name) == "Entries that match":
                rows = [one.child(at) for at in range(one.childCount())]
                return next((row.text(Words.Name) for row in rows if row.state().selected), "")
        return ""

    # Asking for a file

    @contextmanager
    def naming_a_file(self, path: Path) -> Iterator[None]:
        """Type a path into the question for a file that comes meanwhile, and press Enter.

        The question waits for its answer inside the program, so the keys come from a timer.
        """
        asked = QTimer()
        answered = []

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog) or QApplication.focusWidget() is None:
                return
            asked.stop()
            self.write(str(path))
            self.press("Enter")
            answered.append(path)

        asked.timeout.connect(answer)
        asked.start(20)
        yield
        self._qtbot.waitUntil(lambda: bool(answered), timeout=LONG)
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=LONG)
        # a window manager would do this: offscreen there is none
        self._window.activateWindow()
        self._qtbot.waitUntil(self._window.isActiveWindow, timeout=LONG)
        self._qtbot.wait(1)

    # Within

    def _remember(self, doing: str) -> None:
        asking = isinstance(QApplication.activeWindow(), QFileDialog)
        role, name = str(self.interface.role()), self.name.strip()
        self.stood_on.append((name, doing))
        if not name and not asking:
            self.nameless.append(f"{type(self.widget).__name__} ({role}) before {doing}")

    def _arrow_to(self, words: str) -> None:
        assert self.interface.role() in MARKS, f"no answers to choose from at {self.name!r}"
        passed = []
        while self.name != words:
            assert self.name not in passed, f"{words!r} is not among {passed}"
            passed.append(self.name)
            self.press("Down")

    def _down_to(self, entry: str) -> None:
        passed = []
        while self.marked_entry() != entry:
            assert self.marked_entry() not in passed, f"{entry!r} is not among {passed}"
            passed.append(self.marked_entry())
            self.press("Down")


def _target():
    """The window that has the keyboard, as the system would choose it."""
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    return window


def _typed(one: QAccessibleInterface) -> str:
    text = one.textInterface()
    return text.text(0, text.characterCount()) if text is not None else ""


def _tree(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield top
    for at in range(top.childCount()):
        child = top.child(at)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from _tree(child)


def _words(top: QAccessibleInterface) -> Iterator[str]:
    for one in _tree(top):
        if name := one.text(Words.Name).strip():
            yield name
        if one.role() in TYPED and (typed := _typed(one)):
            yield typed
