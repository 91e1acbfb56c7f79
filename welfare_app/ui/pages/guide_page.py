"""The user guide: its topics in the rail, the text of one in the middle."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.guide import GuideScreen, Topic
from welfare_app.ui.parts import Item, Kit, Place, column, holding, row
from welfare_app.ui.shell import Page

_ICONS = {
    "start": "key-round",
    "locked": "lock",
    "home": "house",
    "cases": "folder",
    "interview": "message-square-text",
    "signs": "flag",
    "pack": "clipboard-list",
    "referral": "file-text",
    "referral-page": "list-checks",
    "seal": "file-lock",
    "check": "file-check",
    "laptop": "hard-drive",
    "kept": "shield-check",
    "keys": "square",
}
_ICON = "book-open"
_FIGURE = 28
_KEYS = 184
_MEASURE = 664


class GuidePage(Page):
    """Opens at the topic of the screen one came from. Esc goes back there."""

    def __init__(self, kit: Kit, *, locked: bool = False) -> None:
        """Make it; it has Lock in its corner only while there is something to lock."""
        super().__init__(kit, "Guide", back="Back", where="Guide", locked=locked)
        self.setMaximumWidth(kit.theme.scaled(_MEASURE))
        self._screen = GuideScreen((), "")

    def show_screen(self, screen: GuideScreen) -> None:
        """Draw the guide at its topic."""
        if screen != self._screen:
            self._screen = screen
            self._open(screen.at)

    # What a topic looks like

    def _open(self, at: str) -> None:
        topic = next(one for one in self._screen.topics if one.id == at)
        listed = [
            Place(one.id, one.title, _ICONS.get(one.id, _ICON)) for one in self._screen.topics
        ]
        rail = self.kit.places(listed, at, name="Topics")
        rail.chosen.connect(self._chosen)
        self.put_rail(rail)
        sheet = holding(column(*self._lines(topic)))
        # a stop for the keyboard, so that arrows scroll a topic longer than the window
        sheet.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        sheet.setAccessibleName(topic.title)
        self.put_body(sheet)
        self.setAccessibleName(f"Guide: {topic.title}")
        self.setAccessibleDescription(_aloud(topic))

    def _lines(self, topic: Topic) -> list[Item]:
        kit, space = self.kit, self.kit.space
        title = kit.text(topic.title, "title")
        title.setAccessibleDescription("heading")
        items: list[Item] = [title]
        for words in topic.text:
            items += [space(3), kit.text(words, marked=True, wide=True)]
        if topic.steps:
            steps: list[Item] = []
            for at, words in enumerate(topic.steps, 1):
                steps += [space(3), self._step(at, words)]
            items += [space(4), kit.card(*steps[1:])]
        if topic.keys:
            items += [space(4), kit.rows(*(self._key(*one) for one in topic.keys))]
        for at, words in enumerate(topic.notes):
            note = kit.text(words, "body", "quiet", marked=True, wide=True)
            items += [space(3 if at else 4), note]
        return items

    def _step(self, at: int, words: str) -> QFrame:
        kit = self.kit
        figure = kit.text(str(at), "strong", "accent", figures=True, one_line=True)
        figure.setFixedWidth(kit.theme.scaled(_FIGURE))
        return holding(row(figure, kit.text(words, marked=True, wide=True), top=True))

    def _key(self, press: str, does: str) -> QFrame:
        kit, pad = self.kit, self.kit.space(2)
        keys = kit.text(press, "strong")
        keys.setFixedWidth(kit.theme.scaled(_KEYS))
        words = kit.text(does, wide=True)
        line = holding(row(keys, kit.space(3), words, top=True, margins=(0, pad, 0, pad)))
        line.setAccessibleName(f"{press}: {does}")
        return line

    # Going from topic to topic

    @Slot(str)
    def _chosen(self, key: str) -> None:
        self._open(key)
        if (area := self._scroll_area()) is not None:
            area.verticalScrollBar().setValue(0)
        # once the shell has given the new rail its place, which moves the keyboard too
        QTimer.singleShot(0, self, self._to_text)

    @Slot()
    def _to_text(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _aloud(topic: Topic) -> str:
    """All of a topic as one text, without marks."""
    keys = (f"{press}: {does}." for press, does in topic.keys)
    return " ".join((*topic.text, *topic.steps, *keys, *topic.notes)).replace("**", "")
