"""Text as it may safely be set: line ends made one kind, and hidden characters made visible."""

import unicodedata

LINE_ENDS = str.maketrans({"\r": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "})
JOINERS = frozenset("\u200c\u200d")
DIRECTION_MARKS = frozenset("\u200e\u200f")
DRAWN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
KEPT = JOINERS | DIRECTION_MARKS | DRAWN_FORMATS | {"\n"}
HIDDEN_CATEGORIES = frozenset(("Cc", "Cf", "Cs"))
REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    """The text with every character that could hide or reorder others shown as its code point.

    Kept as they are: the joiners that Indic and Persian spelling needs, and the two direction
    marks (LRM, RLM), which reach no further than their neighbours.
    """
    text = text.replace("\r\n", "\n").translate(LINE_ENDS)
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(_marker(char) if _hides(char) else char for char in text)


def one_line(text: str) -> str:
    """The same for places that hold a single line, such as a bookmark or the foot of a page."""
    return " ".join(visible(text).split("\n"))


def code_point(char: str) -> str:
    """How a character is named in standards: U+202E."""
    return f"U+{ord(char):04X}"


def takes_no_room(char: str) -> bool:
    """Joiners, direction marks and variation selectors shape their neighbours and draw nothing."""
    return (
        char in JOINERS
        or char in DIRECTION_MARKS
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
    )


def _hides(char: str) -> bool:
    if char in KEPT:
        return False
    return char == REPLACEMENT or unicodedata.category(char) in HIDDEN_CATEGORIES


def _marker(char: str) -> str:
    return f"⟨{code_point(char)}⟩"
