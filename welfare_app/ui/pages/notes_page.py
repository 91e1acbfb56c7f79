"""A step of notes: the lines of the talk, and the composer they are typed in."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot

from welfare_app.presenters.notes import NoteLine, NotesScreen
from welfare_app.presenters.questions import Option
from welfare_app.services.take_notes import Heard
from welfare_app.ui.editors import Languages
from welfare_app.ui.pages.composer import Composer
from welfare_app.ui.pages.gate_card import GateCard
from welfare_app.ui.pages.job_rail import JobRail
from welfare_app.ui.pages.note_stream import NoteStream
from welfare_app.ui.pages.notices import Notices
from welfare_app.ui.pages.open_questions import OpenQuestions
from welfare_app.ui.pages.tag_panel import TagPanel
from welfare_app.ui.pages.talk_side import TalkSide
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Kit, column, flow, holding, row
from welfare_app.ui.parts.keys import shortcut
from welfare_app.ui.parts.layout import hugging
from welfare_app.ui.shell import Page
from welfare_app.ui.shell.fold import Fold

_SHOWN = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})
_IN_ENGLISH = "Say in English too what it means, or that you do not know. It is still here."
_TOO_MUCH = "That was too much to paste at once. Keep it as a file in the incident pack."


class NotesPage(Page):
    """The composer always has the keyboard; everything else is a key away."""

    line_kept = Signal(object)
    """The `Heard`."""
    drafted = Signal(object)
    tagged = Signal(str, str)
    line_sign_wanted = Signal(str)
    question_asked = Signal(str, bool)
    question_marked = Signal(str, str)
    finished = Signal()
    gate_passed = Signal(str)
    stepped_back = Signal()
    step_chosen = Signal(str)
    kept = Signal(str)

    def __init__(self, kit: Kit, languages: Languages = ()) -> None:
        super().__init__(kit, "Notes", back="Pause", fills=True, tight=True)
        self._topics: tuple[Option, ...] = ()
        self._kept = ""
        self._whole = True
        self._rail = JobRail(self, self.step_chosen)
        self._questions = OpenQuestions(kit, self)
        self._stream = NoteStream(kit.theme)
        self._stream.left.connect(self._write)
        self._stream.wrote.connect(self._write_on)
        self.side_panel = TalkSide(self, self._questions)
        self._make_head()
        self._make_foot(languages)
        self._questions.asked.connect(self.question_asked)
        self._questions.marked.connect(self.question_marked)
        self._questions.looked_for.connect(self.side_wanted)
        for done in (self._questions.asked, self._questions.marked):
            done.connect(self._write)
        self.first = self._composer.area

    def show_screen(self, screen: NotesScreen) -> None:
        """Draw the step; what is being typed stays."""
        self._title.say(screen.title)
        self._length.say(screen.length)
        self._intro.say(screen.intro)
        self._topics = screen.topics
        self._rail.show_rail(screen.rail)
        self._trouble.show_trouble(screen.trouble)
        self._gate.show_gate(screen.gate)
        self._notices.show_notices(screen.notices)
        self._stream.show_lines(screen.lines)
        self._empty.setVisible(not screen.lines)
        self._whole = screen.beside.course is None
        self._serious.setVisible(self.fold is Fold.ONE and self._whole)
        self._composer.show_speech(screen.speech)
        self.side_panel.show_aside(screen.beside)
        self._questions.show_questions(screen.questions)
        if self._finish.words != screen.finish:
            self._finish.say(screen.finish)
        if screen.where != self.where:
            self.where = screen.where
            self.arranged.emit()
        if screen.kept != self._kept:
            self._kept = screen.kept
            self.kept.emit(screen.kept)

    def show_draft(self, heard: Heard) -> None:
        """Put back what was being typed, and what it adds to."""
        self._composer.show_draft(heard, self._stream.line_of(heard.about))

    def line_is_kept(self) -> None:
        """The line is in the vault: begin the next."""
        self._composer.clear()

    def report_all(self) -> None:
        """Keep what is being typed, as before the page goes."""
        self._composer.tell_draft()

    def refold(self, fold: Fold) -> None:
        """Give the lines what room there is: in one column the button above says the step."""
        super().refold(fold)
        narrow = fold is Fold.ONE
        self._head.setVisible(not narrow)
        self._serious.setVisible(narrow and self._whole)
        self._composer.refold(narrow=narrow)
        self._make_room()
        area = self._scroll_area()
        if area is not None:
            area.viewport().installEventFilter(self)
            QTimer.singleShot(0, self, self._fill)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what asks for room: a panel that opens, a foot that grows."""
        if event.type() in _SHOWN:
            self._make_room()
        elif event.type() == QEvent.Type.Resize and watched not in self._panels:
            self._fill()
        return False

    @Slot()
    def _fill(self) -> None:
        """Be as high as there is room, with all that helps beneath: the lines get the rest."""
        area = self._scroll_area()
        if area is not None:
            least = area.viewport().height() - self.y() - self.kit.space(4)
            self.setMinimumHeight(0 if self.fold is Fold.THREE else max(0, least))

    def _make_room(self) -> None:
        """While a question is open, what is being typed stands back, as it is."""
        opened = [panel for panel in self._panels if not panel.isHidden()]
        aside = any(one is not self._tags or self.fold is Fold.ONE for one in opened)
        if aside != self._writing.isHidden():
            self._writing.setVisible(not aside)
            if not aside:
                self._write()
        self._notices.setVisible(self.fold is not Fold.ONE or not self._empty.isHidden())

    def _make_head(self) -> None:
        kit = self.kit
        self._title = kit.text("", "title")
        self._title.setAccessibleDescription("heading")
        self._length = kit.text("", "small", "quiet", figures=True, one_line=True)
        self._intro = kit.text("", "body", "quiet")
        self._trouble = TroubleCard(kit, below=4)
        self._gate = GateCard(kit)
        self._gate.passed.connect(self.gate_passed)
        self._notices = Notices(kit)
        self._head = holding(
            column(
                row(self._title, None, self._length),
                kit.space(1),
                self._intro,
                kit.space(3),
                kit.hair(),
                kit.space(3),
            )
        )
        self._empty = kit.text(
            "Nothing written down yet. Say your opening words, then listen.", "body", "quiet"
        )
        self.put_body(
            self._head,
            self._notices,
            self._trouble,
            self._gate,
            self._empty,
            self._stream,
        )

    def _make_foot(self, languages: Languages) -> None:
        kit = self.kit
        self._composer = Composer(kit, languages)
        self._composer.kept.connect(self.line_kept)
        self._composer.drafted.connect(self.drafted)
        self._composer.looked_up.connect(self._stream.look)
        self._composer.unfinished.connect(self._ask_for_english)
        self._composer.area.refused.connect(self._refused)
        self.side_panel.stopped.connect(self._composer.give)
        self._tags = TagPanel(kit)
        self._tags.tagged.connect(self.tagged)
        self._tags.sign_wanted.connect(self.line_sign_wanted)
        self._tags.addition_wanted.connect(self._composer.add_to)
        self._tags.shut.connect(self._write)
        self._finish = kit.button(
            "", "primary", trailing="arrow-right", key="Ctrl+Enter", pressed=self._end
        )
        tag = kit.button("Sort a line", "quiet", key="Ctrl+T", compact=True)
        tag.clicked.connect(self._tag)
        shortcut("Alt+Up", self).activated.connect(self.stepped_back)
        shortcut("Alt+Down", self).activated.connect(self._end)
        self._serious = kit.button("Something serious", "quiet", icon="hand", compact=True)
        self._serious.clicked.connect(self.side_panel.disclosed)
        self._serious.hide()
        room = self._composer.room_button
        actions = flow(self._finish, tag, room, None, self._serious, gap=kit.space(2))
        self._writing = holding(column(self._composer, kit.space(3), holding(actions)))
        self._writing.setSizePolicy(hugging())
        self._panels = (*self.side_panel.panels, self._tags)
        for panel in self._panels:
            panel.installEventFilter(self)
        self.put_foot_column(*self._panels, self._writing)

    @Slot()
    def _write(self) -> None:
        self._composer.area.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _write_on(self, typed: str) -> None:
        self._write()
        self._composer.area.insertPlainText(typed)

    @Slot()
    def _tag(self) -> None:
        line: NoteLine | None = self._stream.line
        if line is not None:
            self._tags.open_for(line, self._topics)

    @Slot()
    def _end(self) -> None:
        self._composer.give()
        if not self._composer.typed:  # else it was refused, and one hears why
            self.finished.emit()

    @Slot()
    def _ask_for_english(self) -> None:
        self.say(_IN_ENGLISH)

    @Slot(int)
    def _refused(self, _size: int) -> None:
        self.say(_TOO_MUCH)
