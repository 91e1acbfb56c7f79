"""A page of questions with a rail of steps: what interview and referral pages have in common."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from welfare_app.presenters.interview import InterviewScreen
from welfare_app.presenters.referral_page import ReferralPageScreen
from welfare_app.ui.editors import Languages, QuestionList
from welfare_app.ui.pages.job_rail import JobRail
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Button, Kit
from welfare_app.ui.shell import Page


class AskingPage(Page):
    """Draws one step after another in the same place; editors that stay are left alone."""

    answered = Signal(str, object)
    """The field's id and the `Answer`."""
    continued = Signal()
    stepped_back = Signal()
    step_chosen = Signal(str)
    kept = Signal(str)
    """When the work was last kept, in words for the top bar."""

    def __init__(self, kit: Kit, name: str, back: str, languages: Languages) -> None:
        super().__init__(kit, name, back=back, tight=True)
        self._kept, self._asked_on = "", False
        self._rail = JobRail(self, self.step_chosen)
        self._title = kit.text("", "title")
        self._title.setAccessibleDescription("heading")
        self._intro = kit.text("", "body", "quiet")
        self._trouble = TroubleCard(kit, below=4)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        self._questions = QuestionList(kit, languages)
        self._questions.answered.connect(self.answered)
        self.put_body(
            self._title,
            kit.space(1),
            self._intro,
            kit.space(4),
            self._trouble,
            self._above,
            self._questions,
        )

    def put_above(self, *parts: QWidget) -> None:
        """Stand something between the head of the page and its questions."""
        for part in parts:
            self._above.addWidget(part)

    def report_all(self) -> None:
        """Report every answer now, as before the page goes."""
        self._questions.report_all()

    def draw_step(self, screen: InterviewScreen | ReferralPageScreen) -> None:
        """Draw a step. A new one begins at its top with the keyboard on its first question."""
        at = self._rail.now
        self._rail.show_rail(screen.rail)
        self._say_head(screen.title, screen.intro)
        self._trouble.show_trouble(screen.trouble)
        self._questions.show_questions(screen.questions)
        self.first = self._questions.first
        moved = self._rail.now != at
        if moved:
            self._begin_step(screen.title)
        if screen.problems:
            self._questions.show_problems(screen.problems, focus=self._asked_on)
        self._asked_on = False
        self._say_where(screen.where, screen.kept)

    def back_button(self) -> Button:
        """The way to the step before."""
        return self.kit.button(
            "Step back", "quiet", key="Alt+Up", flush="trailing", pressed=self._step_back
        )

    def go_button(self, words: str) -> Button:
        """The primary action: keep what is here and go on."""
        return self.kit.button(words, "primary", key="Ctrl+Enter", pressed=self.go_on)

    @Slot()
    def go_on(self) -> None:
        """Report what is on the page, and ask for the next. Problems then take the keyboard."""
        self.report_all()
        self._asked_on = True
        self.continued.emit()
        self._asked_on = False

    @Slot()
    def _step_back(self) -> None:
        self.report_all()
        self.stepped_back.emit()

    def _say_head(self, title: str, intro: str) -> None:
        if (title, intro) != (self._title.words, self._intro.words):
            self._title.say(title)
            self._intro.say(intro)
            self._intro.setVisible(bool(intro))

    def _begin_step(self, title: str) -> None:
        self._questions.show_problems(focus=False)
        if not self.isVisible():
            return
        announce(self._title, title)
        area = self._scroll_area()
        if area is not None:
            area.verticalScrollBar().setValue(0)
        if self._questions.first is not None:
            self._questions.first.focus_editor()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_where(self, where: str, kept: str) -> None:
        if where != self.where:
            self.where = where
            self.arranged.emit()
        if kept != self._kept:
            self._kept = kept
            self.kept.emit(kept)
