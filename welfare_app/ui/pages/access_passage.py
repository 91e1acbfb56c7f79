"""One passage of what is held: what it says, what is proposed, and what becomes of it."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.domain.access import GIVING, GROUNDS, KEEPING_BACK, Verdict
from welfare_app.presenters.access_screen import PassageCard
from welfare_app.ui.pages.follow_ups import FollowUps
from welfare_app.ui.parts import Choices, Field, Item, Kit, Option, column, holding, row
from welfare_app.ui.parts.layout import clear, fill

_WAYS = (
    Option(Verdict.GIVE.value, "Give it"),
    Option(Verdict.HIDE.value, "Take words out"),
    Option(Verdict.WITHHOLD.value, "Keep it back"),
)


class PassageForm(QFrame):
    """Shows a passage with what is decided or proposed, for a person to change."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._id = kit, ""
        self._said = QVBoxLayout()
        self._ways = kit.choices(_WAYS)
        grounds = sorted(GROUNDS, key=list(GROUNDS).index)
        self._giving = kit.choices([Option(one, GROUNDS[one]) for one in grounds if one in GIVING])
        self._hiding, self._keeping = (
            kit.choices([Option(one, GROUNDS[one]) for one in grounds if one in KEEPING_BACK])
            for _ in range(2)
        )
        self._hidden = kit.area(rows=2)
        self.words_field = kit.field(
            "Which words? One on each line, as they stand there", self._hidden
        )
        under: dict[Verdict, tuple[Item, ...]] = {
            Verdict.GIVE: (kit.field("Why may it be given?", self._giving),),
            Verdict.HIDE: (
                self.words_field,
                kit.space(3),
                kit.field("Why are they taken out?", self._hiding),
            ),
            Verdict.WITHHOLD: (kit.field("Why is it kept back?", self._keeping),),
        }
        after = {what.value: holding(column(*items)) for what, items in under.items()}
        self.ways_field: Field = kit.field("What becomes of it?", self._ways, role="heading")
        follow = FollowUps(kit, self._ways, after)
        self.setLayout(column(self._said, kit.space(4), self.ways_field, follow))

    @property
    def said(self) -> tuple[str, str, str]:
        """What is chosen, on which ground, and the words to take out."""
        what = self._ways.value()
        return what, self._ground(what).value() if what else "", self._hidden.toPlainText()

    def show_card(self, card: PassageCard) -> None:
        """Show a passage; the same one again leaves what is being chosen."""
        key = f"{card.id}{card.decided}"
        if key == self._id:
            return
        self._id = key
        clear(self._said)
        fill(self._said, tuple(self._lines(card)))
        self._ways.choose(card.what)
        for choices in (self._giving, self._hiding, self._keeping):
            choices.choose()
        self._ground(card.what).choose(card.ground)
        self._hidden.setPlainText(card.hidden)

    def _ground(self, what: str) -> Choices:
        match what:
            case Verdict.HIDE.value:
                return self._hiding
            case Verdict.WITHHOLD.value:
                return self._keeping
        return self._giving

    def _lines(self, card: PassageCard) -> list[Item]:
        kit = self._kit
        where = f"{card.about}. Passage {card.at} of {card.of}"
        lines: list[Item] = [kit.text(where, "small", "quiet", figures=True)]
        lines += [kit.space(1), kit.text(card.label, "strong", wide=True), kit.space(2)]
        role = "words" if card.exact_words else "body"
        said = column(*(kit.text(line, role, wide=True) for line in card.lines), gap=kit.space(1))
        bar: list[Item] = [kit.bar(), kit.space(3)] if card.exact_words else []
        lines += [kit.card(row(*bar, said), pad=4), kit.space(3)]
        icon = "check" if card.decided else "circle-help"
        lines.append(kit.point(icon, card.why))
        if card.perhaps:
            names = ", ".join(card.perhaps)
            lines += [kit.space(1), kit.point("eye", f"Look at these, perhaps names: {names}")]
        return lines
