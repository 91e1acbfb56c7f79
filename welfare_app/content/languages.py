"""Reads the languages workers speak."""

from pathlib import Path

from welfare_app.content.tables import Table, agree, read, words
from welfare_app.content.words import Words
from welfare_app.domain.languages import Language


def languages(root: Path, language: str) -> tuple[tuple[Language, ...], Words]:
    """The languages, and what each is called in one of them."""
    top = read(root, "languages/languages.toml")
    known = tuple(_language(table) for table in top.tables("language"))
    top.done()
    file = f"languages/languages.{language}.toml"
    said = words(root, file)
    agree(file, said, {one.tag for one in known}, set())
    return known, said


def _language(table: Table) -> Language:
    result = Language(
        tag=table.text("id"),
        own_name=table.text("own-name"),
        script=table.text("script"),
        right_to_left=table.flag("right-to-left"),
    )
    table.done()
    return result
