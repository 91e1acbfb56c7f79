"""What stands beside every step of a talk: the course, signs, consents, reaching them safely."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from welfare_app.presenters.aside import Aside, ConsentLine, CourseCard, SignLine
from welfare_app.ui.pages.perhaps_card import PerhapsCard
from welfare_app.ui.pages.reason_panel import ReasonPanel, TakeBack
from welfare_app.ui.pages.safe_contact import safe_contact_items
from welfare_app.ui.pages.spare_key import SpareKey
from welfare_app.ui.parts import Item, flow, holding, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page
from welfare_app.ui.shell.fold import Fold

_WHOLE = ("Heard something serious?", "Stop the questions. Their words, safety and wishes stay.")
_AFTER = ("Consider an incident pack now", "You need no proof. You pass it on; others decide.")
_WHY_STOPPED = (
    "They want to stop",
    "They are upset by the interpreter",
    "It is no longer safe to talk",
    "We were interrupted",
)


class TalkSide(QObject):
    """Fills the side of a page and says what is pressed there.

    `panels` ask for the reasons some of it needs; the page stands them above its actions.
    """

    sign_wanted = Signal()
    disclosed = Signal()
    pack_wanted = Signal()
    resumed = Signal(str)
    stopped = Signal(str)
    assessment_wanted = Signal()
    consents_wanted = Signal()
    circle_wanted = Signal()
    turn_wanted = Signal()
    suggestion_noted = Signal(object)
    """The `Suggestion`."""
    suggestion_dismissed = Signal(object, str)
    sign_withdrawn = Signal(str, str)
    """The sign's id, and why it is taken back."""

    def __init__(
        self, page: Page, above: QWidget | None = None, *, signed_off: bool = False
    ) -> None:
        """Make it; `above` stands before everything else. A talk signed off takes no turn."""
        super().__init__(page)
        self._page, self._kit, self._above = page, page.kit, above
        self._shown: Aside | None = None
        self._signed_off = signed_off
        self._course_box, self._lines = _box(), _box()
        self._again = ReasonPanel(
            self._kit,
            self._kit.button("Go back to all the steps", "quiet", compact=True, flush="leading"),
            "Why do the questions go on?",
            "Go back to all the steps",
            "Leave it so",
        )
        self._stop = ReasonPanel(
            self._kit,
            self._kit.button("Stop the talk", "quiet", compact=True, flush="leading"),
            "Why does it stop?",
            "Stop the talk",
            "Go on talking",
            usual=_WHY_STOPPED,
        )
        self._again.given.connect(self.resumed)
        self._stop.given.connect(self.stopped)
        self._perhaps = PerhapsCard(self._kit, page)
        self._perhaps.noted.connect(self.suggestion_noted)
        self._perhaps.dismissed.connect(self.suggestion_dismissed)
        self._back = TakeBack(self._kit)
        self._back.given_for.connect(self.sign_withdrawn)
        self.panels = (self._again, self._stop, self._perhaps.panel, self._back)
        self._make_side()
        self._make_foot()

    def show_aside(self, aside: Aside) -> None:
        """Show it as it stands now."""
        if aside == self._shown:
            return
        course = aside.course.course if aside.course else "whole"
        self._show_course(None if self._signed_off else aside.course)
        self._shown = aside
        self._perhaps.show_perhaps(() if self._signed_off else aside.perhaps)
        clear(self._lines)
        fill(self._lines, tuple(self._items(aside)))
        self._show_foot(course)
        folded = f"Signs: {len(aside.signs)}"
        if aside.perhaps and not self._signed_off:
            folded += f", perhaps {len(aside.perhaps)} more"
        if folded != self._page.side_folded:
            self._page.side_folded = folded
            if self._page.fold is Fold.ONE:
                self._page.arranged.emit()

    def _make_side(self) -> None:
        kit = self._kit
        add = kit.button(
            "Add",
            "quiet",
            icon="plus",
            key="Ctrl+I",
            compact=True,
            flush="trailing",
            pressed=self.sign_wanted.emit,
        )
        add.setAccessibleName("Add a sign")
        SpareKey("Ctrl+I", add, self._page)
        turn = kit.button(
            "Turn the laptop round",
            "quiet",
            icon="arrow-up-down",
            compact=True,
            flush="leading",
            pressed=self.turn_wanted.emit,
        )
        self._after_course = QFrame()
        self._after_course.setFixedHeight(0)
        first: tuple[Item, ...] = (self._above,) if self._above is not None else ()
        self._page.put_side(
            *first,
            self._course_box,
            row(self._again.button, None),
            self._after_course,
            row(kit.text("Signs", "heading"), None, add),
            kit.space(2),
            self._perhaps,
            self._lines,
            kit.space(4),
            row(turn, None),
            folded="Signs: 0",
        )
        self._again.button.hide()

    def _make_foot(self) -> None:
        kit = self._kit
        self._title = kit.text(_WHOLE[0], "small_strong")
        self._words = kit.text(_WHOLE[1], "small", "quiet")
        self._serious = kit.button(
            "Go to disclosure steps",
            icon="hand",
            key="F8",
            compact=True,
            pressed=self.disclosed.emit,
        )
        self._pack = kit.button(
            "Open a pack",
            icon="hand",
            key="Ctrl+Shift+N",
            compact=True,
            pressed=self.pack_wanted.emit,
        )
        self._page.put_side_foot(
            self._title,
            kit.space(1),
            self._words,
            kit.space(3),
            holding(flow(self._serious, self._pack, gap=kit.space(2))),
            kit.space(1),
            row(self._stop.button, None),
        )
        self._pack.hide()

    def _show_course(self, course: CourseCard | None) -> None:
        before = self._shown.course if self._shown else None
        if course == before:
            return
        kit = self._kit
        clear(self._course_box)
        self._again.begin_again()
        self._stop.begin_again()
        self._again.button.setVisible(course is not None)
        self._after_course.setFixedHeight(0)
        if course is None:
            return
        never: list[Item] = []
        for line in course.never:
            never += [kit.point("ban", line), kit.space(2)]
        items = (
            kit.text(course.title, "heading"),
            kit.space(1),
            kit.text(course.todo, "small"),
            kit.space(4),
            kit.text("Please do not", "small_strong"),
            kit.space(2),
            *never,
        )
        fill(self._course_box, items)
        self._after_course.setFixedHeight(kit.space(5))

    def _show_foot(self, course: str) -> None:
        course = "stopped" if self._signed_off else course
        title, words = _WHOLE if course == "whole" else _AFTER
        self._title.say(title)
        self._words.say(words)
        self._serious.setVisible(course == "whole")
        self._pack.setVisible(course != "whole")
        self._stop.button.setVisible(course != "stopped")

    def _items(self, aside: Aside) -> list[Item]:
        kit = self._kit
        items = self._sign_items(aside.signs)
        if aside.consents:
            items += [kit.space(5), *self._consent_items(aside.consents)]
        if aside.safe_contact:
            items += [kit.space(5), *safe_contact_items(kit, aside.safe_contact)]
        who = kit.link("Who may see this case", pressed=self.circle_wanted.emit)
        return [*items, kit.space(5), row(who, None)]

    def _sign_items(self, signs: tuple[SignLine, ...]) -> list[Item]:
        kit = self._kit
        if not signs:
            return [kit.text("None noted yet.", "small", "quiet")]
        items: list[Item] = []
        for at, sign in enumerate(signs):
            items += [kit.space(3), kit.hair(), kit.space(3)] if at else []
            items.append(kit.sign(sign.title, sign.known, sign.time))
            if sign.id and not self._signed_off:
                back = kit.link("Take it back", name=f"Take it back: {sign.title}")
                back.clicked.connect(partial(self._back.ask, sign.id, sign.title, back))
                items += [kit.space(1), row(back, None)]
        adding = kit.link("What they add up to", pressed=self.assessment_wanted.emit)
        return [*items, kit.space(3), row(adding, None)]

    def _consent_items(self, lines: tuple[ConsentLine, ...]) -> list[Item]:
        kit = self._kit
        items: list[Item] = [kit.text("Consent", "heading"), kit.space(2)]
        for line in lines:
            icon = "check" if line.stands else "minus"
            items += [kit.point(icon, line.title, line.state), kit.space(2)]
        look = kit.link("See them, or take one back", pressed=self.consents_wanted.emit)
        return [*items, row(look, None)]


def _box() -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return box
