"""The frame round every screen. It folds as the window or the text changes, and loses nothing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from welfare_app.ui.parts.button import Button
from welfare_app.ui.parts.dialog import Dialog, Question
from welfare_app.ui.parts.field import Field
from welfare_app.ui.parts.keys import shortcut
from welfare_app.ui.parts.kit import Kit
from welfare_app.ui.parts.layout import clear, column, holding, mirrored, row
from welfare_app.ui.parts.table import Table
from welfare_app.ui.parts.toast import Toast
from welfare_app.ui.shell.drawer import Drawer
from welfare_app.ui.shell.fold import Fold, fold_for
from welfare_app.ui.shell.frame import FootBar, RailPanel, SidePanel, Stage
from welfare_app.ui.shell.order import next_stop, reading_order
from welfare_app.ui.shell.page import Page
from welfare_app.ui.shell.ring import FocusRing
from welfare_app.ui.shell.topbar import TopBar
from welfare_app.ui.shell.words import ShellWords


class Shell(QWidget):
    """Holds one page at a time."""

    back_asked = Signal()
    emergency_asked = Signal()
    lock_asked = Signal()

    def __init__(self, kit: Kit, organisation: str, words: ShellWords | None = None) -> None:
        super().__init__()
        words = words or ShellWords()
        self.kit = kit
        self.page: Page | None = None
        self.fold = fold_for(kit.theme, self.width())
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.topbar = TopBar(kit, words)
        self._rail = RailPanel(kit, organisation, words.rail)
        self._side = SidePanel(kit, words.side)
        self._stage, self._foot = Stage(), FootBar(kit, words.foot)
        self._toast = Toast(kit.theme, words.undo)
        self._drawers: list[Drawer] = []
        self._opened: list[QWidget] = []
        self._dialog: Dialog | None = None
        self._main = holding(column(self._stage.area, self._toast, self._foot))
        across = row(self._main, self._side)
        across.setStretch(0, 1)
        self.setLayout(row(self._rail, holding(column(self.topbar, kit.hair(), across))))
        self.ring = FocusRing(kit.theme, self)
        self._listen()

    # What the window tells it

    def show_page(self, page: Page) -> None:
        """Show a page; the one before is deleted once its signals have been heard."""
        self._end_dialog()
        self._toast.leave()
        old, self.page = self.page, page
        if old is not None:
            self._remove(old)
        self._stage.middle.addWidget(page, 1)
        self._stage.middle.addStretch(0)
        page.show()
        page.arranged.connect(self._arrange_soon)
        page.asked.connect(self.ask)
        page.said.connect(self.say)
        page.side_wanted.connect(self.open_side)
        self._arrange()
        self._stage.area.verticalScrollBar().setValue(0)
        self._focus_first(page)
        # with large text the first answer may lie under the foot until the page is laid out
        QTimer.singleShot(0, self, self._show_focused)

    def say_kept(self, words: str) -> None:
        """Say when the work was last kept, such as "Kept 10:33"."""
        self.topbar.say_kept(words)
        self.topbar.refold(self.fold)

    @Slot(object, object)
    def ask(self, question: Question, then: Callable[[bool], None]) -> None:
        """Ask before something that cannot be undone. One already open is answered safely."""
        self._end_dialog()
        self._dialog = Dialog(self.kit.theme, question, then, self)
        self._dialog.finished.connect(self._dialog_over)

    @Slot(str, object)
    def say(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Say what has just happened, for ten seconds, with a way back."""
        self._toast.say(words, undo)

    @Slot()
    def open_side(self) -> None:
        """Open what stands beside the page, where it is folded away."""
        for drawer in self._drawers:
            if self.page is not None and drawer.content is self.page.side:
                drawer.open(opened=True)

    # Folding

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the width asks for it."""
        super().resizeEvent(event)
        if fold_for(self.kit.theme, self.width()) is not self.fold:
            self._arrange()

    @Slot()
    def _arrange_soon(self) -> None:
        QTimer.singleShot(0, self, self._arrange)

    @Slot()
    def _arrange(self) -> None:
        """Put each part of the page where there is room for it, keeping the keyboard's place."""
        page = self.page
        if page is None:
            return
        focus = QApplication.focusWidget()
        self.fold = fold_for(self.kit.theme, self.width())
        self.topbar.show_page(page, self.fold)
        self._arrange_rail(page)
        self._arrange_side(page)
        self._foot.box.addWidget(page.foot)
        self._foot.setVisible(page.foot.full)
        self._inset(page)
        page.refold(self.fold)
        self._write_keys()
        if focus is not None and focus is not QApplication.focusWidget() and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange_rail(self, page: Page) -> None:
        rail, narrow = page.rail, self.fold is Fold.ONE
        self._rail.setVisible(rail is not None and not narrow)
        if rail is not None and not narrow:
            self._rail.box.addWidget(rail)
            rail.show()
        self._shut_drawers(page)
        if rail is not None and narrow:
            self._put_in_drawer(rail, rail.folded, rail.icon, 0)

    def _arrange_side(self, page: Page) -> None:
        beside = self.fold is Fold.THREE
        shown = page.side.full or page.side_foot.full
        self._side.setVisible(beside and shown)
        self._side.foot_part.setVisible(beside and page.side_foot.full)
        width = self.kit.theme.size("side")
        self._side.setFixedWidth(max(width, page.side_width + 2 * self.kit.space(5)))
        if beside:
            self._side.box.insertWidget(0, page.side)
            _end_with_stretch(self._side)
            self._side.foot.addWidget(page.side_foot)
        else:
            self._stage.under.addWidget(page.side)
            self._stage.under.addWidget(page.side_foot)
            if self.fold is Fold.ONE and page.side_folded and page.side.full:
                self._put_in_drawer(page.side, page.side_folded, "flag", self.kit.space(4))
        for region in (page.side, page.side_foot):
            region.setVisible(region.full)

    def _put_in_drawer(self, content: QWidget, words: str, icon: str, pad: int) -> None:
        drawer = Drawer(self.kit, content, words, icon, pad)
        self._drawers.append(drawer)
        boxes = self._stage
        boxes.folded.insertWidget(len(self._drawers) - 1, drawer.button)
        boxes.drawers.addWidget(drawer)
        drawer.open(opened=content in self._opened)
        if len(self._drawers) == 1:
            boxes.folded.addStretch(1)

    def _shut_drawers(self, page: Page) -> None:
        self._opened = [drawer.content for drawer in self._drawers if drawer.isVisible()]
        # what a drawer holds belongs to the page: it must be out before the drawer goes
        for held in (page.rail, page.side):
            if held is not None and isinstance(held.parentWidget(), Drawer):
                self._stage.under.addWidget(held)
        clear(self._stage.folded)
        clear(self._stage.drawers)
        self._drawers.clear()
        if page.rail is not None and self.fold is not Fold.ONE:
            self._rail.box.addWidget(page.rail)

    def _inset(self, page: Page) -> None:
        space, narrow = self.kit.space, self.fold is Fold.ONE
        edge = space(5 if narrow else 6)
        top = space(4 if narrow or page.tight else 5)
        self._stage.box.setContentsMargins(
            *mirrored((edge, top, edge, space(4 if page.fills else 5)))
        )
        below = not page.side.isHidden() or not page.side_foot.isHidden()
        gap = space(5) if below and self.fold is not Fold.THREE else 0
        self._stage.under.setContentsMargins(0, gap, 0, 0)
        self._stage.folded.setSpacing(space(3))
        self._stage.folded.setContentsMargins(0, 0, 0, space(4) if self._drawers else 0)
        self._stage.box.setStretch(2, 1 if page.fills else 0)
        self._stage.box.setStretch(4, 0 if page.fills else 1)
        self._foot.inset(edge, space(3))
        self._toast.inset(edge, space(3))

    def _write_keys(self) -> None:
        shown = self.fold is not Fold.ONE
        for button in self.findChildren(Button):
            button.show_key(shown=shown)
        for table in self.findChildren(Table):
            table.fold(narrow=not shown)

    # Keys

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in the order of reading."""
        controls = list(reading_order(self))
        stop = next_stop(controls, QApplication.focusWidget(), forward=forward)
        if stop is None:
            return False
        reason = Qt.FocusReason
        stop.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Mirror the margins when the language's direction changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self.page is not None:
            self._arrange()

    def _listen(self) -> None:
        self.topbar.back.clicked.connect(self.back_asked)
        self.topbar.emergency.clicked.connect(self.emergency_asked)
        self.topbar.lock.clicked.connect(self.lock_asked)
        shortcut("Esc", self).activated.connect(self._escape)
        shortcut("F6", self).activated.connect(self.next_region)
        shortcut("Shift+F6", self).activated.connect(self.previous_region)

    @Slot()
    def _escape(self) -> None:
        opened = [drawer for drawer in self._drawers if drawer.isVisible()]
        for drawer in opened:
            drawer.open(opened=False)
        if not opened and self.page is not None and self.page.back:
            self.back_asked.emit()

    @Slot()
    def next_region(self) -> None:
        """Move the keyboard to the next of rail, page and side."""
        self._to_region(1)

    @Slot()
    def previous_region(self) -> None:
        """Move the keyboard to the region before."""
        self._to_region(-1)

    def _to_region(self, step: int) -> None:
        regions = [(self._rail,), (self._stage.area, self._foot), (self._side,)]
        controls = [[one for part in parts for one in reading_order(part)] for parts in regions]
        here = QApplication.focusWidget()
        at = next((place for place, some in enumerate(controls) if here in some), -1)
        for _ in regions:
            at = (at + step) % len(regions)
            if controls[at]:
                controls[at][0].setFocus(Qt.FocusReason.TabFocusReason)
                return

    # Leaving things tidy

    def _focus_first(self, page: Page) -> None:
        match page.first:
            case Field():
                page.first.focus_editor()
            case QWidget():
                page.first.setFocus(Qt.FocusReason.TabFocusReason)
            case _:
                page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_focused(self) -> None:
        focus, page = QApplication.focusWidget(), self.page
        if page is not None and focus is not None and page.isAncestorOf(focus):
            page.show_part(focus)

    def _remove(self, page: Page) -> None:
        page.arranged.disconnect(self._arrange_soon)
        clear(self._stage.middle)
        for part in page.regions():
            part.hide()
            part.deleteLater()

    def _end_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    @Slot()
    def _dialog_over(self) -> None:
        self._dialog = None


def _end_with_stretch(side: SidePanel) -> None:
    if side.box.count() == 1:
        side.box.addStretch(1)
