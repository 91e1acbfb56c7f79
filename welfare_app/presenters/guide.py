"""The user guide, open at the topic that belongs to the screen someone is on."""

from dataclasses import dataclass

from welfare_app.services.definitions import GuideTopic, GuideWords


@dataclass(frozen=True, slots=True)
class Topic:
    """What one topic says. `keys` are (how they are written, what they do)."""

    id: str
    title: str
    text: tuple[str, ...]
    steps: tuple[str, ...]
    notes: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GuideScreen:
    """Every topic, and the id of the one to open at."""

    topics: tuple[Topic, ...]
    at: str


def guide(words: GuideWords, place_key: str) -> GuideScreen:
    """The guide as it opens on a screen."""
    return GuideScreen(tuple(_topic(one) for one in words.topics), words.topic_for(place_key))


def _topic(topic: GuideTopic) -> Topic:
    keys = tuple((" or ".join(press), does) for press, does in topic.keys)
    return Topic(topic.id, topic.title, topic.text, topic.steps, topic.notes, keys)
