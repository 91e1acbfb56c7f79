"""Characters no typeface has, named on paper where the words cannot be written another way."""

from collections.abc import Collection
from dataclasses import replace

from welfare_app.domain.document import (
    Block,
    Bullets,
    Fact,
    Facts,
    Heading,
    Line,
    Paragraph,
    Quote,
    Table,
)


def spelt(text: str, characters: Collection[str]) -> str:
    """The text with each of these characters given by its number, such as [U+1F69C]."""
    for one in characters:
        text = text.replace(one, f"[U+{ord(one):04X}]")
    return text


def named(block: Block, characters: Collection[str]) -> Block:
    """A block of a talk with each of these characters given by its number."""

    def line(one: Line) -> Line:
        return replace(one, text=spelt(one.text, characters))

    def fact(one: Fact) -> Fact:
        note = line(one.note) if one.note else None
        values = tuple(line(value) for value in one.values)
        return replace(one, label=line(one.label), values=values, note=note)

    match block:
        case Bullets(items):
            return Bullets(tuple(line(item) for item in items))
        case Heading(text=text) | Paragraph(text=text):
            return replace(block, text=line(text))
        case Quote(words, said_by):
            return Quote(line(words), line(said_by) if said_by else None)
        case Facts(rows):
            return Facts(tuple(fact(row) for row in rows))
        case Table(_, head, rows):
            cells = tuple(tuple(line(cell) for cell in row) for row in rows)
            return replace(block, head=tuple(line(cell) for cell in head), rows=cells)
        case _:
            return block
