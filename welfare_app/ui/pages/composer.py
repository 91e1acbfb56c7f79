"""Where lines of a talk are typed: always at hand, one key for each kind of line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout

from welfare_app.domain.notes import LineKind, Original
from welfare_app.presenters.notes import NoteLine, Speech
from welfare_app.services.take_notes import Heard
from welfare_app.ui.editors.language import Languages, run_towards
from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Button, Kit, Option, column, flow, holding, row
from welfare_app.ui.parts.keys import shortcut

PAUSE_MS = 800
"""How long someone stops typing before what they typed is kept as a draft."""

KINDS: Sequence[tuple[LineKind, str, str]] = (
    (LineKind.SAID, "Their words", "Ctrl+'"),
    (LineKind.NOTE, "Note", "Ctrl+1"),
    (LineKind.ASKED, "I asked", "Ctrl+2"),
    (LineKind.SEEN, "I saw", "Ctrl+3"),
    (LineKind.BREAK, "Break", "Ctrl+4"),
)
ROOM = (LineKind.ROOM, "Who is here", "Ctrl+5")
"""Not among the kinds of every minute: its button stands with the actions."""

_STAYS = frozenset({LineKind.SAID, LineKind.NOTE})
"""Kinds one goes on in; after any other the one before comes back."""
_LANGUAGE_KEY = "Ctrl+Shift+'"
_ROWS = 2
"""How many lines stand open to be typed in."""


class Composer(QFrame):
    """Enter keeps the line, Shift+Enter begins another within it."""

    kept = Signal(object)
    """The `Heard` that was typed."""
    drafted = Signal(object)
    """The `Heard` that is still being typed, once the person pauses; nothing where it is empty."""
    unfinished = Signal()
    """Only words of another language were typed: the line cannot be kept yet."""
    looked_up = Signal()
    """The arrow up in an empty line: to the lines before."""

    def __init__(self, kit: Kit, languages: Languages) -> None:
        super().__init__()
        self.setObjectName("compose")
        self._kit, self._languages = kit, languages
        self._kind = self._base = LineKind.SAID
        self._about: NoteLine | None = None
        self._speech = Speech()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.tell_draft)
        self._make_kinds()
        self._make_boxes()
        edge, gap = kit.space(4), kit.space(3)
        self.setLayout(
            column(
                self._adding,
                self._line(gap),
                self._theirs,
                kit.space(2),
                self._modes,
                margins=(edge, kit.space(3), gap, gap),
            )
        )
        self.choose(LineKind.SAID)

    def refold(self, *, narrow: bool) -> None:
        """Take less room where there is little: the box still grows with what is typed."""
        self.area.begin_with(1 if narrow else _ROWS)

    @property
    def typed(self) -> bool:
        """Whether anything stands in it that is not kept yet."""
        return bool(self.area.toPlainText().strip() or self._original.toPlainText().strip())

    @property
    def heard(self) -> Heard:
        """What is typed so far."""
        words = self._original.toPlainText().strip()
        original = Original(words, self._language.value(), self._by.text().strip())
        return Heard(
            self._kind,
            self.area.toPlainText(),
            original if words else None,
            self._about.id if self._about else None,
        )

    def show_speech(self, speech: Speech) -> None:
        """Know which language is likely spoken, and who translates."""
        if speech != self._speech:
            self._speech = speech
            if not self._original.toPlainText():
                self._language.choose(speech.language)
                self._by.setText(speech.translator)
                self._run()

    def show_draft(self, heard: Heard, about: NoteLine | None = None) -> None:
        """Put back what was being typed; `about` is the line it adds to, if it adds to one."""
        self.choose(heard.kind)
        if about is not None:
            self.add_to(about)
        self.area.setPlainText(heard.words)
        self.area.moveCursor(QTextCursor.MoveOperation.End)
        if heard.original:
            self._theirs.show()
            self._original.setPlainText(heard.original.words)
            self._language.choose(heard.original.language)
            self._by.setText(heard.original.translator)
            self._run()

    def add_to(self, line: NoteLine) -> None:
        """What comes next adds to a line; that line stays as it is."""
        self._about = line
        self._adding_words.say(f"Adding to {line.time}")
        self._adding.show()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """The line is kept: begin the next."""
        self._pause.stop()
        for box in (self.area, self._original):
            box.blockSignals(True)
            box.clear()
            box.blockSignals(False)
        self._theirs.hide()
        self._stop_adding()
        self.choose(self._base)

    def choose(self, kind: LineKind) -> None:
        """Type another kind of line. What is typed stays."""
        self._kind = kind
        if kind in _STAYS:
            self._base = kind
        said = kind is LineKind.SAID
        role = "words" if said else "body"
        self.area.setFont(self._kit.theme.font(role))
        self._bar.setVisible(said)
        self._in_theirs.setVisible(said)
        if not said and not self._original.toPlainText().strip():
            self._theirs.hide()
        for one, button in self._buttons.items():
            button.dress("chosen" if one is kind else "quiet")
        name = next(words for one, words, _ in (*KINDS, ROOM) if one is kind)
        self.area.setAccessibleName(f"{name}. Enter keeps the line")
        if self.area.hasFocus():
            announce(self.area, name)
        if self.area.toPlainText():
            self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps the line; the arrow up leaves an empty one."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
            return True
        empty = watched is self.area and not self.area.toPlainText()
        if plain and event.key() == Qt.Key.Key_Up and empty:
            self.looked_up.emit()
            return True
        return False

    @Slot()
    def give(self) -> None:
        """Give the line to be kept, unless there is none."""
        if self.area.toPlainText().strip():
            self.kept.emit(self.heard)
        elif self.typed:
            self.unfinished.emit()
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def tell_draft(self) -> None:
        """Say what is being typed."""
        self._pause.stop()
        heard = self.heard
        self.drafted.emit(heard if heard.words.strip() or heard.original else None)

    def _make_boxes(self) -> None:
        kit = self._kit
        self._bar = kit.bar()
        self.area = kit.area(
            rows=_ROWS, most=6, placeholder="What you hear. Enter keeps the line with its time."
        )
        self._adding_words = kit.text("", "caption_strong", "accent", figures=True)
        stop = kit.button("Not so", "quiet", compact=True, pressed=self._stop_adding)
        self._adding = holding(row(self._adding_words, kit.space(2), stop, None))
        self._adding.hide()
        self._original = kit.area(rows=1, most=6)
        self._original.setFont(kit.theme.font("words"))
        self._original.setAccessibleName("The same in their language")
        options = [Option(tag, name) for tag, name, _ in self._languages]
        self._language = kit.pick(options, search=True, empty="Language")
        self._language.setAccessibleName("Language of these words")
        self._language.answered.connect(self._run)
        self._by = kit.line(placeholder="Who put it into English")
        self._by.setAccessibleName("Who put it into English")
        self._by.textEdited.connect(self._typed)
        self._by.returnPressed.connect(self.give)
        under = row(self._language, self._by, gap=kit.space(2))
        inner = column(self._original, kit.space(2), under)
        self._theirs = holding(row(kit.bar("control"), inner, gap=kit.space(3)))
        self._theirs.hide()
        for box in (self.area, self._original):
            box.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
            box.installEventFilter(self)
            box.textChanged.connect(self._typed)
        self.area.setProperty("ring", "parent")

    def _line(self, gap: int) -> QHBoxLayout:
        line = row(self._bar, self.area, self._in_theirs, gap=gap)
        line.setAlignment(self._in_theirs, Qt.AlignmentFlag.AlignTop)
        return line

    def _make_kinds(self) -> None:
        kit = self._kit
        self._buttons: dict[LineKind, Button] = {}
        for kind, words, key in (*KINDS, ROOM):
            icon = "text-quote" if kind is LineKind.SAID else ""
            button = kit.button(words, "quiet", icon=icon, key=key, compact=True)
            button.clicked.connect(lambda _=False, chosen=kind: self._pressed(chosen))
            self._buttons[kind] = button
        self.room_button = self._buttons[LineKind.ROOM]
        self._in_theirs = kit.button(
            "",
            "quiet",
            icon="languages",
            name=f"The same in their language, {_LANGUAGE_KEY}",
            compact=True,
            pressed=self._open_theirs,
        )
        shortcut(_LANGUAGE_KEY, self).activated.connect(self._in_theirs.click)
        shown = [self._buttons[kind] for kind, _, _ in KINDS]
        self._modes = holding(flow(*shown, gap=kit.space(1)))

    def _pressed(self, kind: LineKind) -> None:
        self.choose(kind)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open_theirs(self) -> None:
        self._theirs.show()
        self._original.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _stop_adding(self) -> None:
        self._about = None
        if not self._adding.isHidden():
            self._adding.hide()
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _run(self) -> None:
        tag = self._language.value()
        rtl = any(one == tag and runs for one, _, runs in self._languages)
        run_towards(self._original, rtl=rtl)

    @Slot()
    def _typed(self) -> None:
        self._pause.start()
