"""Reads the user guide. Structure and words stand in one file, as whoever writes it thinks."""

from dataclasses import dataclass
from pathlib import Path

from welfare_app.content.tables import Table, read

PLACES = (
    *("start", "locked", "home", "cases", "interview", "signs", "assessment", "consents", "turned"),
    *("pack", "evidence", "exhibit", "chronology", "paper"),
    *("referral", "referral-page", "reading", "seal", "check", "laptop"),
    *("transcribe", "exchange", "rescue"),
    *("handover", "disclosures"),
    "trail",
    "courier",
    *("backups", "restore"),
    *("retention", "access"),
    *("circle", "glass", "ladder"),
    *("identity", "staff", "staff-member", "staff-new", "recovery-sheet", "own-passphrase"),
)
"""The screens that help can be asked for on."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Some text, steps to follow, notes, and keys with what they do."""

    id: str
    title: str
    places: tuple[str, ...]
    text: tuple[str, ...]
    steps: tuple[str, ...]
    notes: tuple[str, ...]
    keys: tuple[tuple[tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide in one language. It holds a topic for every place."""

    topics: tuple[Topic, ...]

    def topic_for(self, place: str) -> str:
        """Which topic to open at on a screen; the first where nobody said which screen."""
        found = (topic.id for topic in self.topics if place in topic.places)
        return next(found, self.topics[0].id)


def guide(root: Path, language: str) -> Guide:
    """The guide in one language, or exactly what is wrong and where."""
    top = read(root, f"guide/guide.{language}.toml")
    topics: list[Topic] = []
    taken: set[str] = set()
    for table in top.tables("topic"):
        topic = _topic(table)
        if topic.id in {one.id for one in topics}:
            table.refuse("content.twice", "id")
        if taken & set(topic.places):
            table.refuse("content.twice", "places")
        taken |= set(topic.places)
        topics.append(topic)
    top.done()
    if missing := set(PLACES) - taken:
        top.refuse("content.no-words", min(missing))
    return Guide(tuple(topics))


def _topic(table: Table) -> Topic:
    topic = Topic(
        id=table.text("id"),
        title=table.text("title"),
        places=table.texts("places"),
        text=table.texts("text"),
        steps=table.texts("steps"),
        notes=table.texts("notes"),
        keys=tuple(_key(key) for key in table.tables("key")),
    )
    table.done()
    if not topic.text:
        table.refuse("content.missing-key", "text")
    if not set(topic.places) <= set(PLACES):
        table.refuse("content.unknown-option", "places")
    for name in ("text", "steps", "notes"):
        if not all(line.strip() for line in getattr(topic, name)):
            table.refuse("content.missing-key", name)
    return topic


def _key(table: Table) -> tuple[tuple[str, ...], str]:
    press, does = table.texts("press"), table.text("does")
    table.done()
    if not press or not all(press):
        table.refuse("content.missing-key", "press")
    return press, does
