"""The signs together: what the ILO/EC rule makes of them, and why. It decides nothing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.assessment import (
    MET,
    NONE,
    AssessmentScreen,
    CountedSign,
    DimensionCard,
)
from welfare_app.presenters.questions import Option as Offered
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Choices, Item, Kit, Option, column, flow, holding, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_TITLE = "The signs together"
_NOW = "Consider an incident pack now"
_MARKS = {MET: ("circle-check", "accent"), NONE: ("circle-dashed", "quiet")}
_NOT_MET = ("circle", "quiet")


class AssessmentPage(Page):
    """What to do now comes first, then what this means, then the parts of the rule."""

    profile_chosen = Signal(str)
    pack_wanted = Signal()
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, _TITLE, back="Interview", where="Signs")
        self._screen: AssessmentScreen | None = None
        self._profiles: tuple[Offered, ...] = ()
        self._trouble = TroubleCard(kit)
        self._top, self._asked, self._parts = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._choices: Choices | None = None
        space = kit.space
        self.put_body(
            self._trouble, self._top, space(5), self._asked, space(5), self._parts, space(4)
        )
        self._open = kit.button(
            "Open an incident pack", icon="hand", key="Ctrl+Shift+N", pressed=self._want_pack
        )
        self.put_foot(
            self._open, None, kit.button("Back to the interview", "quiet", pressed=self.step_back)
        )

    def show_screen(self, screen: AssessmentScreen) -> None:
        """Draw it; the choice of strengths keeps the keyboard."""
        if screen == self._screen:
            return
        before, self._screen = self._screen, screen
        self._trouble.show_trouble(screen.trouble)
        self._open.dress("primary" if screen.now else "secondary")
        self._show_profiles(screen)
        if before is None or (before.now, before.meaning) != (screen.now, screen.meaning):
            _refill(self._top, self._top_of(screen))
        _refill(self._parts, self._parts_of(screen))
        self._show_side(screen)

    def _top_of(self, screen: AssessmentScreen) -> list[Item]:
        kit, space, meaning = self.kit, self.kit.space, screen.meaning
        items: list[Item] = [kit.header(_TITLE, about=screen.where), space(4)]
        if screen.now:
            items += [self._now(screen.now, meaning.one_is_enough), space(4)]
        items += [
            kit.point("info", meaning.does, role="body"),
            space(2),
            kit.point("ban", meaning.does_not, role="body"),
        ]
        if not screen.now:
            items += [space(2), kit.point("hand", meaning.one_is_enough, role="body")]
        return items

    def _now(self, reasons: tuple[str, ...], enough: str) -> QFrame:
        kit, space = self.kit, self.kit.space
        mark = kit.icon("hand", "attention", line="strong")
        lines: list[Item] = [kit.text(_NOW, "strong"), space(1)]
        lines += [kit.point("flag", one, role="body", ink="quiet") for one in reasons]
        lines += [space(2), kit.text(enough, "small", "quiet")]
        card = kit.card(row(mark, space(3), column(*lines), top=True), look="attention", pad=4)
        card.setAccessibleName(_NOW)
        card.setAccessibleDescription(". ".join((*reasons, enough)))
        return card

    def _show_profiles(self, screen: AssessmentScreen) -> None:
        if screen.profiles != self._profiles or self._choices is None:
            self._profiles = screen.profiles
            options = [Option(one.id, one.label) for one in screen.profiles]
            self._choices = self.kit.choices(options, (screen.profile,), across=True)
            self._choices.answered.connect(self._choose)
            asked = self.kit.field("Whose strengths count", self._choices, hint=screen.why)
            _refill(self._asked, [asked])
            self.first = asked
        elif self._choices.value() != screen.profile:
            self._choices.choose(screen.profile)

    def _parts_of(self, screen: AssessmentScreen) -> list[Item]:
        kit, space = self.kit, self.kit.space
        items: list[Item] = []
        for part in screen.dimensions:
            if part.state != NONE:
                items += [self._card(part), space(3)]
        quiet = [part for part in screen.dimensions if part.state == NONE]
        if quiet:
            items += [kit.rows(*(self._line(part) for part in quiet)), space(4)]
        return [*items, kit.text(screen.together, "strong"), *self._beside(screen.beside)]

    def _card(self, part: DimensionCard) -> QFrame:
        kit, space = self.kit, self.kit.space
        head = flow(kit.text(part.title, "strong"), None, self._state(part), gap=space(3))
        signs = [self._sign(one) for one in part.signs]
        card = kit.card(head, kit.text(part.reason, "body", "quiet"), space(2), *signs, pad=4)
        card.setAccessibleName(f"{part.title}: {part.word}")
        said = "; ".join(f"{one.phrase}, {one.strength.lower()}" for one in part.signs)
        card.setAccessibleDescription(f"{part.reason} {said}")
        return card

    def _state(self, part: DimensionCard) -> QFrame:
        """An icon and a word: never the one without the other."""
        icon, ink = _MARKS.get(part.state, _NOT_MET)
        kit, colour = self.kit, "ink" if part.state == MET else "quiet"
        mark = kit.icon(icon, ink, line="body")
        return holding(row(mark, kit.space(2), kit.text(part.word, "body", colour, one_line=True)))

    def _sign(self, sign: CountedSign) -> QFrame:
        kit = self.kit
        word = kit.text(sign.strength, "body", "quiet", one_line=True)
        return kit.point("flag", sign.phrase, role="body", trailing=word)

    def _line(self, part: DimensionCard) -> QFrame:
        kit, pad = self.kit, self.kit.space(2)
        title = kit.text(part.title, "body", "quiet")
        line = flow(title, None, self._state(part), gap=kit.space(3))
        line.setContentsMargins(0, pad, 0, pad)
        frame = holding(line)
        frame.setAccessibleName(f"{part.title}: {part.word}")
        return frame

    def _beside(self, phrases: tuple[str, ...]) -> list[Item]:
        if not phrases:
            return []
        kit, space = self.kit, self.kit.space
        return [
            space(5),
            kit.text("Signs that the rule does not count", "heading"),
            kit.text("It has no strength for them. They matter as much.", "body", "quiet"),
            space(2),
            *(kit.point("flag", one, role="body") for one in phrases),
        ]

    def _show_side(self, screen: AssessmentScreen) -> None:
        kit, space = self.kit, self.kit.space
        listed = [kit.point("minus", one) for one in screen.unscored]
        source = kit.text(screen.meaning.source, "caption", "quiet", figures=True)
        self.put_side(
            kit.text("Not counted", "heading"),
            space(2),
            *listed,
            space(1),
            kit.text(screen.why_unscored, "small", "quiet"),
            space(5),
            kit.text("Where the rule is from", "small_strong"),
            space(1),
            source,
            folded="About the rule",
        )

    @Slot()
    def _choose(self) -> None:
        if self._choices is not None:
            self.profile_chosen.emit(self._choices.value())

    @Slot()
    def _want_pack(self) -> None:
        self.pack_wanted.emit()

    @Slot()
    def step_back(self) -> None:
        """Go back to the interview."""
        self.left.emit()


def _refill(box: QVBoxLayout, items: list[Item]) -> None:
    clear(box)
    box.setSpacing(0)
    fill(box, tuple(items))
