"""Text to shaped words. Words repeat, so each is shaped once a document."""

from dataclasses import dataclass, replace

from welfare_app.pdf.breaks import LineBreaker, letters
from welfare_app.pdf.direction import Direction, direction_of
from welfare_app.pdf.embedded import EmbeddedFont
from welfare_app.pdf.faces import Faces, Voice
from welfare_app.pdf.plain import visible
from welfare_app.pdf.runs import Itemiser, Run
from welfare_app.pdf.shaping import Piece, shape

BACKWARD = 1  # the level taken for an edge nobody knows: needs no mark
HARD_SPACE = " "  # ends a line that its writer ended, so that readers keep the words apart


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two places where a line may break, with the spaces that follow.

    The spaces are drawn, so that words stay apart for readers, but never pushed to a new line.
    """

    body: tuple[Piece, ...]
    space: tuple[Piece, ...]
    width: int
    space_width: int
    backward_line: bool = False
    ends_line: bool = False


class WordShaper:
    """Shapes words with the fonts of one document."""

    def __init__(self, faces: Faces) -> None:
        self._itemiser = Itemiser(faces)
        self._breaker = LineBreaker()
        self._words: dict[tuple[object, ...], Word] = {}
        self._pieces: dict[tuple[object, ...], Piece] = {}

    def fonts(self) -> list[EmbeddedFont]:
        """The fonts that were needed."""
        return self._itemiser.fonts.all()

    def words(self, text: str, language: str, voice: Voice) -> list[Word]:
        """The words of a text, in reading order; an empty line is a word of no width."""
        out: list[Word] = []
        lines = visible(text).split("\n")
        for at, line in enumerate(lines):
            ended = line if at == len(lines) - 1 or not line else line + HARD_SPACE
            out.extend(self._line(ended, language, voice))
            out[-1] = replace(out[-1], ends_line=True)
        return out

    def split(self, word: Word, limit: float, language: str, voice: Voice) -> list[Word]:
        """A word too wide for its line as two words, cut between letters; whole if it is one."""
        text = "".join(piece.run.text for piece in word.body)
        levels = tuple(piece.run.level for piece in word.body for _ in piece.run.text)
        ends: list[int] = []
        for letter in letters(text):
            ends.append((ends[-1] if ends else 0) + len(letter))
        low, high, head = 0, len(ends) - 1, None
        while low <= high:
            middle = (low + high) // 2
            tried = self._word(text[: ends[middle]], language, voice, levels[: ends[middle]])
            if head is None or tried.width <= limit:
                head, best = tried, ends[middle]
            low, high = (middle + 1, high) if tried.width <= limit else (low, middle - 1)
        if head is None or best == len(text):
            return [word]
        tail = self._word(text[best:], language, voice, levels[best:])
        return [
            replace(head, backward_line=word.backward_line),
            replace(word, body=tail.body, width=tail.width),
        ]

    def _line(self, line: str, language: str, voice: Voice) -> list[Word]:
        if not line:
            return [Word((), (), 0, 0)]
        direction = direction_of(line, language)
        return [
            self._word_at(line, start, end, language, voice, direction)
            for start, end in self._breaker.segments(line)
        ]

    def _word_at(
        self, line: str, start: int, end: int, language: str, voice: Voice, direction: Direction
    ) -> Word:
        levels = direction.between(start, end)
        key = (line[start:end], language, voice, levels, direction.right_to_left)
        if key not in self._words:
            word = self._word(line[start:end], language, voice, levels)
            self._words[key] = replace(word, backward_line=direction.right_to_left)
        return self._words[key]

    def _word(self, text: str, language: str, voice: Voice, levels: tuple[int, ...] | None) -> Word:
        cut = len(text.rstrip(" "))
        itemise = self._itemiser.runs
        runs = itemise(text[:cut], language, voice, levels and levels[:cut])
        last = runs[-1] if runs else None
        spaces = itemise(text[cut:], language, voice, levels and levels[cut:], last)
        body, space = self._shaped(runs, None), self._shaped(spaces, last)
        return Word(body, space, _width(body), _width(space))

    def _shaped(self, runs: list[Run], before: Run | None) -> tuple[Piece, ...]:
        sides = [before.level if before else BACKWARD, *(run.level for run in runs), BACKWARD]
        return tuple(self._piece(run, sides[at], sides[at + 2]) for at, run in enumerate(runs))

    def _piece(self, run: Run, level_before: int, level_after: int) -> Piece:
        key = (run.text, run.font.name, run.level, run.language, level_before, level_after)
        if key not in self._pieces:
            self._pieces[key] = shape(run, level_before, level_after)
        return self._pieces[key]


def _width(pieces: tuple[Piece, ...]) -> int:
    return sum(piece.width for piece in pieces)
