"""Sealing a referral: who it is for, a look through, the words, and handing it over."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot

from welfare_app.presenters.seal import ONE_ALONE
from welfare_app.presenters.seal_rail import Step
from welfare_app.presenters.seal_screen import SealScreen
from welfare_app.ui.pages.file_ask import PDF, AskToSave, ask_to_save
from welfare_app.ui.pages.foot_work import FootWork
from welfare_app.ui.pages.job_rail import JobRail
from welfare_app.ui.pages.safe_contact import safe_contact_items
from welfare_app.ui.pages.seal_done import HandOver
from welfare_app.ui.pages.seal_pages import DrawPage, PageTurner
from welfare_app.ui.pages.seal_second import SecondLook
from welfare_app.ui.pages.seal_titles import BACK, SEAL_NEW, SENTENCES, TITLES
from welfare_app.ui.pages.seal_who import CHANGED_IN, WhoForm
from welfare_app.ui.pages.seal_words import WordsCard, reading_out
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Button, Field, Item, Kit
from welfare_app.ui.shell import Page

_SIDE = 292
_LARGE = 696


class SealPage(Page):
    """Four steps in one place. What is shown once cannot be left without being asked."""

    named = Signal(object)
    """The `Handing`."""
    recordings_added = Signal(object)
    """A tuple of paths."""
    recording_taken_away = Signal(str)
    recording_described = Signal(str, str)
    sealing_wanted = Signal(object, object)
    """The path to seal into, and the `SecondSaid`."""
    cancelled = Signal()
    read_back = Signal()
    hidden = Signal()
    sealed_again = Signal()
    stepped_back = Signal()
    handover_wanted = Signal()
    signing_wanted = Signal()
    """The second signature, which is not there yet."""
    _rail_pressed = Signal(str)

    def __init__(self, kit: Kit, draw_page: DrawPage, ask: AskToSave = ask_to_save) -> None:
        """Make it; `draw_page` makes pictures of the document, `ask` says where to save it."""
        super().__init__(kit, "Seal", where="Seal")
        self._draw_page, self._ask_where = draw_page, ask
        self._screen: SealScreen | None = None
        self._rail = JobRail(self, self._rail_pressed)
        self._rail_pressed.connect(self._rail_chosen)
        self._trouble = TroubleCard(kit, below=4)
        self._who: WhoForm | None = None
        self._pages: PageTurner | None = None
        self._words: WordsCard | None = None
        self._second: SecondLook | None = None
        self._done: HandOver | None = None
        self._work: FootWork | None = None
        self._wanted = ""
        self._large = self._asked = False

    def show_screen(self, screen: SealScreen) -> None:
        """Draw the step we are at, leaving alone what is being typed."""
        before, self._screen = self._screen, _without_words(screen)
        self._rail.show_rail(screen.rail)
        if before is None or before.step is not screen.step:
            self._begin(screen)
        self._trouble.show_trouble(screen.trouble)
        if self._who is not None:
            self._who.recordings.show_recordings(screen.recordings)
        if self._second is not None and screen.trouble:
            self._second.forget()
        if self._work is not None:
            self._work.show_busy(screen.busy, screen.progress)
        if self._asked or before is None or before.problems != screen.problems:
            self._show_problems(screen.problems)
        if self._words is not None:
            self._show_words(shown=not screen.hidden)
        if self._done is not None:
            self._done.show_signature(screen)

    def forget(self) -> None:
        """Let go of the words and the pages: the laptop is being locked."""
        if self._words is not None:
            self._words.forget()
        if self._pages is not None:
            self._pages.forget()
        if self._second is not None:
            self._second.forget()
        self._screen = None

    @Slot()
    def step_back(self) -> None:
        """Hear Esc or Back: shut what is open first, and ask before words are lost."""
        if self._work is not None and self._work.busy:
            self.cancelled.emit()
        elif self._large:
            self._shut_preview()
        elif self._words is not None:
            self._ask_new()
        else:
            self.stepped_back.emit()

    # The steps

    def _begin(self, screen: SealScreen) -> None:
        self.forget()
        self._screen = _without_words(screen)
        self._who = self._pages = self._words = self._second = self._done = None
        self._large = False
        self._trouble = TroubleCard(self.kit, below=4)
        self.back = BACK.get(screen.step, screen.where)
        begin = {
            Step.WHO: self._begin_who,
            Step.LOOK: self._begin_look,
            Step.WORDS: self._begin_words,
            Step.DONE: self._begin_done,
        }
        begin[screen.step](screen)
        self._settle(TITLES[screen.step])

    def _begin_who(self, screen: SealScreen) -> None:
        self._who = WhoForm(self.kit, screen)
        self._who.recordings.added.connect(self.recordings_added)
        self._who.recordings.taken_away.connect(self.recording_taken_away)
        self._who.recordings.described.connect(self.recording_described)
        self._put(screen, self._who)
        self.put_side(*safe_contact_items(self.kit, screen.safe_contact))
        go = self._primary("Look it through", "", self._look_through)
        self._put_actions(go)
        self.first = self._who.fields[self._wanted or "recipient"]
        self._wanted = ""

    def _begin_look(self, screen: SealScreen, at: int = 1) -> None:
        kit = self.kit
        facts = kit.rows(
            *(
                kit.fact(label, value, note, change=self._change(label))
                for label, value, note in screen.facts
            )
        )
        self._second = SecondLook(kit, screen.people) if screen.people else None
        second: tuple[Item, ...] = (kit.space(5), self._second) if self._second else ()
        self._put(screen, facts, *second)
        self._pages = self._turner(screen, _SIDE, at)
        self.put_side(self._pages, width=_SIDE)
        go = self._primary("Seal the pack", "file-lock", self._seal)
        look = kit.button(
            "Open full preview", "quiet", icon="eye", flush="trailing", pressed=self._preview
        )
        self._put_actions(go, None, look)
        self.first = go

    def _begin_words(self, screen: SealScreen) -> None:
        kit = self.kit
        self._words = WordsCard(kit, screen.words)
        strength = kit.text(screen.strength, "caption", "quiet", figures=True)
        self._put(screen, self._words, kit.space(2), strength)
        self.put_side(*reading_out(kit, screen.handing))
        heard = self._primary("They read them back", "check", self._heard)
        self._hide = kit.button("Hide the words", icon="eye-off", pressed=self._hide_or_show)
        self._unhide = kit.button("Show the words", icon="eye", pressed=self._hide_or_show)
        self._unhide.hide()
        new = kit.button(
            "Seal a new pack instead", "quiet", flush="trailing", pressed=self._ask_new
        )
        self._put_actions(heard, self._hide, self._unhide, None, new)
        # the words are shown once: a key pressed too often may hide them, never lose them
        self.first = self._hide

    def _begin_done(self, screen: SealScreen) -> None:
        self._done = HandOver(self.kit, screen)
        self._done.signing_wanted.connect(self.signing_wanted)
        self._put(screen, self._done)
        self.put_side()
        on = self._primary("Write down the hand-over", "pen-line", self._hand_over)
        pack = f"Go to {screen.where[:1].lower()}{screen.where[1:]}"
        back = self.kit.button(pack, pressed=self._leave)
        new = self.kit.button(
            "Seal a new pack instead", "quiet", flush="trailing", pressed=self._again
        )
        self._put_actions(on, back, None, new)
        self.first = on

    def _put(self, screen: SealScreen, *items: Item) -> None:
        step, space = screen.step, self.kit.space
        sealed = step in {Step.WORDS, Step.DONE} and screen.sealed
        about = f"{screen.where}. {screen.sealed}" if sealed else screen.where
        header = self.kit.header(TITLES[step], about=about, sentence=SENTENCES[step])
        self.put_body(header, space(4), self._trouble, *items)

    def _put_actions(self, first: Button, *others: Button | None) -> None:
        self._work = FootWork(self.kit, first, *others)
        self._work.cancelled.connect(self.cancelled)
        self.put_foot_column(self._work)

    def _primary(self, words: str, icon: str, pressed: Callable[[], object]) -> Button:
        return self.kit.button(words, "primary", icon=icon, key="Ctrl+Enter", pressed=pressed)

    def _settle(self, aloud: str) -> None:
        """Give the keyboard to the step once it can be seen, and say which it is."""
        if not self.isVisible():
            return
        announce(self, aloud)
        self._to_top()
        QTimer.singleShot(0, self, self._focus_first)

    @Slot()
    def _to_top(self) -> None:
        if (area := self._scroll_area()) is not None:
            area.verticalScrollBar().setValue(0)

    @Slot()
    def _focus_first(self) -> None:
        if isinstance(self.first, Field):
            self.first.focus_editor()
        elif self.first is not None:
            self.first.setFocus(Qt.FocusReason.TabFocusReason)

    # Looking it through

    def _change(self, label: str) -> Callable[[], object] | None:
        field = CHANGED_IN.get(label)
        return None if field is None else lambda: self._change_field(field)

    def _change_field(self, field: str) -> None:
        if self._work is not None and self._work.busy:
            return
        self._wanted = field
        self.step_back()

    def _turner(
        self, screen: SealScreen, width: int, at: int, *, apart: bool = False
    ) -> PageTurner:
        return PageTurner(
            self.kit, screen.pdf, screen.pages, self._draw_page, width=width, at=at, apart=apart
        )

    @Slot()
    def _preview(self) -> None:
        screen, small = self._screen, self._pages
        if screen is None or small is None or self._large or (self._work and self._work.busy):
            return
        self._large, self._work = True, None
        self.back = "Look it through"
        self._trouble = TroubleCard(self.kit, below=4)
        self._pages = self._turner(screen, _LARGE, small.at, apart=True)
        self._pages.turned.connect(self._to_top)
        self.put_body(self._trouble, self._pages)
        self.put_side()
        shut = self.kit.button("Shut the preview", pressed=self._shut_preview)
        self.put_foot(shut, None, self._pages.turning)
        self.first = shut
        self._settle("Full preview")

    @Slot()
    def _shut_preview(self) -> None:
        screen, large = self._screen, self._pages
        if screen is None or large is None:
            return
        self._large, self.back = False, BACK[Step.LOOK]
        self._trouble = TroubleCard(self.kit, below=4)
        self._begin_look(screen, large.at)
        self._trouble.show_trouble(screen.trouble)
        self._settle(TITLES[Step.LOOK])

    @Slot()
    def _seal(self) -> None:
        if self._screen is None or (self._work is not None and self._work.busy):
            return
        if self._second is not None and not self._second.complete():
            return
        path: Path | None = self._ask_where(self, "Save", self._screen.file_name, PDF)
        if path is not None:
            self.sealing_wanted.emit(path, self._second.said if self._second else ONE_ALONE)

    # The other actions

    def _show_problems(self, problems: tuple[tuple[str, str], ...]) -> None:
        if self._who is not None:
            self._who.show_problems(problems, focus=self._asked)

    @Slot()
    def _look_through(self) -> None:
        if self._who is None or (self._work is not None and self._work.busy):
            return
        self._asked = True
        self.named.emit(self._who.handing())
        self._asked = False

    def _show_words(self, *, shown: bool) -> None:
        if self._words is None or self._unhide.isHidden() is shown:
            return
        self._words.show_words(shown=shown)
        held = self._hide.hasFocus() or self._unhide.hasFocus()
        now, other = (self._hide, self._unhide) if shown else (self._unhide, self._hide)
        now.show()
        if held:
            now.setFocus()
        other.hide()
        self.first = now

    @Slot()
    def _hide_or_show(self) -> None:
        self.hidden.emit()

    @Slot()
    def _heard(self) -> None:
        self.read_back.emit()

    @Slot()
    def _again(self) -> None:
        self.sealed_again.emit()

    @Slot()
    def _hand_over(self) -> None:
        self.handover_wanted.emit()

    @Slot()
    def _leave(self) -> None:
        self.stepped_back.emit()

    @Slot()
    def _ask_new(self) -> None:
        self.ask(SEAL_NEW, self._sure)

    def _sure(self, sure: bool) -> None:
        if sure:
            self.sealed_again.emit()

    @Slot(str)
    def _rail_chosen(self, key: str) -> None:
        step = None if self._screen is None else self._screen.step
        if step is Step.LOOK and key == Step.WHO:
            self.step_back()


def _without_words(screen: SealScreen) -> SealScreen:
    """What may be kept between one drawing and the next."""
    return replace(screen, words=())
