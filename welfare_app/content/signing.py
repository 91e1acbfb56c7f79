"""Reads what the law makes of a second signature. No line without its source and its date."""

from pathlib import Path

from welfare_app.content.tables import Table, agree, read, words
from welfare_app.domain.second_signature import Ruling

_FILE = "signing/second-signature"
_TAGS = {"S": True, "K": False}


def rulings(root: Path, language: str) -> tuple[Ruling, ...]:
    """Each line in one language, or exactly what is wrong and where."""
    top = read(root, f"{_FILE}.toml")
    tables = tuple(top.tables("law"))
    top.done()
    said = words(root, f"{_FILE}.{language}.toml")
    found = {table.text("id"): table for table in tables}
    agree(f"{_FILE}.{language}.toml", said, set(found), set())
    return tuple(_ruling(table, said[id]) for id, table in found.items())


def _ruling(table: Table, said: str) -> Ruling:
    tag, source, checked = table.text("tag"), table.text("source"), table.day("checked")
    table.done()
    if tag not in _TAGS:
        table.refuse("content.unknown-option", "tag")
    return Ruling(said, source, checked, read=_TAGS[tag])
