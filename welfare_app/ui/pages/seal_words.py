"""The words that open a sealed pack, shown this once, and how to read them out."""

from PySide6.QtWidgets import QFrame

from welfare_app.domain.referral import Handing
from welfare_app.ui.parts import Item, Kit, Text, column, flow, holding, row

_NUMBER = 28
_WORD = 220
_HIDDEN = "•••"

_HOW = (
    "Ask who you are speaking to.",
    "One word at a time, in small letters, one space between. Spell it if the line is poor.",
    "Ask them to read all seven back.",
    "Only then send or hand over the file.",
)


class WordsCard(QFrame):
    """The words, numbered and spelled. They can be hidden, and are let go of on asking."""

    def __init__(self, kit: Kit, words: tuple[str, ...]) -> None:
        super().__init__()
        self._kit, self._words = kit, words
        self._lines: list[tuple[Text, Text]] = []
        self.setLayout(column(kit.rows(*(self._row(at) for at in range(1, len(words) + 1)))))
        self.show_words(shown=True)

    def show_words(self, *, shown: bool) -> None:
        """Show them, or dots in their place."""
        for at, ((word, spelled), said) in enumerate(zip(self._lines, self._words, strict=False)):
            word.say(said if shown else _HIDDEN)
            word.colour_as("ink" if shown else "quiet")
            again = ", once more" if said in self._words[:at] else ""
            spelled.say(f"{' '.join(said.upper())}{again}" if shown else "")
            if not shown:
                word.setAccessibleName("Hidden")

    def forget(self) -> None:
        """Let go of the words, and show none."""
        self._words = ()
        for word, spelled in self._lines:
            word.say("")
            spelled.say("")

    def _row(self, at: int) -> QFrame:
        kit = self._kit
        number = kit.text(str(at), "body", "quiet", figures=True, one_line=True)
        number.setFixedWidth(kit.theme.scaled(_NUMBER))
        word = kit.text("", "spoken", one_line=True)
        word.setMinimumWidth(kit.theme.scaled(_WORD))
        spelled = kit.text("", "small", "quiet", one_line=True)
        self._lines.append((word, spelled))
        pad = kit.space(2)
        lead = holding(row(number, word))
        return holding(flow(lead, spelled, margins=(0, pad, 0, pad)))


def reading_out(kit: Kit, handing: Handing) -> tuple[Item, ...]:
    """What stands beside the words: whom to call, how to read, and if the call drops."""
    note = f"{handing.organisation}. From their own page, not from an e-mail."
    steps: list[Item] = []
    for at, words in enumerate(_HOW, 1):
        steps += [_step(kit, at, words), kit.space(2)]
    return (
        kit.number(f"Call {handing.recipient}", handing.phone, note),
        kit.space(4),
        kit.hair(),
        kit.space(4),
        kit.text("How to read them", "heading"),
        kit.space(3),
        *steps,
        kit.space(2),
        kit.hair(),
        kit.space(4),
        kit.text("If the call drops", "small_strong"),
        kit.space(1),
        kit.text(
            "Leave this page open and call again. If you must close it, seal a new pack: "
            "it takes a minute, and the old file stays shut.",
            "small",
            "quiet",
        ),
    )


def _step(kit: Kit, at: int, words: str) -> QFrame:
    figure = kit.text(str(at), "small_strong", "accent", figures=True, one_line=True)
    return holding(row(figure, kit.text(words, "small", wide=True), gap=kit.space(3), top=True))
